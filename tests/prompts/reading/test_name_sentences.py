"""The company's name in sentences of every kind, and sentences that hold none."""

import json
from pathlib import Path

import pytest

from prompts.reading import read


def heard(text: str, asked: str | None = None) -> str | None:
    return next((fact.value for fact in read(text, asked=asked).facts if fact.kind == "name"), None)


def sentences(kind: str) -> list[tuple[str | None, ...]]:
    """What is asked, what is said, and the name in it: told | none | corrected."""
    rows = map(json.loads, Path(__file__).with_name("name_sentences.jsonl").read_text("utf-8").splitlines())
    return [tuple(row.values())[1:] for row in rows if row["kind"] == kind]


SENTENCES, NAMELESS, CORRECTIONS = map(sentences, ("told", "none", "corrected"))


@pytest.mark.parametrize(("asked", "text", "name"), SENTENCES)
def test_the_name_is_heard_as_it_was_written(asked: str | None, text: str, name: str) -> None:
    assert heard(text, asked) == name


@pytest.mark.parametrize(("asked", "text"), NAMELESS)
def test_where_no_company_is_named_none_is_heard(asked: str | None, text: str) -> None:
    assert heard(text, asked) is None


@pytest.mark.parametrize(("asked", "text", "name"), CORRECTIONS)
def test_a_name_is_corrected(asked: str | None, text: str, name: str) -> None:
    assert heard(text, asked) == name


@pytest.mark.parametrize(("asked", "text", "name"), SENTENCES)
def test_a_name_is_no_offer_and_no_need(asked: str | None, text: str, name: str) -> None:
    """The capability readers keep off the words that the name stands in."""
    elsewhere = text.replace(name, "")
    for facet in read(text, asked=asked).facets:
        assert name not in facet.text
        assert facet.text in elsewhere


def test_a_name_is_quoted_from_the_message() -> None:
    text = "您好，我們是高雄海韻食品有限公司"
    fact = next(fact for fact in read(text).facts if fact.kind == "name")
    assert fact.quote == fact.value
    assert fact.value in text
