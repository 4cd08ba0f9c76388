"""Rankings scored against a folder's judgements: the figures that README shows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.figures import GOOD, first_right, gini, mean, ndcg, recall

Grades = dict[str, dict[str, int]]
Row = tuple[str, float | None, int]
"""(figure, value, number of cases it is the mean of)."""


@dataclass(frozen=True)
class Judgements:
    """needs: need id to offer id to grade; partners: both ways; unanswered: needs that nothing answers."""

    needs: Grades
    partners: Grades
    unanswered: frozenset[str]


def read_judgements(folder: Path) -> Judgements:
    needs: Grades = defaultdict(dict)
    for need, offer, grade in _rows(folder / "qrels.tsv"):
        needs[need][offer] = int(grade)
    partners: Grades = defaultdict(dict)
    for one, other, grade in _rows(folder / "partners.tsv"):
        partners[one][other] = partners[other][one] = int(grade)
    without = folder / "needs_without_match.txt"
    lines = without.read_text("utf-8").splitlines() if without.exists() else []
    return Judgements(needs, partners, frozenset(line.split("\t")[0].strip() for line in lines if line.strip()))


def ranking_rows(lines: Iterable[dict[str, Any]], judged: Judgements, countries: Mapping[str, str]) -> list[Row]:
    """`countries` tells the country of each need, so that both directions are seen apart."""
    ranked = list(lines)
    needs = {line["need_id"]: line for line in ranked if "need_id" in line}
    partners = {line["company_id"]: line for line in ranked if "company_id" in line}
    asked = {need: grades for need, grades in judged.needs.items() if need in needs and _answerable(grades)}
    rows: list[Row] = []
    for name, country in (("needs", None), ("needs of IN", "IN"), ("needs of CN", "CN")):
        some = [need for need in asked if country in (None, countries.get(need))]
        rows += _list_rows(name, {need: needs[need]["offers"] for need in some}, asked)
    some_partners = {
        one: line["partners"] for one, line in partners.items() if _answerable(judged.partners.get(one, {}))
    }
    rows += _list_rows("partners", some_partners, judged.partners)[:1]
    return rows + _honesty(needs, asked, judged) + [_exposure(partners)]


def _list_rows(name: str, lists: Mapping[str, list[str]], grades: Grades) -> list[Row]:
    figures = {
        "nDCG@5": [ndcg(ranked, grades[key]) for key, ranked in lists.items()],
        "P@1": [float(first_right(ranked[:1], grades[key]) == 1) for key, ranked in lists.items()],
        "MRR": [first_right(ranked, grades[key]) for key, ranked in lists.items()],
        "recall@10": [recall(ranked, grades[key]) for key, ranked in lists.items()],
    }
    return [(f"{name} {figure}", mean(values), len(values)) for figure, values in figures.items()]


def _honesty(needs: Mapping[str, dict[str, Any]], asked: Mapping[str, Any], judged: Judgements) -> list[Row]:
    """How often nothing is shown, where nothing fits and where something does."""
    empty = [float(needs[need]["kept"] == 0) for need in judged.unanswered if need in needs]
    wrong = [float(needs[need]["kept"] == 0) for need in asked]
    return [
        ("shown nothing, nothing fits", mean(empty), len(empty)),
        ("shown nothing, something fits", mean(wrong), len(wrong)),
    ]


def _exposure(partners: Mapping[str, dict[str, Any]]) -> Row:
    """Gini of how often each company stands among the partners that would be shown."""
    shown = Counter(other for line in partners.values() for other in line["partners"][: line["kept"]])
    return "exposure Gini", gini([shown[company] for company in partners]), len(partners)


def _answerable(grades: Mapping[str, int]) -> bool:
    return max(grades.values(), default=0) >= GOOD


def _rows(path: Path) -> list[list[str]]:
    if not path.exists():
        return []
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:] if line.strip()]
