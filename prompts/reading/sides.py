"""On which side of the counter each clause stands: by its own cue, by the clause before, by what was asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prompts.reading import lexicon
from prompts.reading.clauses import Clause
from prompts.reading.cues import MASK, CueSide, is_empty, skip_lead
from prompts.reading.items import find_items, strip
from prompts.reading.places import find_places
from prompts.reading.reading import Side

_han = re.compile(r"[\u3400-\u9fff]")
_opens = re.compile(rf"[\s,，、]*(?:{lexicon.source('chatter', 'opens')}|\d+(?!d)[^a-z]?)")
_holds = lexicon.pattern("chatter", "holds")
_joins = re.compile(r"[\s,，、]*" + lexicon.source("chatter", "joins"))
_only = re.compile(r"[\s,，、]*" + lexicon.source("chatter", "only"))
_another = re.compile(r"[\s,，、]*" + lexicon.source("chatter", "another"))
_topic = re.compile(r"[\s,，、]*" + lexicon.source("chatter", "topic"))
_such_as = re.compile(r"[\s,]*(?:jo|जो)(?= )(?=(?:\s+\S+){2})")
_which = re.compile(r"(?<=[a-z]) (?:that|who|which|jo)(?= )|(?<=[\u0900-\u0963]) जो(?= )")
_wish = lexicon.pattern("chatter", "wish")
_trade = lexicon.pattern("chatter", "trade")
_asks_back = lexicon.pattern("chatter", "asks_back")
_passive = lexicon.pattern("chatter", "passive")
_asks = lexicon.pattern("chatter", "asks")
_ABLE = "能会懂"  # before an offering verb: one who can do it is wished for
_LAST: dict[str, Side] = {"offer": "offer", "proof": "offer", "need": "need", "payer": "need", "budget": "need"}
"""What a message that begins with "also" goes on with, by the question that is open."""


@dataclass
class Course:
    """Where a message stands while its clauses are read in order."""

    asked: Side | None
    opening: bool
    """Nothing that was asked says on which side a bare list stands."""
    open: str | None = None
    """The open question."""
    sentence: int = -1
    side: CueSide | None = None
    before: CueSide | None = None
    """The side of the sentence before."""
    carried: bool = False
    unnamed: bool = False
    """Someone was wished for and not named: "koi chahiye"."""
    told: bool = False
    told_in: int = -1
    """The sentence in which a side was last told."""


def clause_sides(fold: str, clauses: list[Clause], course: Course) -> Iterator[tuple[Clause, CueSide, bool]]:
    """Each clause that names things, with its side and whether it only names the trade."""
    for index, clause in enumerate(clauses):
        _enter(course, clause)
        if _topic.match(fold, clause.start, clause.end) and clause.side != "need":
            course.side, course.carried = None, False
            continue
        if clause.side:
            yield from _cued(fold, clause, course)
            continue
        if is_empty(fold, clause.start, clause.end):
            continue
        side = _continued(fold, clause, course)
        if side is None:
            closing = _closing(clauses, index)
            if closing and not tells(fold, clause, led=True):
                side = closing.side
        if side:
            yield clause, side, False
        elif clause.leftover and course.unnamed and _such_as.match(fold, clause.start, clause.end):
            yield clause, "need", False  # "koi chahiye jo X kare": what the wanted one does
        elif (bare := _bare_side(fold, clause, course)) is not None:
            yield clause, bare, course.asked is None and _is_short(fold[clause.start : clause.end])


def _enter(course: Course, clause: Clause) -> None:
    if clause.sentence == course.sentence:
        return
    if course.side != "no":
        course.before = course.side or course.before
    if not (course.carried or (clause.bullet and course.side)):
        course.side = None
    course.carried = False
    course.sentence = clause.sentence


def _cued(fold: str, clause: Clause, course: Course) -> Iterator[tuple[Clause, CueSide, bool]]:
    side, cue = clause.side, clause.cue
    assert side is not None
    assert cue is not None
    if (clause.aside and tells(fold, clause)) or (side == "offer" and not _is_offered(fold, clause)):
        return
    if side == "need" and _asks_back.search(fold, max(0, cue[0] - len("do ")), clause.end):
        return
    if side == "offer" and course.side == "need" and (_wish.match(fold, cue[0]) or fold[cue[0] - 1] in _ABLE):
        side = "need"  # "someone who can also provide X" is still wished for
    if is_empty(fold, clause.start, clause.end):
        course.carried = side != "no"
        course.side = side if side != "no" else course.side
    elif side == "no":
        if not tells(fold, clause, strict=False):
            course.side = course.side if clause.after else "no"
            yield clause, side, False
    else:
        yield from _told(fold, clause, side, course)


def _is_offered(fold: str, clause: Clause) -> bool:
    """Not asked about, not done by somebody else."""
    assert clause.cue is not None
    start, end = min(clause.start, clause.cue[0]), max(clause.end, clause.cue[1] + 1)
    asked = clause.question or _asks.search(fold, clause.start, clause.end) is not None
    return not asked and _passive.search(fold, start, end) is None


def _told(fold: str, clause: Clause, side: Side, course: Course) -> Iterator[tuple[Clause, CueSide, bool]]:
    assert clause.cue is not None
    course.side = course.before = side
    course.carried = clause.heading
    course.told, course.told_in = True, clause.sentence
    yield clause, side, side == "offer" and _trade.search(fold, clause.cue[0], clause.end + 2) is not None


def _continued(fold: str, clause: Clause, course: Course) -> CueSide | None:
    """A clause without a cue goes on with the side that stands, if it names things and tells no story."""
    joined = _joins.match(fold, clause.start, clause.end)
    side = course.side or (course.before if joined else None)
    if side == "no" and (course.asked or course.opening) and _only.match(fold, clause.start, clause.end):
        return course.before or course.asked or "offer"
    if side == "no" and joined:
        side = course.before
    if side is None or (clause.leftover and not joined) or clause.aside or clause.question:
        return None
    if _is_rest(fold[clause.start : clause.end]):
        return None
    if side == "need" and _another.match(fold, clause.start, clause.end):
        return side
    if tells(fold, clause, joined=joined is not None):
        return None
    return side


def _closing(clauses: list[Clause], index: int) -> Clause | None:
    """The verb that closes a list said before it: "upi collection, loan software banate hai"."""
    for later in clauses[index + 1 :]:
        if later.sentence != clauses[index].sentence or (later.side and not later.after):
            return None
        if later.side:
            return later if later.side != "no" or later.start >= later.end else None
    return None


def _bare_side(fold: str, clause: Clause, course: Course) -> Side | None:
    if clause.aside or clause.question or clause.leftover or (course.told and not _lists(fold, clause, course)):
        return None
    joined = _joins.match(fold, clause.start, clause.end) is not None
    if tells(fold, clause, joined=joined):
        return None
    words = fold[clause.start : clause.end]
    if fold[clause.end :].lstrip(" ")[:1] == ":":
        return None  # a label
    if _is_rest(words) or any(place.kind != "country" for place in find_places(words)):
        return None
    if joined and course.before is None:
        return _LAST.get(course.open or "", course.asked)
    if course.open == "proof" and len(find_items(fold, fold, clause.start, clause.end)) > 1 and not clause.cue:
        return "offer"  # a list of things answers no question for proof
    return course.asked or ("offer" if course.opening else None)


def tells(fold: str, clause: Clause, *, joined: bool = False, led: bool = False, strict: bool = True) -> bool:
    """Whether a clause tells a story or answers something instead of naming a thing."""
    start = skip_lead(fold, clause.start, clause.end) if joined or led or not strict else clause.start
    if joined:
        start, _ = strip(fold, start, clause.end)
    if _opens.match(fold, start, clause.end) and strict:
        return True
    if len(fold[start : clause.end].split()) > 14:
        return True
    which = _which.search(fold, start, clause.end)
    return _holds.search(fold, start, which.start() if which else clause.end) is not None


def _lists(fold: str, clause: Clause, course: Course) -> bool:
    """After something was told, only a list of several things in a sentence of its own still names offers."""
    several = len(find_items(fold, fold, clause.start, clause.end)) > 1
    return several and course.before == "offer" and course.asked != "need" and clause.sentence != course.told_in


def _is_rest(words: str) -> bool:
    """The rest of a clause that told a size, a sum, a certificate."""
    return MASK in words and len(words.replace(MASK, "").split()) <= 4 and len(_han.findall(words)) <= 8


def _is_short(words: str) -> bool:
    """So short that it names a trade sooner than a capability."""
    return len(words.split()) <= 2 and len(_han.findall(words)) <= 4
