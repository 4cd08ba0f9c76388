"""Offers and needs: the capabilities that the clauses of a message name, each with the words it rests on."""

import re

from prompts.reading import lexicon
from prompts.reading.clauses import Clause, split_clauses, without_numbering
from prompts.reading.cues import MASK, NAMED
from prompts.reading.items import Span, find_items
from prompts.reading.reading import HeardFacet, Side
from prompts.reading.script import Text
from prompts.reading.sides import Course, clause_sides

_firm = re.compile(lexicon.source("chatter", "firm") + "$")
_attribute = lexicon.pattern("chatter", "attribute")
_located = re.compile(r"(?<![\u0900-\u0963])(?:में|से|पर|पे)\s*$|(?<![a-z])(?:me|mein|se|pe|par)\s*$")
_single_han = re.compile(r"[\u3400-\u9fff]")


def read_facets(
    text: Text, claimed: list[Span], named: list[Span], asked: str | None
) -> tuple[list[HeardFacet], list[HeardFacet]]:
    """Facets and denied facets; `claimed` are the spans that facts were read from, `named` those of name and city."""
    fold = without_numbering(_masked(_masked(text.fold, claimed, MASK), named, NAMED))
    course = Course(_side_asked(asked), asked in (None, "company"), asked)
    heard: list[HeardFacet] = []
    denied: list[HeardFacet] = []
    for clause, side, broad in clause_sides(fold, split_clauses(fold), course):
        items = find_items(fold, text.raw, clause.start, clause.end)
        course.unnamed = not items and side == "need" and clause.after
        course.carried = course.carried or (not items and clause.cue is not None and side != "no")
        for start, end in items:
            span = _named_thing(fold, clause, side, start, end)
            if span:
                facet = _facet(text, clause, "need" if side == "need" else "offer", span, broad=broad)
                (denied if side == "no" else heard).append(facet)
    return _distinct(heard), _distinct(denied)


def _side_asked(asked: str | None) -> Side | None:
    return "offer" if asked == "offer" else "need" if asked == "need" else None


def _named_thing(fold: str, clause: Clause, side: str, start: int, end: int) -> Span | None:
    """The span of a capability, None for a place ("Instagram pe bechte"), an attribute, what was read already."""
    if side == "offer" and clause.after and _located.search(fold, start, clause.end):
        return None
    if _single_han.fullmatch(fold, start, end) and clause.cue and clause.cue[1] == start:
        start -= 1  # 修琴: with its verb
    if _attribute.fullmatch(fold, start, end) or MASK in fold[start:end] or NAMED in fold[start:end]:
        return None
    return start, end


def _facet(text: Text, clause: Clause, side: Side, span: Span, *, broad: bool) -> HeardFacet:
    start, end = span
    cue = clause.cue or span
    quote = text.quote(min(start, cue[0]), max(end, cue[1]))
    firm = side == "offer" and _firm.search(text.fold, start, end) is not None
    return HeardFacet(side, text.quote(start, end), quote, broad or firm)


def _masked(fold: str, claimed: list[Span], mask: str) -> str:
    letters = list(fold)
    for start, end in claimed:
        letters[start:end] = mask * (end - start)
    return "".join(letters)


def _distinct(facets: list[HeardFacet]) -> list[HeardFacet]:
    seen: dict[tuple[str, str], HeardFacet] = {}
    for facet in facets:
        seen.setdefault((facet.side, facet.text.lower()), facet)
    return list(seen.values())
