"""The company's name as the user wrote it; never a person, a city or a product."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from prompts.reading import lexicon
from prompts.reading.places import Place, find_places
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text

Span = tuple[int, int]

_TOLD, _STRONG, _BARE = 4.0, 6.0, 1.0
_SURE = 1.8  # what a candidate needs where nothing was asked: a city or size beside it and a company's ending
_LONGEST = 90
_MOST = 24  # announcing words that are looked at
_LEAST = 0.4  # what a bare candidate needs where the company was asked for
_AGAIN = 2.9
_SURER = 5.0  # what it needs where something else was asked: words that announce it and a company's ending

_before = lexicon.pattern("names", "before")
_strong = lexicon.pattern("names", "strong")
_after = re.compile(r"\s*" + lexicon.source("names", "after"))
_firm_after = re.compile(r"\s*" + lexicon.source("names", "firm_after"))
_subject = re.compile(lexicon.source("names", "subject") + r"\s+")
_greeting = re.compile(rf"(?:[\s,，!！.。~🙏👋😊]*{lexicon.source('names', 'greeting')})*[\s,，!！.。~🙏👋😊]*")
_legal = re.compile(lexicon.source("names", "legal") + r"$")
_trade = re.compile(lexicon.source("names", "trade") + r"$")
_never = lexicon.pattern("names", "never")
_others = lexicon.pattern("names", "others")
_person = re.compile(r"\s*,?\s*(?:from|of|at|with|@|here from|this side from|here,? from)\s+")
_common_en = frozenset(lexicon.table("names")["common_en"]["words"].split())
_common_zh = re.compile("|".join(sorted(lexicon.table("names")["common_zh"]["words"].split(), key=len, reverse=True)))
_certificate = lexicon.pattern("certificates", "name")
_grammar = frozenset(lexicon.words("names", "grammar"))

_han = re.compile(r"[\u3400-\u9fff]")
_hindi = re.compile(r"[\u0900-\u0963]")
_LEGAL = r"(?:[Cc]o\.?, ?[Ll]td\.?|[Pp]vt\.? ?[Ll]td\.?|[Pp]\.? ?[Ll]td\.?|\([Pp]\) ?[Ll]td\.?|[Pp]rivate [Ll]imited|[Ll]imited|[Ll]td\.?|LLP|llp|[Ii]nc\.?|GmbH|[Cc]orp\.?|[Cc]o\.(?! ,))"
_WORD = r"(?:(?:[A-Z]\.){1,4}(?=\s)|[A-Z0-9][\w&'’+-]*(?:\.(?=\w)[\w-]+)?)"
_latin_run = re.compile(
    rf"\s*({_WORD}(?:(?: (?:of|and|&|the|de|n|for) | ?& ?| )(?!{_LEGAL}(?!\w))\(?{_WORD}\)?)*(?:,? {_LEGAL}(?!\w)| & (?:Co|Sons|Bros)\b\.?)?(?: ?[\u3400-\u9fff]{{2,10}}(?=$|[,，。.!！\s的]))?)"
)
_mixed_run = re.compile(
    r"\s*([A-Za-z][A-Za-z0-9.+-]*[\u3400-\u9fff]{1,8}|[\u3400-\u9fff]{2,10} ?[A-Z][A-Za-z0-9]+(?= ?(?:$|[,，。.!！的])))"
)
_small_run = re.compile(r"\s*([a-z0-9][a-z0-9&'+-]*(?: [a-z0-9&][a-z0-9&'+-]*){0,5}(?: ?\.com|\.in|\.ai)?)")
_hindi_run = re.compile(r"\s*([\u0900-\u0963]+(?:\u093c[\u0900-\u0963]*)?(?: [\u0900-\u0963A-Za-z&]+){0,6})")
_han_run = re.compile(
    r"\s*[\"“「《]?([\u3400-\u9fffA-Za-z0-9·&+\-.（）() ]{2,40}?(?:有限责任公司|股份有限公司|股份公司|有限公司|集團|集团|合作社|公司)|[\u3400-\u9fffA-Za-z0-9·&+ .-]{2,24})"
)
_registered_form = re.compile(
    rf"(?:({_WORD}(?:(?: (?:and|&|of) | ?& ?| )(?!{_LEGAL}(?!\w))\(?{_WORD}\)?){{0,6}},? {_LEGAL})(?!\w)|([\u3400-\u9fffA-Za-z0-9（）()·]{{2,28}}?(?:有限责任公司|股份有限公司|有限公司)))"
)
_foreign = lexicon.pattern("names", "foreign")
_piece = re.compile(
    r"(?:[^,，。।!！?？;；\n|()（）【】、:：.*-]|-(?=\S)|(?<=\S)-|\.(?=\S)|(?<=[Pp]vt)\.|(?<=\b[Cc]o)\.|(?<=[Ll]td)\.|(?<=\bM/s)\.|(?<=\b[A-Z])\.|(?<=[Cc]o\.), ?(?=[Ll]td)|(?<=& Co),? ?(?=[Ll]td))+"
)
_edge = re.compile(r"[,.\n!?，。]|[\U0001f000-\U0001faff]")
_role = re.compile(r"(?:of|at|@|,)\s*$")
_title = re.compile(r"(?:mr|ms|mrs|dr|shri|smt|sri|prof|er|ca|adv|सुश्री|श्रीमती|डॉ)\.? ")


@dataclass(frozen=True)
class _Candidate:
    score: float
    span: Span
    said: Span
    """With the words that announced it."""


def read_name(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """The name fact and the words it was told with; bare words count where the company was asked for."""
    places = find_places(text.fold, text.raw)
    candidates = [*_announced(text, places), *_closed(text, places), *_registered(text, places)]
    if asked in (None, "company"):
        candidates += [c for c in _bare(text, places) if c.score >= (_LEAST if asked else _SURE)]
    elif asked == "offer":  # the name once more, in full, with the city
        candidates += [c for c in _bare(text, places) if c.score >= _AGAIN]
    if asked not in (None, "company"):
        candidates = [c for c in candidates if c.score >= _SURER or (asked == "offer" and c.score >= _AGAIN)]
    if not candidates:
        return [], []
    best = max(candidates, key=lambda c: (c.score, -c.span[0]))
    quote = _in_full(text, text.quote(*best.span))
    return [HeardFact("name", quote, quote)], [best.said]


def _in_full(text: Text, name: str) -> str:
    """The name as it is said in full elsewhere in the message ("Hello24 ... Hello24 Voice Services")."""
    if not name.isascii() or len(name.split()) > 1:
        return name
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?: [A-Z][\w&]*){{1,4}}", text.raw):
        if _trade.search(found[0].lower()) or _legal.search(found[0].lower()):
            return found[0]
    return name


def _announced(text: Text, places: list[Place]) -> Iterator[_Candidate]:
    """Names behind words that announce one; of "Ravi from X" it is X."""
    for cue in islice(_before.finditer(text.fold), _MOST):
        if _others.search(text.fold[max(0, cue.start() - 30) : cue.start()]):
            continue
        strong = _strong.fullmatch(cue[0].strip()) is not None
        span = _run(text, cue.end(), small=strong)
        person = _person.match(text.fold, span[1]) if span else None
        further = _run(text, person.end(), small=False) if person else None
        if further and _is_name(text, further, places):
            span = further
        span = _trimmed(text, span, places) if span else None
        if span is None or not _is_name(text, span, places):
            continue
        if not strong and _shape(text, span) < 1 and _weak(cue[0], text.quote(*span)):
            continue
        head = max((m.end() for m in _edge.finditer(text.fold, 0, cue.start())), default=0)
        begin = head if len(text.fold[head : cue.start()].split()) <= 3 and _role.search(cue[0]) else cue.start()
        yield _Candidate((_STRONG if strong else _TOLD) + _shape(text, span), span, (begin, span[1]))


def _registered(text: Text, places: list[Place]) -> Iterator[_Candidate]:
    """A name that ends as registered firms do, wherever it stands, if nothing tells it to be somebody else's."""
    for found in islice(_registered_form.finditer(text.raw), _MOST):
        span = _trimmed(text, _folded(text, found.start(), found.end()), places)
        if (
            span is None
            or _others.search(text.fold[max(0, span[0] - 30) : span[0]])
            or _foreign.search(text.fold[max(0, span[0] - 24) : span[0]])
        ):
            continue
        if _is_name(text, span, places):
            yield _Candidate(3.5 + _shape(text, span), span, span)


def _weak(cue: str, name: str) -> bool:
    """After a mere "we" or "this is" a word without a company's ending is a verb or a person sooner than a name."""
    if _han.search(name) or (name[0].isascii() and name[0].isupper()):
        return cue.rsplit(maxsplit=1)[-1] in ("is", "am", "i.m", "i'm") and len(name.split()) == 1
    return True


def _closed(text: Text, places: list[Place]) -> Iterator[_Candidate]:
    """ "X here", "X naam hai", "X से बोल रहा हूं": the name that stands before announcing words."""
    for piece in _piece.finditer(text.raw):
        start, end = _folded(text, piece.start(), piece.end())
        lead = _greeting.match(text.fold, start, end)
        start = lead.end() if lead else start
        for cut in re.finditer(r"(?<=\S)\s+", text.fold[start:end]):
            said = _after.match(text.fold, start + cut.start(), end)
            if said is None:
                continue
            subject = _subject.match(text.fold, start, start + cut.start())
            span = _trimmed(text, (subject.end() if subject else start, start + cut.start()), places)
            firm = _person.match(text.fold, said.end())
            further = _run(text, firm.end(), small=False) if firm else None
            further = _trimmed(text, further, places) if further else None
            if further and _is_name(text, further, places):
                yield _Candidate(_STRONG + _shape(text, further), further, (start, further[1]))
                break
            if span and _is_name(text, span, places) and _all_capital(text.quote(*span)):
                hindi = _hindi.search(text.fold[span[0] : span[1]]) is not None
                sure = subject or _firm_after.match(text.fold, start + cut.start(), end)
                person = said[0].strip() in ("here", "this side", "speaking") and _shape(text, span) < 1
                if hindi and not sure and _shape(text, span) < 1:
                    break
                yield _Candidate((2.5 if person else 5 if sure else 3) + _shape(text, span), span, (start, said.end()))
            break


def _all_capital(words: str) -> bool:
    return not words.isascii() or all(
        w[0].isupper() or w[0].isdigit() or w in ("of", "and", "&", "the", "n") for w in words.split()
    )


def _bare(text: Text, places: list[Place]) -> Iterator[_Candidate]:
    """A piece that is nothing but a name: "Liftwala Brothers. Nagpur. 64 staff."."""
    pieces = [_folded(text, m.start(), m.end()) for m in _piece.finditer(text.raw)]
    for index, (start, end) in enumerate(pieces[:10]):
        lead = _greeting.match(text.fold, start, end)
        start = lead.end() if lead else start
        if start >= end or _others.search(text.fold[start:end]):
            continue
        beside = any(
            _is_anchor(text, places, *pieces[i])
            for i in range(index - 2, index + 3)
            if i != index and 0 <= i < len(pieces)
        )
        span = _bare_span(text, start, end, places)
        if span is None or not _is_name(text, span, places):
            continue
        alone = len(pieces) == 1
        small = 0.0 if _all_capital(text.quote(*span)) else -1.5
        yield _Candidate(
            _BARE + (1.0 if beside or alone else 0.0) + _shape(text, span) - 0.1 * index + small, span, span
        )


def _is_anchor(text: Text, places: list[Place], start: int, end: int) -> bool:
    """A piece that tells a city or a size stands beside the name in an introduction."""
    words = text.fold[start:end]
    return any(start <= p.start < end and p.kind == "cities" for p in places) or bool(
        re.search(r"\d|[一二三四五六七八九十百两]+[来几多]?个?人", words)
    )


def _bare_span(text: Text, start: int, end: int, places: list[Place]) -> Span | None:
    """The leading name of a piece: all of it, or its capitals before a description ("Udaan Kheti drone spraying")."""
    capital = _latin_run.match(text.raw, text.at[start], text.at[end])
    if capital and len(capital[1]) > 1:
        span = _folded(text, capital.start(1), capital.end(1))
        rest = text.raw[capital.end() : text.at[end]].strip()
        words = capital[1].split()
        followed = any(p.start >= span[1] and p.end >= end for p in places)
        if rest and ((len(words) == 1 and not followed) or re.match(r"(?:at|in|of|for|on|to|is|are|with|and)\b", rest)):
            return None
    else:
        span = (start, end)
        trimmed = _trimmed(text, span, places)
        rest = text.fold[trimmed[1] : end].strip(" .。") if trimmed else ""
        return None if rest and rest.split()[0] in _grammar - {"से", "se", "hai", "है"} else trimmed
    return _trimmed(text, span, places)


def _run(text: Text, start: int, *, small: bool) -> Span | None:
    """The words of a name from here on, by script and case."""
    begin = text.at[start]
    piece = _piece.search(text.raw, begin)
    stop = piece.end() if piece else len(text.raw)
    for pattern in (_mixed_run, _latin_run, _hindi_run, _han_run, *((_small_run,) if small else ())):
        found = pattern.match(text.raw, begin, stop)
        if found and not _title.match(found[1].lower() + " "):
            return _folded(text, found.start(1), found.end(1))
    return None


def _trimmed(text: Text, span: Span, places: list[Place]) -> Span | None:
    """Up to the first word of grammar, behind the last 的, without a city behind it and marks at its ends."""
    start, end = span
    if end - start > _LONGEST:
        return None
    if not _han.search(text.fold[start:end]):
        for word in re.finditer(r"\S+", text.fold[start:end]):
            if word[0] in _grammar:
                end = start + word.start()
                break
    else:
        of = re.search(r".*(?:的|嘅)(?=.{2})", text.fold[start:end])
        start += of.end() if of else 0
        city = next(
            (p for p in places if p.start == start and p.kind == "cities" and text.fold[p.end : p.end + 1] == " "), None
        )
        start = city.end if city else start
        copula = re.match(r"(?:为|是|叫做?|系|：|:)\s*(?=.{3})", text.fold[start:end])
        start += copula.end() if copula else 0
    while start < end and text.fold[start] in " ,，.-:'\"":
        start += 1
    while start < end and text.fold[end - 1] in " ,，-:'\"的嘅":
        end -= 1
    for place in places:
        if (
            start < place.start
            and place.end == end
            and not _han.search(text.fold[start:end])
            and place.kind != "country"
        ):
            end = place.start
    while (start < end and text.fold[end - 1] in " ,，-") or (
        end > start and text.fold[end - 1] == "." and not _abbreviated(text.quote(start, end))
    ):
        end -= 1
    return (start, end) if end - start >= 2 else None


def _abbreviated(name: str) -> bool:
    """Whether the closing dot belongs to the name ("Pvt. Ltd.", "& Co."), not to the sentence."""
    return re.search(r"(?:[Pp]vt\. ?[Ll]td|& [Cc]o|[Cc]o\., ?[Ll]td)\.$", name) is not None


def _is_name(text: Text, span: Span, places: list[Place]) -> bool:
    """Whether words can be a name at all: capitals or a company's ending, and something that no dictionary has."""
    words, raw = text.fold[span[0] : span[1]].strip(), text.quote(*span).strip()
    if not 2 <= len(words) <= 60 or len(words.split()) > 8 or _is_never(words):
        return False
    if any(p.start <= span[0] and span[1] <= p.end for p in places):
        return False
    if _han.search(words):
        return _is_han_name(words, span, places)
    if _certificate.fullmatch(words):
        return False
    if _hindi.search(words):
        return (not _trade.fullmatch(words) and bool(_trade.search(words) or _legal.search(words))) or len(
            words.split()
        ) <= 3
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
    if not ended and len(words) > 5 and not re.search(r"[a-z]", words):
        return False
    return len(words) <= 30 and bool(rest) and (len(rest) > 1 or ended) and not re.fullmatch(r"[\d\s]+", rest)


def _is_never(words: str) -> bool:
    if _han.search(words):
        return _never.fullmatch(_legal.sub("", words)) is not None
    first = words.split(maxsplit=1)[0]
    return (
        _never.fullmatch(words) is not None
        or _never.fullmatch(first) is not None
        or any(w in _grammar for w in words.split())
    )


def _shape(text: Text, span: Span) -> float:
    words = text.fold[span[0] : span[1]].rstrip(".")
    return 2.0 if _legal.search(words) else 1.0 if _trade.search(words) else 0.0


def _folded(text: Text, start: int, end: int) -> Span:
    """Offsets of the raw message as offsets of the folded one."""
    return bisect_left(text.at, start), bisect_left(text.at, end)
