"""A company made ready to be compared: its facets with vectors and traits, and the conditions it states."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retrieval.matrix import Matrix
from retrieval.talk import Sieve
from retrieval.terms import Terms, read_terms
from retrieval.traits import TraitReader, Traits
from storage.companies import FacetView, Profile

Vectors = Callable[[Sequence[str]], Matrix]


@dataclass(frozen=True)
class Facets:
    """One side of a company; rows of the three belong together."""

    views: tuple[FacetView, ...]
    traits: tuple[Traits, ...]
    vectors: Matrix


@dataclass(frozen=True)
class Party:
    profile: Profile
    needs: Facets
    offers: Facets
    terms: Terms

    @property
    def id(self) -> str:
        return self.profile.id


class PartyMaker:
    """profile to Party; vectors come from SQL where they are of this fingerprint, else they are made."""

    def __init__(self, traits: TraitReader, vectors: Vectors, fingerprint: str, family: str = "") -> None:
        self._traits = traits
        self._vectors = vectors
        self._fingerprint = fingerprint
        self._sieve = Sieve(vectors, family)

    def party(self, profile: Profile) -> Party:
        return Party(
            profile, self._facets(profile.needs), self._facets(profile.offers), read_terms(self._telling(profile))
        )

    def _facets(self, views: Sequence[FacetView]) -> Facets:
        rows = [self._vector(view) for view in views]
        traits = tuple(self._trait(view, row) for view, row in zip(views, rows, strict=True))
        return Facets(tuple(views), traits, np.stack(rows) if rows else self._vectors([]))

    def _vector(self, view: FacetView) -> Matrix:
        if view.vector is not None and view.fingerprint == self._fingerprint:
            return np.frombuffer(view.vector, np.float16).astype(np.float32)
        return np.asarray(self._vectors([self._sieve.compared(view.text)])[0], np.float32)

    def _trait(self, view: FacetView, vector: Matrix) -> Traits:
        """Of the telling part alone, so that nothing planted can add a trait."""
        found = self._sieve.read(view.text)
        share = 0.0 if self._sieve.is_talk(found.text, vector) else found.told
        return self._traits.worth(found.text, share, orders=found.orders, stuffed=found.stuffed)

    def _telling(self, profile: Profile) -> Profile:
        """Conditions, too, are read from the telling part alone: nothing planted holds a certificate."""
        told = [(view, self._sieve.read(view.text).stated) for view in profile.facets]
        return replace(profile, facets=tuple(replace(view, text=text) for view, text in told if text))
