"""Certificates with their state: held, being applied for, not held."""

import re
from dataclasses import dataclass

from prompts.reading import lexicon
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text

Span = tuple[int, int]

_name = lexicon.pattern("certificates", "name")
_doubtful = frozenset(lexicon.words("certificates", "only_with_state"))
_subject = lexicon.pattern("certificates", "subject")
_service = re.compile(r"\s*" + lexicon.source("certificates", "service"))
_states = {state: lexicon.pattern("certificates", state) for state in ("applying", "not_held", "held")}
_other_ones = lexicon.pattern("certificates", "other_ones")
_guideline = lexicon.pattern("certificates", "guideline")
_not_yet = lexicon.pattern("certificates", "not_yet")
_edge = re.compile(
    r"[,，;；。!！?？\n|()（）]|\.(?=\s|$)|(?<![a-z])(?:but|however|whereas|while|lekin|par|magar)(?![a-z])|लेकिन|मगर|但是?|不过"
)
_no_name = lexicon.pattern("certificates", "no_name")
_and = re.compile(r"\s*(?:,|，|、|and|&|\+|aur|और|和|跟|与|及|同|/|also|bhi|भी|还有|也|plus)*\s*")


@dataclass
class _Named:
    start: int
    end: int
    state: str | None = None


def read_certificates(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """Each certificate as written, and the clauses that spoke of them."""
    fold = text.fold
    clauses = _clauses(fold)
    spoken = asked == "proof" or _subject.search(fold) is not None
    named = _names(text, spoken, clauses)
    facts: list[HeardFact] = []
    spans = [m.span() for m in _guideline.finditer(fold)]
    for index, (start, end) in enumerate(clauses):
        inside = [n for n in named if start <= n.start < end]
        if not inside:
            if _subject.search(fold, start, end) and _states["not_held"].search(fold, start, end):
                spans.append((start, end))
            continue
        _judge(fold, inside, start, end, clauses[index + 1] if index + 1 < len(clauses) else None, named)
    sure = spoken or any(n.state or fold[n.start : n.end] not in _doubtful for n in named)
    for n in named:
        if not sure or (n.state is None and fold[n.start : n.end] in _doubtful and not spoken and len(named) < 2):
            continue
        if n.state == "asked":
            continue
        if n.state is None and asked != "proof" and _wordy(fold, n, clauses):
            continue
        value = {"name": text.quote(n.start, n.end), "state": n.state or "held"}
        facts.append(HeardFact("certificate", value, text.quote(n.start, n.end)))
        spans.append((n.start, n.end))
        clause = next(((a, b) for a, b in clauses if a <= n.start < b), None)
        if clause and n.state:
            spans.append(_around(fold, n, clause, named))
    return facts, spans


def _wordy(fold: str, n: _Named, clauses: list[Span]) -> bool:
    """A name in passing, in a clause that tells something else."""
    start, end = next(((a, b) for a, b in clauses if a <= n.start < b), (n.start, n.end))
    if _subject.search(fold, start, end):
        return False
    rest = fold[start : n.start] + fold[n.end : end]
    return len(re.findall(r"[a-z\u0900-\u0963]+", rest)) + len(re.findall(r"[\u4e00-\u9fff]", rest)) / 2 > 5


def _around(fold: str, n: _Named, clause: Span, named: list[_Named]) -> Span:
    """The name with the words of its state."""
    start, end = clause
    words = len(fold[start:end].split()) + len(re.findall(r"[\u4e00-\u9fff]", fold[start:end])) / 2
    return (start, end) if words <= 9 or len([m for m in named if start <= m.start < end]) > 1 else (n.start, n.end)


def _clauses(fold: str) -> list[Span]:
    edges = [0, *(m.start() for m in _edge.finditer(fold)), len(fold)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if b > a]


def _names(text: Text, spoken: bool, clauses: list[Span]) -> list[_Named]:
    fold = text.fold
    found = []
    for m in _name.finditer(fold):
        if not _service.match(fold, m.end()):
            found.append(_Named(m.start(), m.end()))
    for m in _general_names(text):
        start, end = m
        if any(n.start < end and start < n.end for n in found):
            found = [
                n if not (n.start < end and start <= n.start) else _Named(start, max(end, n.end))
                for n in found
                if not (start < n.start and n.end <= end and False)
            ]
        elif not _service.match(fold, end):
            found.append(_Named(start, end))
    if spoken or found:
        back = {raw: index for index, raw in reversed(list(enumerate(text.at)))}
        for m in _acronym.finditer(text.raw):
            start, end = back.get(m.start(1), 0), back.get(m.end(1), len(fold))
            if not any(n.start < end and start < n.end for n in found) and m[1] not in (
                "IT",
                "AI",
                "HR",
                "OK",
                "ERP",
                "CRM",
                "MES",
                "IP",
            ):
                found.append(_Named(start, end))
    if spoken and not found:
        found += _after_subject(fold, clauses)
    return _merged(fold, sorted({(n.start, n.end): n for n in found}.values(), key=lambda n: n.start))


def _merged(fold: str, found: list[_Named]) -> list[_Named]:
    """Two names with only a space between them are one (NMPA 二类证)."""
    merged: list[_Named] = []
    for n in found:
        if (
            merged
            and n.start <= merged[-1].end + 1
            and re.match(r"[\u4e00-\u9fff]", fold[n.start])
            and not fold[merged[-1].end : n.start].strip()
        ):
            merged[-1] = _Named(merged[-1].start, n.end)
        else:
            merged.append(n)
    return merged


_general_raw = re.compile(
    r"(?<![A-Za-z])[A-Z][a-z]+ [a-z]+ certificate(?: from [A-Z][A-Za-z]+)?|(?<![A-Za-z])[A-Z]{2,6} certified (?:[a-z]+ ){0,2}(?:auditor|engineer|trainer|professional|partner|consultant|manager|practitioner)|(?<![A-Za-z])[A-Z][A-Za-z0-9&-]*(?: [A-Z0-9][A-Za-z0-9&-]*){0,4} (?:[Cc]ertificate|[Cc]ertification|[Aa]ccreditation|[Aa]pproval|[Ll]icen[cs]e|[Tt]ag|[Mm]ark|[Ss]tamp|[Aa]uthori[sz]ation|[Ss]eal|[Cc]lass approval)(?![a-z])"
)
_general_han = re.compile(
    r"(?:^|[,，。、；;\s有拿到过持是得])([\u4e00-\u9fffA-Za-z0-9]{2,8}?(?:认证|认証|認證|许可证|許可證|资质|資質|牌照|证书|證書))"
)


def _general_names(text: Text) -> list[Span]:
    fold, found = text.fold, []
    back = {raw: index for index, raw in reversed(list(enumerate(text.at)))}
    for m in _general_raw.finditer(text.raw):
        if not _no_name.match(m[0].lower()):
            found.append((back.get(m.start(), 0), back.get(m.end(), len(fold))))
    for m in _general_han.finditer(text.raw):
        start, end = back.get(m.start(1), 0), back.get(m.end(1), len(fold))
        if not _no_name.match(fold[start:end]):
            found.append((start, end))
    return found


def _after_subject(fold: str, clauses: list[Span]) -> list[_Named]:
    """ "证书只有X", "certificate: X": whatever stands there."""
    for start, end in clauses:
        m = _subject.search(fold, start, end)
        if m is None or _states["not_held"].search(fold, start, end):
            continue
        named = _listed.match(fold, m.end(), end)
        if named and named["name"] and not _no_name.match(named["name"]):
            return [_Named(named.start("name"), named.end("name"))]
    return []


_demanded = lexicon.pattern("certificates", "demanded")
_questioned = re.compile(r"(?:吗|么|kya|क्या)\s*$")
_acronym = re.compile(
    r"(?<![A-Za-z])([A-Z]{2,8}(?:[ -]?\d{1,5})?)(?= ?(?:也|都)?(?:有(?!限)|没有|还没|在办|办了|拿到|通过))"
)
_listed = re.compile(
    r"\s*(?::|：|只有|有|是|is|are|hai|=|-|为)\s*(?P<name>[a-z0-9][a-z0-9 /:.-]{1,30}[a-z0-9]|[\u4e00-\u9fff]{2,10})"
)


def _judge(fold: str, inside: list[_Named], start: int, end: int, following: Span | None, named: list[_Named]) -> None:
    """The state of each name of a clause: by what stands behind it, else before it, else by the next clause."""
    for index, n in enumerate(inside):
        stop = inside[index + 1].start if index + 1 < len(inside) else end
        n.state = _state(fold, n.end, stop)
    for index in range(len(inside) - 2, -1, -1):
        if inside[index].state is None and _joined(fold, inside[index], inside[index + 1]):
            inside[index].state = inside[index + 1].state
    if (
        _demanded.search(fold, start, end)
        or fold[end : end + 1] in ("?", "？")
        or _questioned.search(fold, inside[-1].end, end)
    ):
        for n in inside:
            n.state = "asked"
        return
    first = _state(fold, start, inside[0].start)
    for n in inside:
        n.state = n.state or first
    if (
        following
        and inside[-1].state is None
        and not _other_ones.match(fold[following[0] : following[1]].lstrip(" ,，.。;；"))
        and not any(following[0] <= m.start < following[1] for m in named)
    ):
        inside[-1].state = _state(fold, *following) if len(fold[following[0] : following[1]]) < 40 else None
        for n in inside[:-1]:
            n.state = n.state or inside[-1].state


def _joined(fold: str, one: _Named, other: _Named) -> bool:
    return _and.fullmatch(fold, one.end, other.start) is not None


def _state(fold: str, start: int, end: int) -> str | None:
    if _not_yet.search(fold, start, end):
        return "not_held"
    for state in ("applying", "not_held", "held"):
        if _states[state].search(fold, start, end):
            return state
    return None
