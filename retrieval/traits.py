"""What a facet's text shows besides its vector: concepts, roles, emptiness, orders to the machine."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from retrieval.gloss import Glosser, simplified
from retrieval.phrases import phrases
from retrieval.taxonomy import Hit, Taxonomy
from retrieval.text import cleaned

PARENT = 0.3  # weight of a concept's domains beside the concept itself
STUFFED = 0.5  # what is worth comparing beside a heap of words
DEMAND = frozenset({"buys", "represents"})  # roles that are answered by the other side's demand


@dataclass(frozen=True)
class Traits:
    """concepts: unit-length sparse vector over concept ids and "domain:…"; roles as named in data/roles.toml."""

    concepts: Mapping[str, float]
    seeks: frozenset[str]
    plays: frozenset[str]
    orders: bool
    """Speaks to the ranking or the machine."""
    substance: float
    """0 = fillers, praise or a heap of words alone, 1 = all of it says what is done."""

    @property
    def wants_demand(self) -> bool:
        return bool(self.seeks & DEMAND)

    def overlap(self, other: "Traits") -> float:
        """Cosine of the concept vectors, 0 to 1."""
        small, large = sorted((self.concepts, other.concepts), key=len)
        return sum(weight * large.get(name, 0.0) for name, weight in small.items())

    def shared(self, other: "Traits") -> list[str]:
        """Concept ids that both name, heaviest first; domains are left out."""
        both = [name for name in self.concepts if name in other.concepts and not name.startswith("domain:")]
        return sorted(both, key=lambda name: -self.concepts[name] * other.concepts[name])


class TraitReader:
    """Traits of texts, each read once."""

    def __init__(self, taxonomy: Taxonomy, glosser: Glosser) -> None:
        self._taxonomy = taxonomy
        self._glosser = glosser
        self.read = lru_cache(maxsize=50_000)(self._read)

    def english(self, text: str) -> str:
        """The words of a text that have a gloss, in English."""
        plain = simplified(text)
        return self._glosser.english(plain, self._glosser.kind(plain))

    def worth(self, text: str, share: float, *, orders: bool, stuffed: bool) -> Traits:
        """Traits of the telling part of a text; `share`: how much of the whole it is."""
        return replace(self.read(text), orders=orders, substance=share * (STUFFED if stuffed else 1.0))

    def _read(self, text: str) -> Traits:
        """Of the telling part alone, so that nothing planted can add a trait."""
        found, words = cleaned(text), phrases()
        plain = simplified(found.text)
        return Traits(
            concepts=self._concepts(self._hits(plain)),
            seeks=frozenset(role for role, pattern in words.seeks.items() if pattern.search(plain)),
            plays=frozenset(role for role, pattern in words.plays.items() if pattern.search(plain)),
            orders=found.orders,
            substance=found.told * (STUFFED if found.stuffed else 1.0),
        )

    def _hits(self, plain: str) -> list[Hit]:
        """Labels in the text as written; where it names none, and always for Hindi, those of its English gloss too."""
        hits = self._taxonomy.match(plain)
        kind = self._glosser.kind(plain)
        if kind in ("hi", "hinglish") or not hits:
            hits = hits + self._taxonomy.match(self._glosser.english(plain, kind))
        return hits

    def _concepts(self, hits: list[Hit]) -> dict[str, float]:
        weights: dict[int, float] = defaultdict(float)
        for hit in hits:
            weights[hit.concept] += hit.weight
        vector: dict[str, float] = defaultdict(float)
        for number, weight in weights.items():
            concept = self._taxonomy.concepts[number]
            vector[concept.id] += math.sqrt(weight)
            for parent in concept.parents:
                vector[f"domain:{parent}"] += PARENT * math.sqrt(weight) / len(concept.parents)
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        return {name: weight / length for name, weight in vector.items()}
