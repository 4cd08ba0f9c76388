"""Ceilings and floors that two companies state, of money and of quantity."""

from collections.abc import Callable, Iterable, Iterator

from retrieval.money import dollars, in_dollars, quantities
from retrieval.party import Party
from retrieval.terms import clauses, term_patterns

WELL_BELOW = 0.67
Said = tuple[float, str]
"""(amount, the clause that names it)."""


def budget(asks: Party, gives: Party) -> tuple[str, str] | None:
    """Quotes of a ceiling that lies well below the other's floor; None where both can meet, or one is unknown."""
    ceiling, floor = _ceiling(asks), _floor(gives)
    if ceiling and floor and ceiling[0] < floor[0] * WELL_BELOW:
        return ceiling[1], floor[1]
    return None


def volume(need: str, offer: str, conditions: Iterable[str]) -> tuple[str, str] | None:
    """Quotes of a quantity that lies well below the least order of the same unit."""
    wanted = [(amount, clause) for clause in clauses(need) for amount in quantities(clause)]
    for clause in _limited("floor", [offer, *conditions]):
        for least in quantities(clause):
            for amount, quote in wanted:
                if amount.unit == least.unit and amount.number < least.number * WELL_BELOW:
                    return quote, clause
    return None


def clause_with(text: str, found: Callable[[str], object]) -> str:
    return next((clause for clause in clauses(text) if found(clause)), head(text))


def head(text: str) -> str:
    return next(clauses(text), text)


def _ceiling(party: Party) -> Said | None:
    stated = in_dollars(party.terms.budget, "high") if party.terms.payer != "they_pay" else None
    if stated:
        return stated, party.terms.budget_quote
    texts = [*party.terms.conditions, *(view.text for view in party.needs.views)]
    return max(_amounts("ceiling", "high", texts), default=None)


def _floor(party: Party) -> Said | None:
    stated = in_dollars(party.terms.budget, "low") if party.terms.payer == "they_pay" else None
    if stated:
        return stated, party.terms.budget_quote
    texts = [*party.terms.conditions, *(view.text for view in party.offers.views)]
    return min(_amounts("floor", "low", texts), default=None)


def _amounts(limit: str, end: str, texts: Iterable[str]) -> Iterator[Said]:
    for clause in _limited(limit, texts):
        amount = None if term_patterns().amounts["each"].search(clause) else dollars(clause, end)
        if amount:
            yield amount, clause


def _limited(limit: str, texts: Iterable[str]) -> Iterator[str]:
    words = term_patterns().amounts[limit]
    return (clause for text in texts for clause in clauses(text) if words.search(clause))
