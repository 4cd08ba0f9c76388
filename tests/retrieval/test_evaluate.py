from pathlib import Path

import pytest

from retrieval.calibrate import threshold
from retrieval.evaluate import Judgements, ranking_rows, read_judgements
from retrieval.figures import first_right, gini, ndcg, recall

LINES = [
    {"need_id": "n1", "offers": ["a", "b", "c"], "scores": [0.9, 0.5, 0.1], "kept": 2},
    {"need_id": "n2", "offers": ["b", "a", "c"], "scores": [0.8, 0.4, 0.1], "kept": 1},
    {"need_id": "n3", "offers": ["c", "a", "b"], "scores": [0.2, 0.1, 0.0], "kept": 0},
    {"company_id": "A", "partners": ["B", "C"], "scores": [0.9, 0.1], "kept": 1},
    {"company_id": "B", "partners": ["A"], "scores": [0.9], "kept": 1},
]
JUDGED = Judgements({"n1": {"a": 3}, "n2": {"a": 3, "b": 1}}, {"A": {"B": 3}}, frozenset({"n3"}))


def test_ndcg_by_hand() -> None:
    assert ndcg(["a", "b"], {"a": 3}) == 1
    assert ndcg(["b", "a"], {"a": 3, "b": 1}) == pytest.approx((1 + 7 / 1.58496) / (7 + 1 / 1.58496), abs=1e-4)
    assert ndcg(["x"], {"a": 3}) == 0


def test_rank_recall_and_gini_by_hand() -> None:
    assert first_right(["x", "a"], {"a": 2, "x": 1}) == 0.5
    assert recall(["a", "x"], {"a": 3, "b": 2}) == 0.5
    assert gini([1, 1, 1]) == pytest.approx(0)
    assert gini([0, 0, 3]) == pytest.approx(2 / 3)
    assert gini([]) == 0


def test_rows_tell_directions_and_honesty_apart() -> None:
    rows = {name: (value, count) for name, value, count in ranking_rows(LINES, JUDGED, {"n1": "IN", "n2": "CN"})}
    assert rows["needs P@1"] == (0.5, 2)
    assert rows["needs of IN nDCG@5"] == (1.0, 1)
    assert rows["needs of CN P@1"] == (0.0, 1)
    assert rows["partners nDCG@5"] == (1.0, 1)
    assert rows["shown nothing, nothing fits"] == (1.0, 1)
    assert rows["shown nothing, something fits"] == (0.0, 2)


def test_judgements_are_read_as_the_contract_writes_them(tmp_path: Path) -> None:
    (tmp_path / "qrels.tsv").write_text("need_id\toffer_id\tgrade\nn1\to1\t3\n", "utf-8")
    (tmp_path / "partners.tsv").write_text("company_a\tcompany_b\tgrade\nA\tB\t2\n", "utf-8")
    (tmp_path / "needs_without_match.txt").write_text("n9\tnobody sells this\n\nn8\n", "utf-8")
    judged = read_judgements(tmp_path)
    assert judged.needs["n1"] == {"o1": 3}
    assert judged.partners["B"] == {"A": 2}
    assert judged.unanswered == {"n9", "n8"}


def test_the_threshold_parts_what_fits_from_what_does_not() -> None:
    found = threshold([(LINES, JUDGED)])
    assert 0.2 < found.value <= 0.9
    assert found.silent_when_nothing_fits == 1
