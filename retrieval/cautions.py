"""What conflicts between two companies, or must be asked first: each caution rests on somebody's own words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from retrieval.money import in_dollars
from retrieval.party import Party


@dataclass(frozen=True)
class Caution:
    """`key` is a sentence of the catalogue, `values` its arguments; a veto rules the pair out."""

    key: str
    values: dict[str, str] = field(default_factory=dict)
    veto: bool = False


def cautions(ours: Party, theirs: Party) -> list[Caution]:
    """All that stands between the two, seen from `ours`; vetoes first."""
    found = [caution for rule in RULES for caution in rule(ours, theirs)]
    return sorted(found, key=lambda caution: not caution.veto)


def _middlemen(ours: Party, theirs: Party) -> Iterator[Caution]:
    """One side wants no middlemen and the other says that it is one (and does not also make the thing)."""
    for key, wants, is_one in (("we", ours, theirs), ("they", theirs, ours)):
        wish, trade = wants.terms.said.get("direct_only"), is_one.terms.said.get("middleman")
        if wish and trade and "maker" not in is_one.terms.said:
            yield Caution(f"caution-middleman-{key}", {"wish": wish, "quote": trade}, veto=True)


def _installation(ours: Party, theirs: Party) -> Iterator[Caution]:
    for key, wants, gives in (("we", ours, theirs), ("they", theirs, ours)):
        wish, excluded = wants.terms.said.get("install_wanted"), gives.terms.said.get("install_excluded")
        if wish and excluded:
            yield Caution(f"caution-installation-{key}", {"wish": wish, "quote": excluded})


def _data_place(ours: Party, theirs: Party) -> Iterator[Caution]:
    """Data that must stay meets somebody who works where the data is not."""
    for key, keeps, works in (("we", ours, theirs), ("they", theirs, ours)):
        stays = keeps.terms.said.get("data_stays")
        if not stays:
            continue
        moves = works.terms.said.get("data_moves")
        if moves:
            yield Caution(f"caution-data-{key}", {"wish": stays, "quote": moves})
        elif works.terms.places == {"may_leave"}:
            yield Caution(f"caution-place-{key}", {"wish": stays})
        elif not works.terms.places:
            yield Caution(f"caution-data-ask-{key}", {"wish": stays})


def _certificates(ours: Party, theirs: Party) -> Iterator[Caution]:
    for key, wants, gives in (("we", ours, theirs), ("they", theirs, ours)):
        for name, quote in wants.terms.required:
            bare = "".join(char for char in name.lower() if char.isalnum())
            if any(bare in held or held in bare for held in gives.terms.held):
                continue
            kind = "missing" if bare in gives.terms.refused else "ask"
            yield Caution(f"caution-certificate-{kind}-{key}", {"certificate": name, "wish": quote})


def _budget(ours: Party, theirs: Party) -> Iterator[Caution]:
    """The buyer's ceiling lies below the seller's floor; both in dollars at the rates of data/rates.toml."""
    for key, pays, sells in (("we", ours, theirs), ("they", theirs, ours)):
        ceiling, floor = in_dollars(pays.terms.budget, "high"), in_dollars(sells.terms.budget, "low")
        if ceiling and floor and sells.terms.payer == "they_pay" and ceiling < floor * 0.67:
            yield Caution(f"caution-budget-{key}", {"wish": pays.terms.budget_quote, "quote": sells.terms.budget_quote})


RULES: tuple[Callable[[Party, Party], Iterator[Caution]], ...] = (
    _middlemen,
    _installation,
    _data_place,
    _certificates,
    _budget,
)
