"""Certificates with their state: held, being applied for, not held."""

import re
from itertools import pairwise

from prompts.reading import lexicon
from prompts.reading.certificate_names import Named, find_names
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text

Span = tuple[int, int]

_doubtful = frozenset(lexicon.words("certificates", "only_with_state"))
_subject = lexicon.pattern("certificates", "subject")
_states = {state: lexicon.pattern("certificates", state) for state in ("applying", "not_held", "held")}
_wished = lexicon.pattern("certificates", "wished")
_demanded = lexicon.pattern("certificates", "demanded")
_questioned = re.compile(r"(?:吗|么|kya|क्या)\s*$")
_other_ones = lexicon.pattern("certificates", "other_ones")
_guideline = lexicon.pattern("certificates", "guideline")
_not_yet = lexicon.pattern("certificates", "not_yet")
_edge = re.compile(
    r"[,，;；。!！?？\n|()（）]|\.(?=\s|$)|(?<![a-z])(?:but|however|whereas|while|lekin|par|magar)(?![a-z])|लेकिन|मगर|但是?|不过"
)
_BRIEF = 40  # characters of a clause that tells only a state
_and = re.compile(r"\s*(?:,|，|、|and|&|\+|aur|और|和|跟|与|及|同|/|also|bhi|भी|还有|也|plus)*\s*")


def read_certificates(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """Each certificate as written, and the clauses that spoke of them."""
    fold = text.fold
    clauses = _clauses(fold)
    spoken = asked == "proof" or _subject.search(fold) is not None
    named = find_names(text, clauses, spoken=spoken)
    facts: list[HeardFact] = []
    spans = [m.span() for m in _guideline.finditer(fold)]
    for index, (start, end) in enumerate(clauses):
        inside = [n for n in named if start <= n.start < end]
        if not inside:
            refused = _subject.search(fold, start, end) and _states["not_held"].search(fold, start, end)
            if refused and not _wished.search(fold, start, end):
                spans.append((start, end))
            continue
        _judge(fold, inside, start, end)
        if index + 1 < len(clauses):
            _judge_by_next(fold, inside, clauses[index + 1], named)
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


def _wordy(fold: str, n: Named, clauses: list[Span]) -> bool:
    """A name in passing, in a clause that tells something else."""
    start, end = next(((a, b) for a, b in clauses if a <= n.start < b), (n.start, n.end))
    if _subject.search(fold, start, end):
        return False
    rest = fold[start : n.start] + fold[n.end : end]
    return len(re.findall(r"[a-z\u0900-\u0963]+", rest)) + len(re.findall(r"[\u4e00-\u9fff]", rest)) / 2 > 5


def _around(fold: str, n: Named, clause: Span, named: list[Named]) -> Span:
    """The name with the words of its state."""
    start, end = clause
    if _wished.search(fold, start, end):
        return n.start, n.end
    words = len(fold[start:end].split()) + len(re.findall(r"[\u4e00-\u9fff]", fold[start:end])) / 2
    return (start, end) if words <= 9 or len([m for m in named if start <= m.start < end]) > 1 else (n.start, n.end)


def _clauses(fold: str) -> list[Span]:
    edges = [0, *(m.start() for m in _edge.finditer(fold)), len(fold)]
    return [(a, b) for a, b in pairwise(edges) if b > a]


def _judge(fold: str, inside: list[Named], start: int, end: int) -> None:
    """The state of each name of a clause: by what stands behind it, else before it."""
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


def _judge_by_next(fold: str, inside: list[Named], following: Span, named: list[Named]) -> None:
    """A state told in a clause of its own ("AEO, got it last year"), short and about no other certificate."""
    words = fold[following[0] : following[1]].lstrip(" ,，.。;；")
    if len(words) > _BRIEF or _other_ones.match(words) or any(following[0] <= m.start < following[1] for m in named):
        return
    state = _state(fold, *following)
    for n in inside:
        n.state = n.state or state


def _joined(fold: str, one: Named, other: Named) -> bool:
    return _and.fullmatch(fold, one.end, other.start) is not None


def _state(fold: str, start: int, end: int) -> str | None:
    if _not_yet.search(fold, start, end):
        return "not_held"
    for state in ("applying", "not_held", "held"):
        if _states[state].search(fold, start, end):
            return state
    return None
