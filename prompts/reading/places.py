"""Cities of both countries in every script, as a message names them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from prompts.reading import lexicon
from prompts.reading.script import normalise

Country = Literal["IN", "CN"]
_LONGEST = 16  # characters of the longest Han name
_MOST = 24  # places of a message that are looked at
_WORDS = 4  # words of the longest Latin or Devanagari name


@dataclass(frozen=True)
class _Entry:
    country: Country
    kind: str  # cities | regions | country
    unless: str = ""
    """What may not follow, as in 大理(?!石)."""
    line: int = -1


@dataclass(frozen=True)
class Place:
    """A place named at [start, end) of the folded text."""

    start: int
    end: int
    country: Country
    kind: str
    entry: int = -1
    """The same for all names of one place."""


def _load() -> dict[str, _Entry]:
    gazetteer: dict[str, _Entry] = {}
    countries: tuple[tuple[Country, str], ...] = (("IN", "places_in"), ("CN", "places_cn"))
    for country, name in countries:
        for kind, lines in lexicon.table(name).items():
            for number, alias in ((n, alias) for n, line in enumerate(lines) for alias in line.split("|")):
                plain, _, unless = alias.partition("(?!")
                gazetteer.setdefault(
                    normalise(plain).fold,
                    _Entry(country, kind, unless.rstrip(")"), number + 10_000 * (country == "CN")),
                )
    return gazetteer


_gazetteer = _load()
_heads = frozenset(name[0] for name in _gazetteer)
_capital = frozenset(lexicon.table("places")["capital"]["words"])
_word = re.compile(r"[a-z][a-z']*|[\u0900-\u0963]+")
_han_run = re.compile(r"[\u3400-\u9fff]+")


@lru_cache(maxsize=8)  # several readers ask about the same message; nobody changes the list
def find_places(fold: str, raw: str = "") -> list[Place]:
    """All places named; `raw`, if as long as `fold`, tells by its capitals a city from a word (Puri, puri)."""
    raw = raw if len(raw) == len(fold) else fold
    found: list[Place] = []
    words = list(_word.finditer(fold))
    index = 0
    while index < len(words):
        index += _at_word(fold, raw, words, index, found)
    for run in _han_run.finditer(fold):
        at = run.start()
        while at < run.end():
            at = _at_han(fold, at, run.end(), found)
    return sorted(found, key=lambda place: place.start)[:_MOST]


def _at_word(fold: str, raw: str, words: list[re.Match[str]], index: int, found: list[Place]) -> int:
    for count in range(min(_WORDS, len(words) - index), 0, -1):
        start, end = words[index].start(), words[index + count - 1].end()
        entry = _gazetteer.get(fold[start:end])
        if entry and not (fold[start:end] in _capital and not raw[start:end][:1].isupper()):
            found.append(Place(start, end, entry.country, entry.kind, entry.line))
            return count
    return 1


def _at_han(fold: str, at: int, end: int, found: list[Place]) -> int:
    if fold[at] not in _heads:
        return at + 1
    for length in range(min(6, end - at), 1, -1):
        entry = _gazetteer.get(fold[at : at + length])
        if entry and not (entry.unless and fold.startswith(entry.unless, at + length)):
            found.append(Place(at, at + length, entry.country, entry.kind, entry.line))
            return at + length
    return at + 1
