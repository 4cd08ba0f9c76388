"""Which words can be a company's name, and where they end: by script, by case, by what names end in."""

import re

from prompts.reading import lexicon
from prompts.reading.places import Place
from prompts.reading.script import Text

Span = tuple[int, int]

_LONGEST = 90  # characters of a name with the words around it
_shapes: dict[str, str] = lexicon.table("names")["shapes"]


_within_brand = re.compile(r"(?:Ka|Ki|Ke|Aur) [A-Z]")  # Hindi's small words within a brand's capitals
_closing = re.compile(r"(?:就行|就好|就可以|即可|就是了?|吧|哈|哦|呢|啊)$")
_works_there = re.compile(r".+(?:厂|公司|店|行|社|所|院|室|坊)(?=上班|工作|任职|负责|当)")
_copula = re.compile(r"(?:为|是|叫做?|系|：|:)\s*(?=.{3})")


def _shape_of(name: str) -> re.Pattern[str]:
    """A pattern over the message as written, its parts filled in: capitals count."""
    source = _shapes[name]
    for part in ("LEGAL", "WORD", "HAN"):
        source = source.replace(f"<{part}>", _shapes[part])
    return re.compile(source)


latin_run, _mixed, _small, _hindi_words, _han_words = map(_shape_of, ("latin", "mixed", "small", "hindi", "han"))
registered_form = _shape_of("registered")
piece_form = _shape_of("piece")

_legal = re.compile(lexicon.source("names", "legal") + r"$")
_trade = re.compile(lexicon.source("names", "trade") + r"$")
_firm = re.compile(lexicon.source("names", "firm") + r"$")
_never = lexicon.pattern("names", "never")
_certificate = lexicon.pattern("certificates", "name")
_title = lexicon.pattern("names", "title")
_common_en = frozenset(lexicon.table("names")["common_en"]["words"].split())
_common_zh = re.compile("|".join(sorted(lexicon.table("names")["common_zh"]["words"].split(), key=len, reverse=True)))
grammar = frozenset(lexicon.words("names", "grammar"))
_persons = lexicon.table("names")["persons"]
_given = frozenset(map(lexicon.plain, f"{_persons['latin']} {_persons['hindi']}".split()))
_surnames = _persons["han"]
_product = re.compile(rf".+{lexicon.source('names', 'product')}")
han = re.compile(r"[\u3400-\u9fff]")
hindi = re.compile(r"[\u0900-\u0963]")


def run_from(text: Text, start: int, *, small: bool) -> Span | None:
    """The words of a name from here on, by script and case."""
    begin = text.at[start]
    piece = piece_form.search(text.raw, begin)
    stop = piece.end() if piece else len(text.raw)
    for pattern in (_mixed, latin_run, _hindi_words, _han_words, *((_small,) if small else ())):
        found = pattern.match(text.raw, begin, stop)
        if found and not _title.match(found[1].lower() + " "):
            return text.folded(found.start(1), found.end(1))
    return None


def trimmed(text: Text, span: Span, places: list[Place]) -> Span | None:
    """The name alone: up to the first word of grammar, without a city behind it and marks at its ends."""
    start, end = span
    if end - start > _LONGEST:
        return None
    in_han = han.search(text.fold[start:end]) is not None
    start, end = _within_han(text, start, end, places) if in_han else (start, _up_to_grammar(text, start, end))
    while start < end and text.fold[start] in " ,，.-:'\"":
        start += 1
    while start < end and text.fold[end - 1] in " ,，-:'\"的嘅":
        end -= 1
    for place in places:
        behind = start < place.start and place.end == end and place.kind != "country" and not in_han
        if behind and not re.search(r"\b(?:of|the)\s+$", text.fold[start : place.start]):
            end = place.start
    while (start < end and text.fold[end - 1] in " ,，-") or (
        end > start and text.fold[end - 1] == "." and not _abbreviated(text.quote(start, end))
    ):
        end -= 1
    return (start, end) if end - start >= 2 else None


def _up_to_grammar(text: Text, start: int, end: int) -> int:
    for word in re.finditer(r"\S+", text.fold[start:end]):
        if word[0] in grammar and not _within_brand.match(text.quote(start + word.start(), end)):
            return start + word.start()
    return end


def _within_han(text: Text, start: int, end: int, places: list[Place]) -> Span:
    """Behind the last 的 and a city that stands apart, before what is only said of the name."""
    closing = _closing.search(text.fold, start, end)
    end = closing.start() if closing else end
    of = re.match(r"(.*)(?:的|嘅)(?=.{2})", text.fold[start:end])
    if of and ends_as_firm(of[1]) and not ends_as_firm(text.fold[start + of.end() : end]):
        end = start + of.end(1)  # "X的小王": the firm, not the person
    elif of:
        start += of.end()
    apart = (p.end for p in places if p.start == start and p.kind == "cities" and text.fold[p.end : p.end + 1] == " ")
    start = next(apart, start)
    works = _works_there.match(text.fold, start, end)
    end = works.end() if works else end
    copula = _copula.match(text.fold, start, end)
    return (copula.end() if copula else start), end


def _abbreviated(name: str) -> bool:
    """Whether the closing dot belongs to the name ("Pvt. Ltd.", "& Co."), not to the sentence."""
    return re.search(r"(?:[Pp]vt\. ?[Ll]td|& [Cc]o|[Cc]o\., ?[Ll]td|\w [Cc]o|प्रा\. ?लि)\.$", name) is not None


def is_name(text: Text, span: Span, places: list[Place]) -> bool:
    """Whether words can be a name at all: capitals or a company's ending, and something that no dictionary has."""
    words, raw = text.fold[span[0] : span[1]].strip(), text.quote(*span).strip()
    if not 2 <= len(words) <= 60 or len(words.split()) > 8 or _is_never(words, raw):
        return False
    if any(p.start <= span[0] and span[1] <= p.end for p in places) or _legal.fullmatch(words):
        return False
    if han.search(words):
        return _is_han_name(words, span, places)
    if _certificate.fullmatch(words):
        return False
    if hindi.search(words):
        return not _trade.fullmatch(words) and (ends_as_firm(words) or len(words.split()) <= 3)
    if raw.endswith(("'s", "’s")):
        return False
    if _trade.fullmatch(words):
        return False
    rare = [word for word in re.findall(r"[a-z0-9][a-z0-9&'-]*", words) if word not in _common_en]
    if raw[0].isdigit() and not re.match(r"\S*[a-zA-Z]|\d+ [A-Z]", raw):
        return False
    if raw[0].isupper() or raw[0].isdigit():
        return bool(rare) and not words.isdigit()
    return bool(rare) and (bool(_trade.search(words) or _legal.search(words)) or len(words.split()) <= 3)


def _is_han_name(words: str, span: Span, places: list[Place]) -> bool:
    if _trade.fullmatch(words) or _certificate.fullmatch(words):
        return False
    ended = bool(_legal.search(words) or _trade.search(words))
    rest = _legal.sub("", words)
    for place in places:
        if span[0] <= place.start and place.end <= span[1]:
            rest = rest.replace(words[place.start - span[0] : place.end - span[0]], "")
    rest = _common_zh.sub("", rest).strip()
    if not ended and len(rest) > 5 and not re.search(r"[a-z]", words):
        return False
    return len(words) <= 30 and bool(rest) and (len(rest) > 1 or ended) and not re.fullmatch(r"[\d\s]+", rest)


def _has_grammar(raw: str) -> bool:
    return any(w[0].lower() in grammar and not _within_brand.match(raw, w.start()) for w in re.finditer(r"\S+", raw))


def is_person(words: str, *, said: str = "") -> bool:
    """A given name with at most a family name; a Chinese one only behind words of one person ("我叫")."""
    if ends_as_firm(words):
        return False
    if han.search(words):
        alone = re.fullmatch(r"[\u3400-\u9fff]{2,3}", words) is not None
        return alone and words[0] in _surnames and re.match(r"我(?!们|司|哋)|本人", said) is not None
    return len(words.split()) <= 2 and words.split(maxsplit=1)[0] in _given


def is_firm_small(words: str) -> bool:
    """In small letters, and still a firm by its last word."""
    return _firm.search(words) is not None


def is_product(words: str) -> bool:
    """A thing in Han letters, which stands bare as often as a name does."""
    return han.search(words) is not None and not ends_as_firm(words) and _product.fullmatch(words) is not None


def _is_never(words: str, raw: str) -> bool:
    if han.search(words):
        return _never.fullmatch(_legal.sub("", words)) is not None
    first = words.split(maxsplit=1)[0]
    if first == "the" and len(words.split()) > 2:
        return _has_grammar(raw)
    return _never.fullmatch(words) is not None or _never.fullmatch(first) is not None or _has_grammar(raw)


def ends_as_firm(words: str) -> bool:
    """In a legal form, or in a word that companies are called by; of folded words."""
    return _legal.search(words) is not None or _trade.search(words) is not None


def ending(text: Text, span: Span) -> float:
    words = text.fold[span[0] : span[1]].rstrip(".")
    return 2.0 if _legal.search(words) else 1.0 if _trade.search(words) else 0.0
