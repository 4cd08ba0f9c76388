"""The company's name as the user wrote it; never a person, a city or a product."""

import re
from collections.abc import Iterator

from prompts.reading import lexicon
from prompts.reading.places import Place, find_places
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text

Span = tuple[int, int]

_before = lexicon.pattern("names", "before")
_strong = lexicon.pattern("names", "strong")
_after = re.compile(r"\s*" + lexicon.source("names", "after"))
_greeting = re.compile(rf"(?:[\s,，!！.。~🙏]*{lexicon.source('names', 'greeting')})*[\s,，!！.。~]*")
_legal = re.compile(lexicon.source("names", "legal") + r"$")
_trade = re.compile(lexicon.source("names", "trade") + r"$")
_never = lexicon.pattern("names", "never")
_others = lexicon.pattern("names", "others")
_common_en = frozenset(lexicon.table("names")["common_en"]["words"].split())
_common_zh = re.compile("|".join(sorted(lexicon.table("names")["common_zh"]["words"].split(), key=len, reverse=True)))

_latin_word = r"[A-Za-z0-9][\w&'.+-]*"
_LEGAL = r"(?:Co\.?, ?Ltd\.?|Pvt\.? ?Ltd\.?|P\.? ?Ltd\.?|Ltd\.?|LLP|Inc\.?|pvt\.? ?ltd\.?|ltd\.?|llp|inc\.?)"
_CAPITAL = r"[A-Z0-9][\w&'’+-]*(?:\.(?=\w)[\w-]+)?"
_capital_run = re.compile(rf"\s*({_CAPITAL}(?:,? {_LEGAL}|(?: (?:of|and|&|the|de|n|for) | ?& ?| )\(?{_CAPITAL}\)?)*)")
_small_run = re.compile(r"\s*((?:[a-z0-9][\w&'+-]*\.?)(?: (?!from|in|based|and|we|at|here|is|hai|se|this|which|who|with|of|a|the|located|company|are|i|our|for|doing|naam|me|ka|ki)[a-z0-9&][\w&'+-]*\.?){0,3})", re.IGNORECASE)
_han_run = re.compile(r"\s*[\"“「《]?([\u3400-\u9fffA-Za-z0-9·&+\-.（）() ]{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团|集團)|[\u3400-\u9fffA-Za-z0-9·&+ .-]{2,24})")
_hindi_run = re.compile(r"\s*([\u0900-\u0963]+(?: [\u0900-\u0963A-Za-z]+){0,4})")
_mixed_run = re.compile(r"\s*([A-Za-z][A-Za-z0-9.+-]*[\u3400-\u9fff]{1,8})")
_piece = re.compile(r"(?:[^,，。।!！?？;；\n|()（）、:：.]|\.(?=\S)|(?<=[Pp]vt)\.|(?<=\b[Cc]o)\.|(?<=[Ll]td)\.|(?<=\bM/s)\.|(?<=[Cc]o\.), ?(?=[Ll]td))+")
_person = re.compile(r"\s*,?\s*(?:from|of|at|with|@|here from|this side from)\s+")


_SURE = 1.8  # what a bare candidate needs where nothing was asked: a city or size beside it, or a company's ending
_SURER = 5.0  # what an announced one needs where something else was asked


def read_name(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """The name fact and its span; bare words count only where the company was asked for, or nothing yet."""
    candidates = [*_told(text)]
    if asked in (None, "company"):
        candidates += [c for c in _bare(text) if asked or c[0] >= _SURE]
    else:
        candidates = [c for c in candidates if c[0] >= _SURER]
    if not candidates:
        return [], []
    _, span = max(candidates, key=lambda c: (c[0], -c[1][0]))
    quote = text.quote(*span)
    return [HeardFact("name", quote, quote)], [span]


def _told(text: Text) -> Iterator[tuple[float, Span]]:
    """Names behind or before words that announce one."""
    places = find_places(text.fold, text.raw)
    for cue in _before.finditer(text.fold):
        if _others.search(text.fold[max(0, cue.start() - 30) : cue.start()]):
            continue
        strong = _strong.fullmatch(cue[0].strip()) is not None
        span = _run(text, cue.end(), strong)
        person = _person.match(text.fold, span[1]) if span else None
        if person and (further := _run(text, person.end(), strong)) and _looks(text, further, places):
            span = further
        span = _trimmed(text, span, places) if span else None
        if span and (strong or _looks(text, span, places)) and not _is_none(text, span, places):
            yield (6 if strong else 4) + _shape(text, span), span
    for piece in _piece.finditer(text.raw):
        span = _before_cue(text, piece)
        span = _trimmed(text, span, places) if span else None
        if span and _looks(text, span, places) and not _is_none(text, span, places):
            yield (5 if _introduced(text, piece, span) else 3) + _shape(text, span), span


def _run(text: Text, start: int, strong: bool) -> Span | None:
    """The words of a name from here on, by script and case."""
    raw_start = text.at[start]
    piece = next((m for m in _piece.finditer(text.raw, raw_start)), None)
    stop = piece.end() if piece else len(text.raw)
    patterns = [_mixed_run, _capital_run, _hindi_run, _han_run] + ([_small_run] if strong else [])
    for pattern in patterns:
        found = pattern.match(text.raw, raw_start, stop)
        if found:
            return _folded(text, found.start(1), found.end(1))
    return None


def _before_cue(text: Text, piece: re.Match[str]) -> Span | None:
    """ "X here", "X naam hai", "X से": the name that stands before an announcing word within a piece."""
    start, end = _folded(text, piece.start(), piece.end())
    lead = _greeting.match(text.fold, start, end)
    start = lead.end() if lead else start
    for cut in (m.start() for m in re.finditer(r"(?<=\S)\s+|(?<=[\u3400-\u9fff])(?=的)", text.fold[start:end])):
        if _after.match(text.fold, start + cut):
            words = text.fold[start : start + cut].strip()
            subject = re.match(r"(?:hum|ham|main|mai|this is|we are|हम|मैं|हम लोग)\s+(?:log\s+)?", words)
            begin = start + (subject.end() if subject else 0)
            run = text.quote(begin, start + cut)
            if 0 < len(run.split()) <= 5:
                return begin, start + cut
    return None


def _bare(text: Text) -> Iterator[tuple[float, Span]]:
    """A piece that is nothing but a name: "Liftwala Brothers. Nagpur. 64 staff."."""
    places = find_places(text.fold, text.raw)
    pieces = [_folded(text, m.start(), m.end()) for m in _piece.finditer(text.raw)]
    for index, (start, end) in enumerate(pieces[:8]):
        lead = _greeting.match(text.fold, start, end)
        start = lead.end() if lead else start
        if start >= end or _others.search(text.fold[start:end]):
            continue
        beside = any(_is_anchor(text, places, *pieces[i]) for i in (index - 1, index + 1, index - 2, index + 2) if 0 <= i < len(pieces))
        span = _bare_span(text, start, end, places, beside or len(pieces) == 1)
        if span and not _is_none(text, span, places):
            yield (2 if beside else 1) + _shape(text, span) - 0.1 * index, span


def _is_anchor(text: Text, places: list[Place], start: int, end: int) -> bool:
    """A piece that tells a city or a size stands beside the name in an introduction."""
    return any(start <= p.start < end and p.kind == "cities" for p in places) or bool(re.search(r"\d|[一二三四五六七八九十百两]+(?:来|几|多)?个?人", text.fold[start:end]))


def _bare_span(text: Text, start: int, end: int, places: list[Place], beside: bool) -> Span | None:
    span: Span | None = (start, end)
    capital = _capital_run.match(text.raw, text.at[start], text.at[end])
    if capital and len(capital[1]) > 1:
        rest = text.raw[capital.end() : text.at[end]].strip()
        span = _folded(text, capital.start(1), capital.end(1))
        if rest and len(span_words(text, span)) == 1 and not any(p.end >= end for p in places if p.start >= span[1]):
            return None
        if rest and re.match(r"(?:at|in|of|for|on|to|is|are|with|and)\b", rest):
            return None
    span = _trimmed(text, span, places) if span else None
    if span is None or not _looks(text, span, places):
        return None
    words = span_words(text, span)
    if re.match(r"[a-z]", text.quote(*span)) and not (_trade.search(text.fold[span[0] : span[1]]) and any(map(_is_rare, words))) and not (
        beside and len(words) <= 3 and all(map(_is_rare, words))
    ):
        return None
    return span


def _introduced(text: Text, piece: re.Match[str], span: Span) -> bool:
    """Whether the words that announce a name say more than Hindi "from" (X se), or a "we" stands before it."""
    start, end = _folded(text, piece.start(), piece.end())
    said = _after.match(text.fold, span[1], end)
    words = (said[0] if said else "").split()
    raw = text.quote(*span)
    capital = raw[0].isupper() or not raw[0].isascii()
    return capital and (len(words) > 1 or words in (["here"], ["naam"], ["speaking"]) or text.fold[start : span[0]].strip() in _WE)


_hindi_grammar = re.compile(r"(?<!\S)(?:में|से|का|की|के|को|पर|ने|है|हैं|करते|वाले|वाला|mein|se|ki|ke|karte|wale|hai)(?!\S)")
_WE = {"hum", "ham", "main", "hum log", "हम", "मैं", "हम लोग", "this is", "we are"}


def span_words(text: Text, span: Span) -> list[str]:
    return text.fold[span[0] : span[1]].split()


def _is_rare(word: str) -> bool:
    return word.strip(".,&") not in _common_en


def _looks(text: Text, span: Span, places: list[Place]) -> bool:
    """Whether words can be a name at all: capitals or the ending of a company, and something no dictionary has."""
    words, raw = text.fold[span[0] : span[1]].strip(), text.quote(*span).strip()
    if not 2 <= len(words) <= 48 or len(words.split()) > 7:
        return False
    if re.search(r"[\u3400-\u9fff]", words):
        rest = _common_zh.sub("", _legal.sub("", words))
        if not _legal.search(words) and not _trade.search(words) and len(words) > 5 and not re.match(r"[a-z]", words):
            return False
        return len(words) <= 26 and bool(rest) and not re.fullmatch(r"[a-z0-9\s]{1,3}", rest) and (len(rest) > 1 or len(words) > 3)
    if re.search(r"[\u0900-\u0963]", words):
        return bool(_trade.search(words) or _legal.search(words)) or len(words.split()) <= 3
    if raw[0].isdigit() and not re.match(r"\S*[a-zA-Z]|\d+ [A-Z]", raw):
        return False
    if raw[0].isupper() or raw[0].isdigit():
        return any(map(_is_rare, words.split())) and not words.isdigit()
    return bool(_trade.search(words) or _legal.search(words)) or len(words.split()) <= 3


def _shape(text: Text, span: Span) -> float:
    words = text.fold[span[0] : span[1]]
    return 2.0 if _legal.search(words) else 1.0 if _trade.search(words) else 0.0


def _is_none(text: Text, span: Span, places: list[Place]) -> bool:
    words = text.fold[span[0] : span[1]].strip()
    first = words.split()[0] if words.split() else ""
    if re.search(r"[\u3400-\u9fff]", words) and _legal.search(words):
        words = _legal.sub("", words)
    if _never.fullmatch(words) or (not re.search(r"[\u3400-\u9fff]", words) and _never.fullmatch(first)):
        return True
    if _hindi_grammar.search(words):
        return True
    return any(p.start <= span[0] and span[1] <= p.end for p in places)


def _trimmed(text: Text, span: Span, places: list[Place]) -> Span | None:
    """Without a city said behind the name, and without marks at the ends."""
    start, end = span
    han = re.search(r"[\u3400-\u9fff]", text.fold[start:end])
    for place in places:
        if start < place.start and place.end == end and not han and place.kind != "country":
            end = place.start
    while start < end and text.fold[end - 1] in " ,，.-:'\"的":
        end -= 1
    while start < end and text.fold[start] in " ,，.-:'\"":
        start += 1
    return (start, end) if end - start >= 2 else None


def _folded(text: Text, start: int, end: int) -> Span:
    """Offsets of the raw message as offsets of the folded one."""
    from bisect import bisect_left

    return bisect_left(text.at, start), bisect_left(text.at, end)
