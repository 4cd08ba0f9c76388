"""Offers and needs: which clauses name them, on which side each stands, and the capability alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prompts.reading import lexicon
from prompts.reading.clauses import MASK, NAMED, Clause, is_empty, skip_lead, split_clauses, without_numbering
from prompts.reading.places import find_places
from prompts.reading.items import Span, find_items, strip
from prompts.reading.reading import HeardFacet, Side
from prompts.reading.script import Text

_han = re.compile(r"[\u3400-\u9fff]")
_opens = re.compile(rf"[\s,，、]*(?:{lexicon.source('chatter', 'opens')}|\d+(?!d)[^a-z]?)")
_holds = lexicon.pattern("chatter", "holds")
_joins = re.compile(r"[\s,，、]*" + lexicon.source("chatter", "joins"))
_wish = lexicon.pattern("chatter", "wish")
_trade = lexicon.pattern("chatter", "trade")
_passive = lexicon.pattern("chatter", "passive")
_firm = re.compile(lexicon.source("chatter", "firm") + "$")
_asks = lexicon.pattern("chatter", "asks")
_ABLE = "能会懂"  # before an offering verb: one who can do it is wished for
_LAST: dict[str, Side] = {"offer": "offer", "proof": "offer", "need": "need", "payer": "need", "budget": "need"}
"""What a message that begins with "also" goes on with, by the question that is open."""
_located = re.compile(r"(?<![\u0900-\u0963])(?:में|से|पर|पे)\s*$|(?<![a-z])(?:me|mein|se|pe|par)\s*$")
_single_han = re.compile(r"[\u3400-\u9fff]")
_topic = re.compile(r"[\s,，、]*" + lexicon.source("chatter", "topic"))
_such_as = re.compile(r"[\s,]*(?:jo|जो)(?= )(?=(?:\s+\S+){2})")
_which = re.compile(r"(?<=[a-z]) (?:that|who|which|jo)(?= )|(?<=[\u0900-\u0963]) जो(?= )")
_another = re.compile(r"[\s,]*(?:and|also|plus|or)(?: also| maybe| perhaps)? (?:an?|some|someone|somebody|one|another|any)(?= )")
_no_attribute = lexicon.pattern("chatter", "attribute")


@dataclass
class _Course:
    """Where a message stands while its clauses are read in order."""

    asked: Side | None
    opening: bool
    """Nothing that was asked says on which side a bare list stands."""
    open: str | None = None
    """The open question."""
    sentence: int = -1
    side: str | None = None
    before: str | None = None
    """The side of the sentence before."""
    carried: bool = False
    unnamed: bool = False
    """Someone was wished for and not named: "koi chahiye"."""
    told: bool = False
    told_in: int = -1
    """The sentence in which a side was last told."""
    waiting: list[Clause] = field(default_factory=list)


def read_facets(text: Text, claimed: list[Span], named: list[Span], asked: str | None) -> tuple[list[HeardFacet], list[HeardFacet]]:
    """Facets and denied facets; `claimed` are the spans that facts were read from, `named` those of name and city."""
    fold = without_numbering(_masked(_masked(text.fold, claimed, MASK), named, NAMED))
    side: Side | None = "offer" if asked == "offer" else "need" if asked == "need" else None
    course = _Course(side, asked in (None, "company"), asked)
    heard: list[HeardFacet] = []
    denied: list[HeardFacet] = []
    for clause, side, broad in _sides(fold, split_clauses(fold), course):
        items = find_items(fold, text.raw, clause.start, clause.end)
        course.unnamed = not items and side == "need" and clause.after
        if not items and clause.cue and side != "no":
            course.carried = True  # "what I want is simple": the thing follows
        for start, end in items:
            if side == "offer" and clause.after and _located.search(fold, start, clause.end):
                continue
            if _single_han.fullmatch(fold, start, end) and clause.cue and clause.cue[1] == start:
                start -= 1  # 修琴: with its verb
            if _no_attribute.fullmatch(fold, start, end) or MASK in fold[start:end] or NAMED in fold[start:end]:
                continue
            quote = text.quote(min(start, clause.cue[0]) if clause.cue else start, max(end, clause.cue[1] if clause.cue else end))
            vague = broad or (side != "need" and _firm.search(fold, start, end) is not None)
            facet = HeardFacet("need" if side == "need" else "offer", text.quote(start, end), quote, vague)
            (denied if side == "no" else heard).append(facet)
    return _distinct(heard), _distinct(denied)


def _masked(fold: str, claimed: list[Span], mask: str) -> str:
    letters = list(fold)
    for start, end in claimed:
        letters[start:end] = mask * (end - start)
    return "".join(letters)


def _sides(fold: str, clauses: list[Clause], course: _Course) -> Iterator[tuple[Clause, str, bool]]:
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
            if closing and not tells(fold, clause):
                side = closing.side
        if side:
            yield clause, side, False
        elif clause.leftover and course.unnamed and _such_as.match(fold, clause.start, clause.end):
            yield clause, "need", False  # "koi chahiye jo X kare": what the wanted one does
        elif (bare := _bare_side(fold, clause, course)) is not None:
            yield clause, bare, course.asked is None and _is_short(fold[clause.start : clause.end])


def _enter(course: _Course, clause: Clause) -> None:
    if clause.sentence == course.sentence:
        return
    if course.side != "no":
        course.before = course.side or course.before
    if not (course.carried or (clause.bullet and course.side)):
        course.side = None
    course.carried = False
    course.sentence = clause.sentence


def _cued(fold: str, clause: Clause, course: _Course) -> Iterator[tuple[Clause, str, bool]]:
    side: str = clause.side or ""
    assert clause.cue is not None
    if clause.aside and tells(fold, clause):
        return
    if side == "offer" and _asks.search(fold, clause.start, clause.end):
        return
    if side == "offer" and (_passive.search(fold, min(clause.start, clause.cue[0]), max(clause.end, clause.cue[1] + 1)) or clause.question):
        course.side = None
        return
    if side == "offer" and course.side == "need" and (_wish.match(fold, clause.cue[0]) or fold[clause.cue[0] - 1] in _ABLE):
        side = "need"  # "someone who can also provide X" is still wished for
    if is_empty(fold, clause.start, clause.end):
        course.carried = side != "no"
        course.side = side if side != "no" else course.side
        return
    if side == "no":
        if tells(fold, clause, strict=False):
            return
        course.side = course.side if clause.after else "no"
        yield clause, side, False
        return
    course.side = course.before = side
    course.carried = clause.heading
    course.told, course.told_in = True, clause.sentence
    yield clause, side, side == "offer" and _trade.search(fold, clause.cue[0], clause.end + 2) is not None


def _continued(fold: str, clause: Clause, course: _Course) -> str | None:
    """A clause without a cue goes on with the side that stands, if it names things and tells no story."""
    joined = _joins.match(fold, clause.start, clause.end)
    side = course.side or (course.before if joined else None)
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


def _bare_side(fold: str, clause: Clause, course: _Course) -> Side | None:
    if clause.aside or clause.question or clause.leftover or (course.told and not _lists(fold, clause, course)):
        return None
    joined = _joins.match(fold, clause.start, clause.end) is not None
    if tells(fold, clause, joined=joined):
        return None
    words = fold[clause.start : clause.end]
    if _is_rest(words) or any(place.kind != "country" for place in find_places(words)):
        return None
    if joined and course.before is None:
        return _LAST.get(course.open or "", course.asked)
    return course.asked or ("offer" if course.opening else None)


def tells(fold: str, clause: Clause, *, joined: bool = False, strict: bool = True) -> bool:
    """Whether a clause tells a story or answers something instead of naming a thing."""
    start = skip_lead(fold, clause.start, clause.end) if joined or not strict else clause.start
    if joined:
        start, _ = strip(fold, start, clause.end)
    if _opens.match(fold, start, clause.end) and strict:
        return True
    if len(fold[start : clause.end].split()) > 14:
        return True
    which = _which.search(fold, start, clause.end)
    return _holds.search(fold, start, which.start() if which else clause.end) is not None


def _lists(fold: str, clause: Clause, course: _Course) -> bool:
    """After something was told, only a list of several things in a sentence of its own still names offers."""
    several = len(find_items(fold, fold, clause.start, clause.end)) > 1
    return several and course.before == "offer" and course.asked != "need" and clause.sentence != course.told_in


def _is_rest(words: str) -> bool:
    """The rest of a clause that told a size, a sum, a certificate."""
    return MASK in words and len(words.replace(MASK, "").split()) <= 4 and len(_han.findall(words)) <= 8


def _is_short(words: str) -> bool:
    """So short that it names a trade sooner than a capability."""
    return len(words.split()) <= 2 and len(_han.findall(words)) <= 4


def _distinct(facets: list[HeardFacet]) -> list[HeardFacet]:
    seen: dict[tuple[str, str], HeardFacet] = {}
    for facet in facets:
        seen.setdefault((facet.side, facet.text.lower()), facet)
    return list(seen.values())
