"""Anything into English words: Chinese by longest match over the dictionaries, Hindi by glossary and loan words."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import Any

from opencc import OpenCC

from prompts.reading.script import Script, script
from retrieval.taxonomy import Taxonomy

HAN = re.compile(r"[\u3400-\u9fff]")
HINDI = re.compile(r"[\u0900-\u097f]")
TOKEN = re.compile(r"[\u3400-\u9fff]+|[\u0900-\u0963\u0970-\u097f\u200c\u200d]+|[A-Za-z0-9][A-Za-z0-9/&+.'-]*|\S")
LONGEST = 6  # characters of a dictionary word worth trying

_t2s, _tw2sp = OpenCC("t2s"), OpenCC("tw2sp")


def simplified(text: str) -> str:
    """NFKC and Simplified; Taiwan's words too, but only in Traditional text (tw2sp damages Simplified text)."""
    text = unicodedata.normalize("NFKC", text)
    return str(_tw2sp.convert(text)) if HAN.search(text) and _t2s.convert(text) != text else text


@lru_cache(maxsize=1)
def word_lists() -> dict[str, Any]:
    """zh, devanagari, hinglish: word to English; stop_zh, stop_en, stop_hinglish: words that say nothing."""
    data = files("retrieval") / "data"
    glossary, hindi, stop = (
        tomllib.loads((data / name).read_text("utf-8")) for name in ("glossary.toml", "hindi.toml", "stopwords.toml")
    )
    return {
        "zh": glossary["zh"],
        "devanagari": hindi["devanagari"],
        "hinglish": hindi["hinglish"],
        "stop_zh": frozenset(stop["zh"]),
        "stop_en": frozenset(stop["en"]),
        "stop_hinglish": frozenset(stop["hinglish"]) | frozenset(hindi["function"]["words"]),
    }


class Glosser:
    """Text to English: `english` in full, `views` as the encoder wants them."""

    def __init__(self, dictionary: dict[str, str], taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._lists = word_lists()
        self._zh = dictionary | self._lists["zh"]
        self._loans = _loan_words(
            {w for c in taxonomy.concepts for label in c.en for w in re.findall(r"[a-z]{3,}", label.lower())}
        )

    def views(self, text: str) -> tuple[str, str, str]:
        """(gloss with canonical labels inserted, stop-stripped gloss, canonical labels or the second again)."""
        text = simplified(text)
        kind = script(text)
        hits = [hit for hit in self._taxonomy.match(text) if not hit.weak]
        english = self.english(text, kind)
        if not hits:
            hits = [hit for hit in self._taxonomy.match(english) if not hit.weak]
        inserted = self._inserted(text) if HAN.search(text) else english
        plain = self._strip(english) or english
        labels = dict.fromkeys(self._taxonomy.concepts[hit.concept].en[0] for hit in hits)
        return inserted or text, plain, ", ".join(labels) or plain

    @staticmethod
    def kind(text: str) -> Script:
        return script(text)

    def english(self, text: str, kind: Script) -> str:
        """Every token in English where a gloss is known; English stays as it is."""
        if kind == "en":
            return text
        out: list[str] = []
        for token in TOKEN.findall(text):
            if HAN.match(token):
                out += self._chinese(token)
            elif HINDI.match(token):
                out += self._devanagari(token)
            elif token[0].isalnum() and not (kind == "hinglish" and token.lower() in self._lists["stop_hinglish"]):
                out.append(self._lists["hinglish"].get(token.lower(), token) if kind != "zh" else token)
        return " ".join(out)

    def _inserted(self, text: str) -> str:
        parts, at = [], 0
        for hit in sorted(self._taxonomy.match(text), key=lambda hit: (hit.start, hit.weak)):
            if hit.weak or hit.start < at or not HAN.search(text[hit.start : hit.end]):
                continue
            names = self._taxonomy.concepts[hit.concept].en[:2]
            parts += [self.english(text[at : hit.start], "zh"), " ".join(names)]
            at = hit.end
        return " ".join(part for part in [*parts, self.english(text[at:], "zh")] if part)

    def _chinese(self, run: str) -> list[str]:
        stop = self._lists["stop_zh"]
        return [gloss for word in self._segment(run) if word not in stop for gloss in self._gloss_word(word)]

    def _segment(self, run: str) -> list[str]:
        """Forward and backward longest match; fewer words, then fewer single characters, wins."""
        return min(self._scan(run, forward=False), self._scan(run, forward=True), key=_fewest)

    def _scan(self, run: str, *, forward: bool) -> list[str]:
        found: list[str] = []
        while run:
            for length in range(min(LONGEST, len(run)), 0, -1):
                word = run[:length] if forward else run[-length:]
                if length == 1 or word in self._zh or word in self._lists["stop_zh"]:
                    found.append(word)
                    run = run[length:] if forward else run[:-length]
                    break
        return found if forward else found[::-1]

    def _gloss_word(self, word: str) -> list[str]:
        gloss = self._zh.get(word)
        return [gloss] if gloss else []

    def _devanagari(self, token: str) -> list[str]:
        known = self._lists["devanagari"].get(token)
        if known:
            return [known]
        bones = _hindi_skeleton(token)
        return self._loans[bones][:1] if len(bones) >= 3 and bones in self._loans else []

    def _strip(self, english: str) -> str:
        stop = self._lists["stop_en"]
        found = re.findall(r"[A-Za-z0-9][A-Za-z0-9/&+.-]*", english)
        return " ".join(word for word in found if word.lower().strip(".") not in stop)


def _fewest(words: list[str]) -> tuple[int, int]:
    return len(words), sum(len(word) == 1 for word in words)


# Most business nouns of Hindi are English loan words: both scripts are reduced to consonants and compared.
HINDI_LETTERS = "क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह ं ँ"
HINDI_SOUNDS = "k k g g n c c j j n t t d d n t t d d n p f b b m _ r l v s s s _ n n"
HINDI_CONSONANTS = dict(zip(HINDI_LETTERS.split(), HINDI_SOUNDS.split(), strict=True))
ENGLISH_SOUNDS = (
    ("tion", "sn"), ("sion", "sn"), ("ture", "cr"), ("ck", "k"), ("sh", "s"), ("ph", "f"), ("gh", "g"), ("th", "t"),
    ("qu", "kv"), ("x", "ks"), ("ce", "s"), ("ci", "si"), ("cy", "s"), ("ge", "j"), ("gi", "ji"), ("ch", "\0"),
    ("c", "k"), ("\0", "c"), ("w", "v"), ("z", "j"), ("y", ""), ("h", ""), ("q", "k"),
)  # fmt: skip


def _loan_words(vocabulary: set[str]) -> dict[str, list[str]]:
    """Skeleton to English words, shortest first; sorted, as a set's order would change from run to run."""
    table: dict[str, list[str]] = defaultdict(list)
    for word in sorted(vocabulary, key=lambda w: (len(w), w)):
        table[_english_skeleton(word)].append(word)
    return dict(table)


def _hindi_skeleton(word: str) -> str:
    return _single("".join(HINDI_CONSONANTS.get(char, "").replace("_", "") for char in word.replace("\u093c", "")))


def _english_skeleton(word: str) -> str:
    for spelling, sound in ENGLISH_SOUNDS:
        word = word.replace(spelling, sound)
    return _single(re.sub(r"[aeiou]", "", word))


def _single(bones: str) -> str:
    return re.sub(r"(.)\1+", r"\1", bones)
