"""Of several cities in a message the one where the company sits."""

import pytest

from prompts.reading import read


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Nerulite, Nashik, 40 people. live at 5 plants in Ludhiana", "Nashik"),
        ("we have an office in Mumbai but HQ is in Rajkot", "Rajkot"),
        ("Nerulite / Mysuru / 22 ppl", "Mysuru"),
        ("Kochi-based spice exporter Nerulite", "Kochi"),
        ("we are in Pune, customers 3 banks (Mumbai and Chennai)", "Pune"),
    ],
)
def test_own(text: str, city: str) -> None:
    assert [fact.value for fact in read(text, asked="company", country="IN").facts if fact.kind == "city"] == [city]


def test_a_city_in_passing_only_fills_a_gap() -> None:
    facts = read("Diagnostics in Nagpur hospitals", asked="proof", country="IN").facts
    assert all(fact.inferred for fact in facts if fact.kind == "city")
