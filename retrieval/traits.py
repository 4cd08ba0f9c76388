"""What a facet's text shows besides its vector: concepts, roles, emptiness, orders to the machine."""

import math
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from re import Pattern

from retrieval.gloss import HAN, Glosser, simplified
from retrieval.phrases import pattern
from retrieval.taxonomy import Hit, Taxonomy

PARENT = 0.3  # weight of a concept's domains beside the concept itself
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
    """0 = fillers and praise alone, 1 = says what is done."""

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


@dataclass(frozen=True)
class Phrases:
    seeks: Mapping[str, Pattern[str]]
    plays: Mapping[str, Pattern[str]]
    empty: Pattern[str]
    praise: Pattern[str]
    order: Pattern[str]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    data = files("retrieval") / "data"
    roles = tomllib.loads((data / "roles.toml").read_text("utf-8"))
    quality = tomllib.loads((data / "quality.toml").read_text("utf-8"))
    return Phrases(
        {role: pattern(words["seeks"]) for role, words in roles.items()},
        {role: pattern(words["plays"]) for role, words in roles.items()},
        *(pattern(quality[name]) for name in ("empty", "praise", "order")),
    )


class TraitReader:
    """Traits of texts, each read once."""

    def __init__(self, taxonomy: Taxonomy, glosser: Glosser) -> None:
        self._taxonomy = taxonomy
        self._glosser = glosser
        self.read = lru_cache(maxsize=50_000)(self._read)

    def _read(self, text: str) -> Traits:
        plain = simplified(text)
        words = phrases()
        hits = self._hits(plain)
        return Traits(
            concepts=self._concepts(hits),
            seeks=frozenset(role for role, found in words.seeks.items() if found.search(plain) or found.search(text)),
            plays=frozenset(role for role, found in words.plays.items() if found.search(plain) or found.search(text)),
            orders=bool(words.order.search(plain)),
            substance=_substance(plain, hits, words),
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


def _substance(text: str, hits: list[Hit], words: Phrases) -> float:
    """Share of what is left when fillers and praise are taken out; a named concept is substance in itself."""
    fillers = [m.span() for found in (words.empty, words.praise) for m in found.finditer(text)]
    if not fillers:
        return 1.0
    covered = sum(end - start for start, end in fillers)
    named = sum(hit.end - hit.start for hit in hits if not hit.weak)
    size = len(HAN.findall(text)) * 2 + len(text) or 1
    scale = 2 if HAN.search(text) else 1
    return max(0.0, min(1.0, 0.35 + (1.5 * named - 1.0 * covered) * scale / size + 0.1 * (3 - len(fillers))))
