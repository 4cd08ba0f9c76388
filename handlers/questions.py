"""The core nine, as data. One more question = one more line here and its keys in each catalogue."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from prompts.reading.reading import FactKind, Side
from storage.companies import Profile


@dataclass(frozen=True)
class Question:
    """`ask-<id>` asks it, `price-<id>` tells what skipping costs, `item-<id>` names it in the summary."""

    id: str
    kinds: tuple[FactKind, ...] = ()
    side: Side | None = None
    choices: tuple[str, ...] = ()
    """Values of the first kind that can be tapped; `<kind>-<value>` is the label."""
    every: bool = False
    """All kinds must be known, not one of them."""


QUESTIONS = (
    Question("company", ("name", "city", "headcount"), every=True),
    Question("offer", side="offer"),
    Question("proof", ("customers", "certificate")),
    Question("need", side="need"),
    Question("payer", ("payer",), choices=("they_pay", "we_pay", "both")),
    Question("budget", ("budget",)),
    Question("start", ("start",)),
    Question("data_place", ("data_place",), choices=("on_site", "remote", "masked", "may_leave", "no_data")),
    Question("partnership", ("partnership",), choices=("project", "joint", "agency", "supply", "investment", "other")),
)
COUNTRIES = ("IN", "CN")
CURRENCIES = ("INR", "CNY", "USD")
BY_ID = {question.id: question for question in QUESTIONS}


def _tells() -> Iterator[tuple[str, tuple[FactKind, Any]]]:
    for question in QUESTIONS:
        for value in question.choices:
            kind = question.kinds[0]
            yield f"tell:{kind}:{value}", (kind, [value] if kind == "data_place" else value)
    for country in COUNTRIES:
        yield f"tell:country:{country}", ("country", country)
    for currency in CURRENCIES:
        yield f"tell:currency:{currency}", ("budget", {"low": None, "high": None, "currency": currency})


TELLS = dict(_tells())
"""What each tapped answer states, by the value of its choice."""


def missing(question: Question, profile: Profile) -> tuple[str, ...]:
    """List what the question has still to learn: kinds, its side, "country", or "currency" of a bare budget."""
    if question.side:
        return () if any(facet.side == question.side for facet in profile.facets) else (question.side,)
    unknown = tuple(kind for kind in question.kinds if not profile.all(kind))
    if question.every:
        return unknown or (() if profile.country else ("country",))
    if len(unknown) == len(question.kinds):
        return unknown
    budget = profile.fact("budget") if "budget" in question.kinds else None
    return ("currency",) if budget and not budget.value["currency"] else ()


def known(profile: Profile) -> int:
    return sum(not missing(question, profile) for question in QUESTIONS)


def still_open(profile: Profile, skipped: Collection[str]) -> list[Question]:
    return [question for question in QUESTIONS if question.id not in skipped and missing(question, profile)]
