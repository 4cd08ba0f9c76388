"""Sums, ranges and currencies."""

import pytest

from prompts.reading import read


def budget(text: str, asked: str | None = "budget") -> tuple[float, float, str | None] | None:
    value = next((fact.value for fact in read(text, asked=asked).facts if fact.kind == "budget"), None)
    return value and (value["low"], value["high"], value["currency"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30-50k usd", (30e3, 50e3, "USD")),
        ("$1.2m", (1.2e6, 1.2e6, "USD")),
        ("50 lakh", (5e6, 5e6, "INR")),
        ("2.5 crore", (2.5e7, 2.5e7, "INR")),
        ("3 to 4 crore", (3e7, 4e7, "INR")),
        ("Rs 12,50,000", (1.25e6, 1.25e6, "INR")),
        ("upto 20 lakh", (0, 2e6, "INR")),
        ("20 lakh tak", (0, 2e6, "INR")),
        ("बीस लाख रुपये", (2e6, 2e6, "INR")),
        ("डेढ़ करोड़", (1.5e7, 1.5e7, "INR")),
        ("五十万", (5e5, 5e5, None)),
        ("3亿人民币", (3e8, 3e8, "CNY")),
        ("8万美金", (8e4, 8e4, "USD")),
        ("预算二十到三十万", (2e5, 3e5, None)),
        ("五十到一百万", (5e5, 1e6, None)),
        ("20 to 30 lakh", (2e6, 3e6, "INR")),
        ("20 se 30 lakh", (2e6, 3e6, "INR")),
        ("15w以内", (0, 1.5e5, None)),
    ],
)
def test_sums(text: str, expected: tuple[float, float, str | None]) -> None:
    assert budget(text) == expected


@pytest.mark.parametrize(
    "text", ["we have 500 customers", "since 1998", "60 people", "2000 tonnes a year", "员工300人"]
)
def test_other_numbers(text: str) -> None:
    assert budget(text, None) is None


@pytest.mark.parametrize(
    ("text", "currency"), [("usd", "USD"), ("人民币", "CNY"), ("rupees", "INR"), ("रुपये", "INR"), ("euro.", "EUR")]
)
def test_a_bare_currency(text: str, currency: str) -> None:
    value = next(fact.value for fact in read(text, asked="budget").facts if fact.kind == "budget")
    assert value == {"low": None, "high": None, "currency": currency}
