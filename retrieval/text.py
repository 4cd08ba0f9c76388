"""A facet's text as it is compared: what speaks to the machine, is stuffed or only praises is left out."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from retrieval.gloss import HAN, simplified, word_lists
from retrieval.phrases import phrases
from retrieval.taxonomy import Hit, load_taxonomy, stem

SENTENCE = re.compile(r"(?<=[。！？!?\n；;।])|(?<=[.])(?=\s)")
CLAUSE = re.compile(r"(?<=[，,])(?!\d)|(?<=\s[-–—])(?=\s)")
PLAIN_TAG = re.compile(r"</?(?:b|i|u|p|br|em|strong|ul|ol|li|span|div|h[1-6])\s*/?>", re.IGNORECASE)
MARKUP = re.compile(
    r"<!--|<\?xml|<\|?/?[^\W\d][^<>]{0,300}>|```|\{\{|\{%|\{\s*[\"']\w+[\"']\s*:|\[/?INST\]|\[/?(?:system|assistant|user)\]"
    r"|\b(?:select\b.{1,80}\bfrom|update\b.{1,80}\bset|(?:delete|insert|drop)\s+(?:from|into|table))\b.{0,80}[=;*(]"
    r"|^\s*#{1,6}\s.*\n|';|--\s*$",
    re.IGNORECASE | re.MULTILINE,
)
ITEM = re.compile(r"[,，、;；|/#\n•·]+|\s+(?:and|or|aur|और|&)\s+")
TOKEN = re.compile(r"[a-z][a-z0-9-]*|[\u0900-\u0963\u0970-\u097f]+", re.IGNORECASE)
LOOSE = " \t\r\n.,;。，；、।"  # marks at the ends, which an added sentence would change
LONGEST = 6  # characters of an idle word
IDLE_CLAUSE, IDLE_SENTENCE = 0.20, 0.45  # share of telling words below which it is left out
MANY, LISTED, STRUNG = 8, 10, 12  # names of trades, items, or words in a row that make a heap
REPEATED, UNLIKE = 4, 5  # one word; domains that share nothing
CODE = re.compile(r"\b[A-Z][A-Z0-9-]{1,9}\b(?:\s+\d{4,5})?")
DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"\d[\d.,]*")
ANDS = re.compile(r"\band\b|\baur\b|और", re.IGNORECASE)
JOINS = re.compile(
    r"[.(:]|\b(?:for|of|in|to|with|from|and|on|at|by|is|are|we|that|than|per|or|who|will|our|the|a|an|can|as|it|not|has|have|into|jo|ka|ki|ke|se|me|mein|liye|aur)\b"
    r"|(?:का|की|के|से|में|लिए|है|हैं|और)(?![\u0900-\u097f])"
)
DEMANDS, HAN_DEMANDS = frozenset({"need", "want"}), "求要找缺招"


@dataclass(frozen=True)
class Cleaned:
    """`text`: the clauses that say what is done; `told`: their share, 0 to 1, 0 where they are not believed."""

    text: str
    stated: str
    """The sentences that do, whole: conditions are read from them."""
    told: float
    orders: bool
    stuffed: bool


def capability(text: str) -> str:
    """The part of a facet that is compared; empty when nothing is left of it."""
    return cleaned(text).text


@lru_cache(maxsize=50_000)
def cleaned(text: str) -> Cleaned:
    plain = PLAIN_TAG.sub(" ", text)
    sentences = [part for part in SENTENCE.split(plain) if part.strip()]
    ordered = [part for part in sentences if speaks_to_machine(part)]
    stuffed = [part for part in sentences if part not in ordered and is_heap(part)]
    left = [part for part in sentences if part not in ordered and part not in stuffed]
    orders = bool(ordered) or bool(MARKUP.search(plain))
    stated = [part for part in left if _tells(part, IDLE_SENTENCE)]
    kept = "".join(clause for part in stated for clause in CLAUSE.split(part) if clause and _tells(clause, IDLE_CLAUSE))
    kept = kept.strip(LOOSE)
    # An order may take several sentences: beside one, a text is believed only where each sentence names a trade.
    unbelieved = orders and (bool(MARKUP.search(plain)) or not all(_named(simplified(part)) for part in left))
    told = 0.0 if unbelieved else len(kept) / max(len(plain.strip(LOOSE)), 1)
    return Cleaned(kept, "".join(stated).strip(LOOSE), told, orders, bool(stuffed))


def speaks_to_machine(sentence: str) -> bool:
    """An order in so many words, or two signs of one outside the names of trades."""
    plain = phrases().trade.sub(" ", simplified(sentence))
    if phrases().order.search(plain) or MARKUP.search(plain):
        return True
    bare = _without(plain, _named(plain))
    found = [{match.group().lower() for match in sign.finditer(bare)} for sign in phrases().signs]
    return sum(map(bool, found)) >= 2 or sum(map(len, found)) >= 3


def doubtful(sentence: str) -> bool:
    """Some word of it is idle, or a sign of an order."""
    plain = simplified(sentence)
    bare = _without(plain, _named(plain))
    return _weigh(plain)[1] > 0 or any(sign.search(bare) for sign in phrases().signs)


def is_heap(sentence: str) -> bool:
    """Words thrown together to be found: hash tags, one word again and again, or a long list of unlike things."""
    plain = simplified(sentence)
    hits = _named(plain)
    names = len({(hit.start, hit.end) for hit in hits})
    domains = len({load_taxonomy().concepts[hit.concept].parents[:1] for hit in hits})
    short = sum(bool(item.strip()) and _size(item) <= 2.5 for item in ITEM.split(plain))
    return (
        plain.count("#") >= 3
        or _repeats(plain)
        or len(CODE.findall(plain)) >= LISTED
        or short >= LISTED
        or (short >= MANY and domains >= UNLIKE - 1)
        or len(ANDS.findall(plain)) >= MANY
        or names >= MANY
        or (domains >= UNLIKE and names > UNLIKE and not DIGIT.search(plain))
        or _strung(plain)
    )


def _repeats(plain: str) -> bool:
    words = [stem(word) for word in TOKEN.findall(plain.lower())]
    stop = word_lists()["stop_en"] | word_lists()["stop_hinglish"]
    told = Counter(word for word in words if word in DEMANDS or (len(word) > 2 and word not in stop))
    demands = max((plain.count(char) for char in HAN_DEMANDS), default=0)
    return max(told.values(), default=0) >= REPEATED or demands > REPEATED


def _strung(plain: str) -> bool:
    """A dozen words with nothing that joins or divides them."""
    words = TOKEN.findall(plain.lower())
    return len(words) >= STRUNG and not JOINS.search(plain.strip(LOOSE)) and len(ITEM.split(plain)) <= 2


def _tells(part: str, least: float) -> bool:
    told, idle = _weigh(simplified(part))
    return not idle or told / (told + idle) >= least


def _weigh(plain: str) -> tuple[float, float]:
    """(telling, idle) words; the name of a trade or a role counts twice, stop words not at all."""
    words, lists = phrases(), word_lists()
    hits = _named(plain)
    roles = sum(bool(found.search(plain)) for found in (*words.seeks.values(), *words.plays.values()))
    told, idle = 2.0 * len({(hit.start, hit.end) for hit in hits}) + 0.5 * roles + len(NUMBER.findall(plain)), 0.0
    bare = _without(plain, hits)
    for word in TOKEN.findall(bare.lower().replace("\u093c", "")):
        if stem(word) in words.idle or word in words.idle:
            idle += 1
        elif len(word) > 1 and word not in lists["stop_en"] and word not in lists["stop_hinglish"]:
            told += 1
    for run in re.findall(HAN.pattern + "+", bare):
        said, empty = _weigh_han(run)
        told, idle = told + said, idle + empty
    return told, idle


def _weigh_han(run: str) -> tuple[float, float]:
    """Longest idle or stop words from the left; what is left over tells, two characters a word."""
    idle_words, stop, at, left, idle = phrases().idle_han, word_lists()["stop_zh"], 0, 0, 0.0
    while at < len(run):
        for length in range(min(LONGEST, len(run) - at), 0, -1):
            word = run[at : at + length]
            if word in idle_words:
                idle += max(1.0, length / 2) if length > 1 else 0.5
                break
            if word in stop:
                break
        else:
            length, left = 1, left + 1
        at += length
    return left / 2, idle


def _named(plain: str) -> list[Hit]:
    return [hit for hit in load_taxonomy().match(plain) if not hit.weak]


def _without(plain: str, hits: Iterable[Hit]) -> str:
    chars = list(plain)
    for hit in hits:
        chars[hit.start : hit.end] = " " * (hit.end - hit.start)
    return "".join(chars)


def _size(item: str) -> float:
    """Words of an item; two Han characters make one."""
    return len(TOKEN.findall(item)) + len(HAN.findall(item)) / 2
