"""The concepts of the trades: what a text names, in any of the languages (retrieval/data/concepts/*.toml)."""

import hashlib
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import snowballstemmer

HAN = re.compile(r"[\u3400-\u9fff]")
HAN_RUN = re.compile(r"[\u3400-\u9fffa-z0-9/+\-]+")
WORD = re.compile(r"[a-z0-9]+|[\u0900-\u0963\u0970-\u097f\u200c\u200d]+")
WEAK = 0.3

_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True)
class Concept:
    """One thing that is traded; `kind` tells goods, machine, software, service, people, data, place or capital."""

    id: str
    parents: tuple[str, ...]
    kind: str
    en: tuple[str, ...]
    zh: tuple[str, ...]
    hi: tuple[str, ...]
    uses: tuple[str, ...]
    weak: tuple[str, ...]
    related: tuple[str, ...]

    def name(self, language: str) -> str:
        return {"zh": self.zh, "hi": self.hi}.get(language, self.en)[0]


@dataclass(frozen=True)
class Hit:
    """A label found at text[start:end]; weight grows with the label's length, weak labels count less."""

    concept: int
    weight: float
    start: int
    end: int
    weak: bool


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    return str(_stemmer.stemWord(word)) if word.isascii() else word


def words(text: str) -> list[str]:
    return [stem(word) for word in WORD.findall(text.lower().replace("'s", ""))]


class Taxonomy:
    """All concepts and their labels; `match` finds the longest labels in a text."""

    def __init__(self, concepts: list[Concept], fingerprint: str) -> None:
        self.concepts = concepts
        self.fingerprint = fingerprint
        self.index = {concept.id: i for i, concept in enumerate(concepts)}
        self.domains = {name: i for i, name in enumerate(sorted({p for c in concepts for p in c.parents}))}
        self._han: dict[str, list[tuple[int, bool]]] = defaultdict(list)
        self._words: dict[tuple[str, ...], list[tuple[int, bool]]] = defaultdict(list)
        for i, concept in enumerate(concepts):
            for weak, labels in ((False, concept.en + concept.zh + concept.hi + concept.uses), (True, concept.weak)):
                for label in labels:
                    self._add(label.lower(), i, weak=weak)
        self._longest_han = max(map(len, self._han), default=0)
        self._longest_words = max(map(len, self._words), default=0)

    def _add(self, label: str, concept: int, *, weak: bool) -> None:
        entry = (concept, weak)
        table, key = (self._han, label) if HAN.search(label) else (self._words, tuple(words(label)))
        if key and entry not in table[key]:  # type: ignore[index]
            table[key].append(entry)  # type: ignore[index]

    def match(self, text: str) -> list[Hit]:
        """Longest labels first, left to right, no overlap within a script; `text` is simplified already."""
        lowered = text.lower()
        return [*self._match_han(lowered), *self._match_words(lowered)]

    def _match_han(self, text: str) -> list[Hit]:
        hits = []
        for run in HAN_RUN.finditer(text):
            chars, offset, i = run.group(), run.start(), 0
            while i < len(chars):
                for length in range(min(self._longest_han, len(chars) - i), 0, -1):
                    found = self._han.get(chars[i : i + length])
                    if found:
                        hits += _hits(found, length**0.5, offset + i, offset + i + length)
                        i += length
                        break
                else:
                    i += 1
        return hits

    def _match_words(self, text: str) -> list[Hit]:
        spans = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text.replace("'s", "  "))]
        stems, hits, i = [stem(word) for word, _, _ in spans], [], 0
        while i < len(stems):
            for length in range(min(self._longest_words, len(stems) - i), 0, -1):
                found = self._words.get(tuple(stems[i : i + length]))
                if found:
                    hits += _hits(found, (1.5 * length) ** 0.5, spans[i][1], spans[i + length - 1][2])
                    i += length
                    break
            else:
                i += 1
        return hits


def _hits(found: list[tuple[int, bool]], weight: float, start: int, end: int) -> list[Hit]:
    share = weight / len(found)
    return [Hit(concept, share * (WEAK if weak else 1.0), start, end, weak) for concept, weak in found]


@lru_cache(maxsize=1)
def load_taxonomy() -> Taxonomy:
    """The shipped taxonomy; its fingerprint changes with any label."""
    folder = files("retrieval") / "data" / "concepts"
    sources = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name)
    digest = hashlib.sha1(usedforsecurity=False)
    concepts: list[Concept] = []
    for source in sources:
        digest.update(source.read_bytes())
        concepts += _read(source)
    return Taxonomy(concepts, digest.hexdigest()[:8])


def _read(source: Traversable) -> list[Concept]:
    rows = tomllib.loads(source.read_text("utf-8"))["concept"]
    lists = ("parents", "en", "zh", "hi", "uses", "weak", "related")
    return [Concept(id=row["id"], kind=row["kind"], **{k: tuple(row.get(k, ())) for k in lists}) for row in rows]
