"""A reading against the profile: what is new, what replaces something, what is taken back."""

from collections.abc import Iterable, Iterator
from typing import Any

from handlers.draft import new_facet, new_fact, rebuilt
from handlers.plain import plain
from prompts.reading.reading import HeardFacet, HeardFact, Reading, Side
from storage.changes import AddFacet, Change, SetFact, WithdrawFacet, WithdrawFact
from storage.companies import FactView, Profile

SEVERAL = {"certificate", "exclusion", "requirement"}  # kinds of which several statements may hold at once
ALIKE = 0.6  # of two texts, one within the other, how much the shorter must cover to be the same thing


def merge(profile: Profile, reading: Reading, instead: Side | None = None) -> tuple[Change, ...]:
    """Decide what makes the profile say what was read; `instead` = the new facets of that side replace the old."""
    return (*_facets(profile, reading.facets, instead), *_denied(profile, reading), *_facts(profile, reading.facts))


def _facets(profile: Profile, heard: Iterable[HeardFacet], instead: Side | None) -> Iterator[Change]:
    standing = {(facet.side, plain(facet.text)): facet for facet in profile.facets}
    said = {(facet.side, plain(facet.text)): facet for facet in heard if plain(facet.text)}
    for key, facet in said.items():
        if key not in standing:
            yield AddFacet(facet.side, facet.text, facet.quote)
    if any(side == instead for side, _ in said):
        yield from (WithdrawFacet(old.id) for key, old in standing.items() if key[0] == instead and key not in said)


def _denied(profile: Profile, reading: Reading) -> Iterator[Change]:
    said = {(facet.side, plain(facet.text)) for facet in reading.facets}
    for old in profile.facets:
        taken_back = any(no.side == old.side and _same_thing(no.text, old.text) for no in reading.denied)
        if taken_back and (old.side, plain(old.text)) not in said:
            yield WithdrawFacet(old.id)


def _same_thing(one: str, other: str) -> bool:
    short, long = sorted((plain(one), plain(other)), key=len)
    return bool(short) and short in long and len(short) >= ALIKE * len(long)


def _facts(profile: Profile, heard: Iterable[HeardFact]) -> Iterator[Change]:
    said = {_place(fact.kind, fact.value): fact for fact in heard}  # of one thing said twice, the last counts
    for place, fact in said.items():
        standing = [old for old in profile.all(fact.kind) if _place(old.kind, old.value) == place]
        value = _completed(fact, standing)
        if not any(_equal(old.value, value) for old in standing):
            yield SetFact(fact.kind, value, fact.quote, tuple(old.id for old in standing))


def _place(kind: str, value: Any) -> tuple[str, str]:
    """Tell what a statement is about: a newer one about the same replaces it."""
    if kind not in SEVERAL:
        return kind, ""
    return kind, plain(value["name"] if kind == "certificate" else value)


def _completed(fact: HeardFact, standing: list[FactView]) -> Any:
    """Give a currency named alone the amount named before, and an amount named alone the currency."""
    if fact.kind != "budget" or not standing:
        return fact.value
    old, new = standing[-1].value, fact.value
    if new["low"] is None and new["high"] is None:
        return {**old, "currency": new["currency"]}
    return {**new, "currency": new["currency"] or old["currency"]}


def _equal(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return plain(old) == plain(new)
    return bool(old == new)


def applied(profile: Profile, changes: Iterable[Change]) -> Profile:
    """Foresee the profile as it stands once the changes are written; new rows have ids below zero."""
    facets, facts = list(profile.facets), list(profile.facts)
    for change in changes:
        match change:
            case AddFacet(side, text, source):
                facets.append(new_facet(min([0, *(facet.id for facet in facets)]) - 1, side, text, source))
            case WithdrawFacet(gone):
                facets = [facet for facet in facets if facet.id != gone]
            case SetFact(kind, value, quote, replaced):
                facts = [fact for fact in facts if fact.id not in replaced]
                facts.append(new_fact(min([0, *(fact.id for fact in facts)]) - 1, kind, value, quote))
            case WithdrawFact(gone):
                facts = [fact for fact in facts if fact.id != gone]
            case _:
                pass
    return rebuilt(profile, facets, facts)
