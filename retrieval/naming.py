"""What a foreign quote is about, named in the reader's language by the labels that stand in it."""

import re
from functools import lru_cache

from retrieval.gloss import HAN, simplified
from retrieval.taxonomy import Concept, Hit, Taxonomy, words
from retrieval.traits import TraitReader

NAMED = 2  # things named of one quote
SIGNS = 2
WORD = 2  # signs behind a label that both sides name: 水泵品牌 is still about pumps
LONG_LABEL = 1.7  # three Han signs, two words: names the text when it stands near its start
TELLING = 2.0  # four Han signs, three words: names it anywhere
AFTER_HEAD = frozenset("的和与及等或做在用可需要月每年共约含带配")  # behind them a compound has ended
AT_ONCE = 14  # characters: the text is about what it names first
ALIKE = 0.5
CLOSE = 0.34
CERTIFICATE = re.compile(r"certif|\bISO\b|\bIATF|\bBIS\b|\bCCC\b|\bGMP\b", re.IGNORECASE)
SHARED = 1.3  # a short label of what both sides name goes before, a long one of something else does not
SOUGHT = 2.0  # for choosing the clause: the one that both sides speak of


class Namer:
    """Concept names for quotes; a name is only given for a label that stands in the quote or in its English gloss."""

    def __init__(self, taxonomy: Taxonomy, traits: TraitReader) -> None:
        self._taxonomy = taxonomy
        self._traits = traits
        self._name = lru_cache(maxsize=20_000)(self._closest)

    def names(self, text: str, language: str, shared: frozenset[str], kind: str | None = None) -> list[tuple[str, str]]:
        """(concept id, its name), best first; after the first one only what is shared, and only of `kind` if told."""
        plain, hits = self._hits(text)
        sure = [hit for hit in hits if self._sure(plain, hit, hits, shared) and self._foreign(plain, hit, language)]
        found: dict[str, str] = {}
        taken: list[Hit] = []
        for hit in sorted(sure, key=lambda hit: (-self._weight(hit, shared, SHARED), hit.start)):
            concept = self._taxonomy.concepts[hit.concept]
            name = self._name(concept, plain[hit.start : hit.end].lower(), language, concept.id in shared)
            apart = all(hit.end <= other.start or other.end <= hit.start for other in taken)
            new = apart and concept.id not in found and name not in found.values()
            if name and new and (not found or concept.id in shared) and kind in {None, concept.kind}:
                found[concept.id] = name
                taken.append(hit)
        return list(found.items())[:NAMED]

    def worth(self, text: str, shared: frozenset[str]) -> float:
        """The best thing that a clause names, what both sides name counting double."""
        return max((self._weight(hit, shared, SOUGHT) for hit in self._hits(text)[1]), default=0.0)

    def _sure(self, plain: str, hit: Hit, hits: list[Hit], shared: frozenset[str]) -> bool:
        """Whether a label tells what the text is about: both sides name it, or it is long or stands near the start.

        A certificate is a property beside the thing; in a Chinese compound (辣椒去把机) only the end names it.
        """
        concept = self._taxonomy.concepts[hit.concept]
        if CERTIFICATE.search(concept.en[0]) and (hit.start > AT_ONCE or len(hits) > 1):
            return False
        if HAN.match(plain, hit.end - 1) and _rest(plain, hit.end) > (WORD if concept.id in shared else 0):
            return False
        rivals = [other for other in hits if other.start == hit.start and other.concept != hit.concept]
        alone = not rivals and (hit.weight >= TELLING or (hit.start <= AT_ONCE and hit.weight >= LONG_LABEL))
        return hit.end - hit.start >= SIGNS and (concept.id in shared or alone)

    @staticmethod
    def _foreign(text: str, hit: Hit, language: str) -> bool:
        """A Latin word inside a Chinese quote needs no translation for readers of English."""
        return language == "zh" or not text[hit.start : hit.end].isascii()

    def _hits(self, text: str) -> tuple[str, list[Hit]]:
        plain = simplified(text)
        hits = [hit for hit in self._taxonomy.match(plain) if not hit.weak]
        if hits:
            return plain, hits
        english = self._traits.english(plain)
        return english, [hit for hit in self._taxonomy.match(english) if not hit.weak]

    def _weight(self, hit: Hit, shared: frozenset[str], factor: float) -> float:
        return hit.weight * (factor if self._taxonomy.concepts[hit.concept].id in shared else 1.0)

    def _closest(self, concept: Concept, label: str, language: str, shared: bool) -> str | None:
        """The concept's name where the label means it, else the label of the reader's language that says the same.

        A concept may hold several things, so that its name alone is not enough.
        """
        labels = {"zh": concept.zh, "hi": concept.hi}.get(language, concept.en)
        said = self._sense(label)
        likeness = [_likeness(said, self._sense(other)) for other in labels]
        first = {names[0].lower() for names in (concept.en, concept.zh, concept.hi) if names}
        best = max(likeness)
        if shared or label in first or likeness[0] >= ALIKE:
            return labels[0]
        return labels[likeness.index(best)] if best >= CLOSE and likeness.count(best) == 1 else None

    def _sense(self, label: str) -> frozenset[str]:
        return frozenset(words(self._traits.english(label)))


def _rest(plain: str, end: int) -> int:
    """How many signs of the compound stand behind a label."""
    at = end
    while at < len(plain) and HAN.match(plain[at]) and plain[at] not in AFTER_HEAD:
        at += 1
    return at - end


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
