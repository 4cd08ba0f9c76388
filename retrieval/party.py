"""A company made ready to be compared: its facets with vectors and traits, and the conditions it states."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from retrieval.matrix import Matrix
from retrieval.talk import Sieve
from retrieval.terms import Terms, read_terms
from retrieval.traits import TraitReader, Traits
from storage.companies import FacetView, Profile

Vectors = Callable[[Sequence[str]], Matrix]
PARTIES = 2_000  # companies that are kept ready, about 20 kB each


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


@dataclass(frozen=True)
class Stated:
    """A profile that equals another where their facets and facts do: what a party is read from."""

    rows: tuple[object, ...]
    profile: Profile = field(compare=False)


def stated(profile: Profile) -> Stated:
    facts = ((fact.company_id, fact.id, fact.kind, repr(fact.value)) for fact in profile.facts)
    return Stated((profile.facets, *facts), profile)


class PartyMaker:
    """profile to Party; vectors come from SQL where they are of this fingerprint, else they are made."""

    def __init__(self, traits: TraitReader, vectors: Vectors, fingerprint: str, family: str = "") -> None:
        self._traits = traits
        self._vectors = vectors
        self._fingerprint = fingerprint
        self._sieve = Sieve(vectors, family)
        self._read = lru_cache(maxsize=PARTIES)(self._party)

    def party(self, profile: Profile) -> Party:
        """Read once, as long as the company says the same; a draft has no ids yet to tell it by."""
        said = stated(profile)
        return replace(self._read(said) if profile.id else self._party(said), profile=profile)

    def has_vectors(self, view: FacetView) -> bool:
        return view.vector is not None and view.fingerprint == self._fingerprint

    def _party(self, said: Stated) -> Party:
        profile = said.profile
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
