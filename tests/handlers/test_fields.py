import pytest

from handlers.fields import alike, field_rows, field_scores, set_f1

EXPECTED = {
    "company_name": "Kaveri Looms",
    "city": "Erode",
    "country": "IN",
    "headcount": 40,
    "offers": ["cotton towels", "bed linen"],
    "needs": ["二手剑杆织机"],
    "certifications": [],
    "wants_human": False,
}


def test_a_perfect_profile_scores_one_everywhere() -> None:
    assert set(field_scores(EXPECTED, EXPECTED, wants_human=False).values()) == {1.0}


def test_case_and_spaces_are_no_mistake_but_a_number_is() -> None:
    scores = field_scores(EXPECTED, EXPECTED | {"city": " erode ", "headcount": 41}, wants_human=True)
    assert (scores["city"], scores["headcount"], scores["wants_human"]) == (1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("cotton towels", "towels of cotton", True),
        ("二手剑杆织机", "剑杆织机", True),
        ("cotton towels", "steel pipes", False),
        ("质检数据分析", "数据分析外包", True),
        ("सूती तौलिया", "स्टील पाइप", False),
    ],
)
def test_phrases_are_alike_by_their_words(one: str, other: str, *, same: bool) -> None:
    assert (alike(one, other) >= 0.5) is same


def test_a_phrase_counts_once() -> None:
    assert set_f1(["cotton towels"], ["cotton towels", "towels cotton"]) == pytest.approx(2 / 3)
    assert set_f1([], []) == 1
    assert set_f1([], ["x"]) == 0


def test_rows_hold_the_mean_over_fields() -> None:
    rows = field_rows([field_scores(EXPECTED, EXPECTED, wants_human=False)])
    assert rows[-1][:2] == ("interview mean", 1.0)
