"""Starts and deadlines, resolved from a day."""

from datetime import date

import pytest

from prompts.reading import read

TODAY = date(2026, 11, 23)


def start(text: str, today: date = TODAY) -> str | None:
    return next((f.value["date"] for f in read(text, asked="start", today=today).facts if f.kind == "start"), None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("start in Jan", "2027-01-01"),
        ("15 march", "2027-03-15"),
        ("december", "2026-12-01"),
        ("asap", "2026-11-23"),
        ("next month", "2026-12-01"),
        ("Q2", "2027-04-01"),
        ("by end of year", "2026-12-31"),
        ("agle mahine", "2026-12-01"),
        ("下个月", "2026-12-01"),
        ("年底", "2026-12-31"),
        ("3月15日", "2027-03-15"),
        ("明年", "2027-01-01"),
        ("अगले साल", "2027-01-01"),
        ("明年下半年", "2027-07-01"),
        ("明年三月", "2027-03-01"),
        ("in 2 weeks", "2026-12-07"),
        ("within three months", "2027-02-23"),
        ("do mahine baad", "2027-01-23"),
        ("दो हफ्ते में", "2026-12-07"),
        ("两周后", "2026-12-07"),
        ("before Diwali", "2027-10-29"),
        ("after Diwali", "2027-10-30"),
        ("होली के बाद", "2027-03-23"),
        ("Chinese New Year ke baad", "2027-02-07"),
        ("春节前", "2027-02-06"),
        ("节后", "2027-02-13"),
        ("中秋之前", "2027-09-15"),
        ("after Eid", None),
    ],
)
def test_resolved(text: str, day: str | None) -> None:
    assert start(text) == day


def test_no_day_without_today() -> None:
    value = next(fact.value for fact in read("after Diwali", asked="start").facts if fact.kind == "start")
    assert value == {"text": "after Diwali", "date": None}


def test_a_day_that_does_not_exist() -> None:
    assert start("31 february") == "2027-02-28"


@pytest.mark.parametrize("text", ["since January 2012", "certificate valid till march"])
def test_stories(text: str) -> None:
    assert not [fact for fact in read(text, today=TODAY).facts if fact.kind == "start"]


@pytest.mark.parametrize(
    ("today", "day"), [("2026-11-01", "2026-11-08"), ("2028-10-17", "2028-10-17"), ("2031-01-01", None)]
)
def test_a_feast_is_dated_as_far_as_the_table_goes(today: str, day: str | None) -> None:
    assert start("Diwali", date.fromisoformat(today)) == day
