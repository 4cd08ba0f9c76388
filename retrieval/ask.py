"""Which open question would change the shortlist most: the one on which the present candidates differ."""

from collections.abc import Callable, Sequence

from retrieval.party import Party


def most_telling(questions: Sequence[str], candidates: Sequence[tuple[float, Party]]) -> str | None:
    """Question id with the largest split of the candidates' weight; None when nobody differs on any of them."""
    gains = {question: split(candidates, MATTERS[question]) for question in questions if question in MATTERS}
    best = max(gains, key=lambda question: gains[question], default=None)
    return best if best and gains[best] > 0 else None


def split(candidates: Sequence[tuple[float, Party]], matters: Callable[[Party], bool]) -> float:
    """Gini impurity of "the answer matters to this candidate", each weighed by its score: 0 to 0.5."""
    total = sum(score for score, _ in candidates)
    if total <= 0:
        return 0.0
    share = sum(score for score, party in candidates if matters(party)) / total
    return 2 * share * (1 - share)


def _states(*kinds: str) -> Callable[[Party], bool]:
    return lambda party: any(party.profile.fact(kind) for kind in kinds)


MATTERS: dict[str, Callable[[Party], bool]] = {
    "proof": lambda party: bool(party.terms.required),
    "payer": _states("payer"),
    "budget": lambda party: bool(party.terms.budget),
    "start": _states("start"),
    "data_place": lambda party: "data_stays" in party.terms.said or bool(party.terms.places),
    "partnership": lambda party: "direct_only" in party.terms.said or party.profile.fact("partnership") is not None,
}
