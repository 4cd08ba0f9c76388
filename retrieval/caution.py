"""The nouns of what stands between two companies: a caution, and one side's wishes held against the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from retrieval.party import Party

RELATED = 0.3  # overlap of concepts from which a need and an offer speak of the same thing


@dataclass(frozen=True)
class Caution:
    """`key` is a sentence of the catalogue, `values` its arguments; a veto rules the pair out."""

    key: str
    values: dict[str, str] = field(default_factory=dict)
    veto: bool = False
    weighs: bool = True
    """Takes something off the score; a condition that nobody can judge yet does not."""


@dataclass(frozen=True)
class View:
    """One company's wishes held against the other: `who` says whose they are, seen from the reader."""

    who: str
    asks: Party
    gives: Party

    def caution(self, kind: str, wish: str, quote: str = "", *, veto: bool = False, **more: str) -> Caution:
        said = {"quote": quote} if quote else {}
        return Caution(f"caution-{kind}-{self.who}", {"wish": wish} | said | more, veto)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Needs of the one and offers of the other that speak of the same thing."""
        for i, need in enumerate(self.asks.needs.traits):
            for j, offer in enumerate(self.gives.offers.traits):
                if need.shared(offer) and need.overlap(offer) >= RELATED:
                    yield i, j

    @property
    def related(self) -> bool:
        return next(self.pairs(), None) is not None
