"""Which of the places in a message is where the speaker's company sits."""

import re

from prompts.reading import lexicon
from prompts.reading.places import Place, find_places
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text

_IN_NAME, _PASSING, _FOREIGN, _ALONE, _OWN, _SEAT = range(1, 7)
"""Within the company's name, in passing, alone but across the border, alone in its piece, told to be own, the seat."""
_LOOSE = frozenset(("from", "in", "of", "at", "在"))
_own_before = re.compile(lexicon.source("places", "own_before") + r"\s*$")
_own_after = re.compile(r"\s*" + lexicon.source("places", "own_after"))
_other = lexicon.pattern("places", "other")
_hindi_in = re.compile(r"\s*(?:me|mein|में|से)(?![a-z\u0900-\u0963])")
_moved = lexicon.pattern("places", "moved")
_piece = re.compile(r"(?:[^,，。.!！?？;；\n|、()（）/]|(?<!\s)/(?!\s))+")
_sentence = re.compile(r"[,，。.!！?？;；\n]")
_unknown_latin = re.compile(lexicon.table("places")["shapes"]["told"] + r"\s+([A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?)")
_unknown_han = re.compile(r"(?:在|位于|坐标|来自)([\u3400-\u9fff]{2,4}?(?:市|县|镇|州|旗))")
_hindi_town = re.compile(r"(?:^|[\s,])([A-Za-z]{4,}|[\u0900-\u0963]{3,})\s+(?:zila|district|jila|जिला|जिले)")
_seat = lexicon.pattern("places", "seat")
_suffix = re.compile(r"市|省|县|区(?!块)")


def own_city(text: Text, names: list[tuple[int, int]], country: str | None) -> list[HeardFact]:
    """The city the speaker's company is in, as written, and its country; a city within its name is only inferred."""
    places = find_places(text.fold, text.raw)
    ranked = [
        (rank, place)
        for place in places
        if place.kind == "cities" and (rank := _rank(text, place, places, names, country))
    ]
    if ranked:
        best = max(rank for rank, _ in ranked)
        place = next(place for rank, place in ranked if rank == best)
        place = next((p for _, p in reversed(ranked) if p.entry == place.entry and p.entry >= 0), place)
        end = place.end
        quote = text.quote(place.start, end)
        facts = [HeardFact("city", quote, quote, inferred=best <= _PASSING)]
        return [*facts, HeardFact("country", place.country, quote, inferred=True)]
    return _unlisted(text)


def own_span(text: Text, city: str) -> list[tuple[int, int]]:
    """Where the own city stands, with its region beside it, so that no capability is read from it."""
    places = find_places(text.fold, text.raw)
    own = [p for p in places if text.quote(p.start, p.end) == city and not _within_thing(text.fold, p)]
    beside = [
        p
        for p in places
        if p.kind == "regions"
        and any(
            not text.fold[o.end : p.start].strip(" ,，") or not text.fold[p.end : o.start].strip(" ,，省") for o in own
        )
    ]
    return [(p.start, p.end) for p in (*own, *beside)]


def _within_thing(fold: str, place: Place) -> bool:
    """Named as part of something else ("the Ningbo-Chennai lane")."""
    return fold[place.start - 1 : place.start] == "-" or fold[place.end : place.end + 1] == "-"


def _unlisted(text: Text) -> list[HeardFact]:
    for pattern in (_unknown_latin, _unknown_han, _hindi_town):
        for found in pattern.finditer(text.raw):
            around = text.raw[max(0, found.start() - 25) : found.start()].lower()
            if not _other.search(around):
                return [HeardFact("city", found[1], found[0].strip())]
    return []


def _rank(text: Text, place: Place, places: list[Place], names: list[tuple[int, int]], country: str | None) -> int:
    """How surely a place is the speaker's own: one of the ranks, 0 = it is somebody else's."""
    fold = text.fold
    if any(start <= place.start and place.end <= end for start, end in names):
        return _IN_NAME
    piece = next((m for m in _piece.finditer(fold) if m.start() <= place.start < m.end()), None)
    start, end = (piece.start(), piece.end()) if piece else (place.start, place.end)
    before, after = _without_places(fold, start, place.start, places), fold[place.end : end]
    after = _suffix.sub("", after, count=1) if _suffix.match(after) else after
    if _moved.search(before):
        return _SEAT
    outside = _sentence.split(fold[: start - 1])[-1] if fold[start - 1 : start] in {"(", "（"} else ""
    if _other.search(f"{before[-60:]} | {after[:24]}") or _other.search(outside):
        return 0
    foreign = country is not None and place.country != country
    if not before.strip(" :：-") and not after.strip(" :：-।"):
        return _FOREIGN if foreign else _ALONE
    if foreign and any(p.kind == "cities" and p.country == country for p in places):
        return _PASSING if _own_before.search(before) else 0
    return _within_clause(before, after, foreign=foreign)


def _within_clause(before: str, after: str, *, foreign: bool) -> int:
    """By the words around a place that does not stand alone."""
    own = _own_before.search(before)
    if own and _seat.search(before):
        return _SEAT
    if own and not (foreign and own[0].strip() in _LOOSE):
        return _ALONE if own[0].strip() in _LOOSE - {"from", "在"} else _OWN
    near = len(before.split()) <= (7 if _hindi_in.match(after) else 3)
    if (_own_after.match(after) and near) or (not before.strip() and len(after.split()) <= 3):
        return 0 if foreign else _ALONE
    brief = len(before.split()) + len(after.split()) <= 6 and len(before) + len(after) < 24
    return _PASSING if brief and not foreign else 0


def _without_places(fold: str, start: int, end: int, places: list[Place]) -> str:
    """The words before a place without the region named in front of it (在江苏泰兴)."""
    for other in places:
        if other.kind != "cities" and other.end <= end and not fold[other.end : end].strip(" ,，省的"):
            end = max(start, other.start)
    return fold[start:end]
