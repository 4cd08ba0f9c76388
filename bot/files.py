"""The contract's files as records: companies.jsonl and interviews.jsonl."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, TypeVar

from bot.jsonl import Place, Row, rows
from prompts.reading.script import script
from storage.companies import CompanyRecord, FacetRecord

COUNTRIES = ("IN", "CN")
LANGUAGES = ("en", "hi", "hinglish", "zh", "zh-mixed")
TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
CHANNELS = ("telegram", "wechat")
EXPECTED = ("company_name", "city", "country", "headcount", "offers", "needs", "certifications", "wants_human")
LARGEST = 10_000_000  # people in one company

Item = TypeVar("Item")
Seen = dict[str, int]
"""In which line an id stands."""


@dataclass(frozen=True)
class Transcript:
    """One line of interviews.jsonl, as far as the bot may see it."""

    id: str
    channel: str
    turns: tuple[str, ...]


def read_companies(path: Path) -> list[CompanyRecord]:
    """Ids of companies, offers and needs stand once in the file; keys that the format does not know are passed over."""
    companies, facets = Seen(), Seen()
    return [_company(row, place, companies, facets) for place, row in rows(path)]


def sample_companies() -> list[CompanyRecord]:
    with as_file(files("bot") / "samples" / "companies.jsonl") as path:
        return read_companies(path)


def read_transcripts(path: Path) -> list[Transcript]:
    seen = Seen()
    return [_transcript(row, place, seen) for place, row in rows(path)]


def read_expected(path: Path) -> dict[str, Row]:
    """What the author of each transcript expects to be understood, by id."""
    found = {}
    for place, row in rows(path):
        expected = row.get("expected")
        if not isinstance(expected, dict):
            raise place.at("expected").wrong("must be an object")
        missing = [name for name in EXPECTED if name not in expected]
        if missing:
            raise place.at(f"expected.{missing[0]}").wrong("is missing")
        found[str(row.get("id"))] = expected
    return found


def _company(row: Row, place: Place, companies: Seen, facets: Seen) -> CompanyRecord:
    company_id = _id(row, place, companies)
    offers = _facets(row, place.at("offers"), "offers", facets)
    needs = _facets(row, place.at("needs"), "needs", facets)
    return CompanyRecord(
        id=company_id,
        country=_one_of(row, place, "country", COUNTRIES),
        name=_text(row.get("name"), place.at("name")),
        city=_maybe_empty(row.get("city", ""), place.at("city")),
        language=_language(row.get("language"), place.at("language"), [facet.text for facet in (*offers, *needs)]),
        sector=_maybe_empty(row.get("sector", ""), place.at("sector")),
        headcount=_headcount(row.get("headcount"), place.at("headcount")),
        offers=offers,
        needs=needs,
        hard_constraints=_list(row.get("hard_constraints", []), place.at("hard_constraints"), _text),
    )


def _language(value: Any, place: Place, texts: Collection[str]) -> str:
    """One of LANGUAGES; under any other tag the texts themselves tell it."""
    tag = _text(value, place)
    if not TAG.fullmatch(tag):
        raise place.wrong(f"must be a language tag such as {', '.join(LANGUAGES)}, not {tag!r}")
    if tag in LANGUAGES:
        return tag
    return script(" ".join(texts))


def _transcript(row: Row, place: Place, seen: Seen) -> Transcript:
    turns = _list(row.get("turns"), place.at("turns"), _maybe_empty)
    if not turns:
        raise place.at("turns").wrong("must not be empty")
    return Transcript(_id(row, place, seen), _one_of(row, place, "channel", CHANNELS), turns)


def _facets(row: Row, place: Place, name: str, seen: Seen) -> tuple[FacetRecord, ...]:
    return _list(row.get(name), place, lambda item, at: _facet(item, at, seen))


def _facet(item: Any, place: Place, seen: Seen) -> FacetRecord:
    if not isinstance(item, dict):
        raise place.wrong("must be an object with id and text")
    text = _text(item.get("text"), place.at("text"))
    return FacetRecord(_id(item, place, seen), text, _list(item.get("parts", []), place.at("parts"), _text))


def _id(row: Row, place: Place, seen: Seen) -> str:
    name = _text(row.get("id"), place.at("id"))
    if name in seen:
        raise place.at("id").wrong(f"{name!r} stands already in line {seen[name]}")
    seen[name] = place.line
    return name


def _one_of(row: Row, place: Place, name: str, known: Collection[str]) -> str:
    value = row.get(name)
    if value not in known:
        raise place.at(name).wrong(f"must be one of {', '.join(known)}, not {value!r}")
    return str(value)


def _list(value: Any, place: Place, read: Callable[[Any, Place], Item]) -> tuple[Item, ...]:
    if not isinstance(value, list):
        raise place.wrong("is missing" if value is None else "must be a list")
    return tuple(read(item, place.item(number)) for number, item in enumerate(value))


def _text(value: Any, place: Place) -> str:
    if not _maybe_empty(value, place).strip():
        raise place.wrong("must not be empty")
    return str(value)


def _maybe_empty(value: Any, place: Place) -> str:
    """A text that both engines can store."""
    if not isinstance(value, str):
        raise place.wrong("is missing" if value is None else "must be a text")
    if "\0" in value or any("\ud800" <= char <= "\udfff" for char in value):
        raise place.wrong("holds a character that is no text")
    return value


def _headcount(value: Any, place: Place) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise place.wrong(f"must be a whole number up to {LARGEST}, or null")
    return value
