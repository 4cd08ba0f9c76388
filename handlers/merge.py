"""A reading against the profile: what is new, what replaces something, what is taken back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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


def narrowed(reading: Reading, profile: Profile, broad: Iterable[Sequence[str]]) -> Reading:
    """A facet that only named the trade gives way to a closer one of its side; `broad` = such facets told before."""
    vague = {(side, plain(text)) for side, text in broad}
    nearer = {facet.side for facet in reading.facets if not facet.broad}
    known = nearer | {facet.side for facet in profile.facets if (facet.side, plain(facet.text)) not in vague}
    facets = tuple(facet for facet in reading.facets if not (facet.broad and facet.side in known))
    outgrown = tuple(
        HeardFacet("need" if old.side == "need" else "offer", old.text, old.source, broad=True)
        for old in profile.facets
        if old.side in nearer and (old.side, plain(old.text)) in vague
    )
    return replace(reading, facets=facets, denied=(*reading.denied, *outgrown))


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


def _facts(profile: Profile, heard: Sequence[HeardFact]) -> Iterator[Change]:
    stated = {_place(fact.kind, fact.value) for fact in heard if not fact.inferred}
    said = {
        place: fact for fact in heard if (place := _place(fact.kind, fact.value)) not in stated or not fact.inferred
    }
    moved = any(place[0] == "city" for place in stated)
    for place, fact in said.items():
        standing = [old for old in profile.all(fact.kind) if _place(old.kind, old.value) == place]
        follows = moved and fact.kind == "country" and _by_city(profile, standing)
        if fact.inferred and standing and not follows:
            continue
        value = _completed(fact, standing)
        if follows or not any(_equal(old.value, value) for old in standing):
            yield SetFact(fact.kind, value, fact.quote, tuple(old.id for old in standing))


def _by_city(profile: Profile, countries: Iterable[FactView]) -> bool:
    """Whether the country was only told by the city: it rests on the same words."""
    cities = {city.quote for city in profile.all("city")}
    return all(country.quote in cities for country in countries)


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
