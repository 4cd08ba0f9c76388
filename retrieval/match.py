"""Who is a good partner: candidates from the market, compared pair by pair, and what may be shown of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import numpy as np

from retrieval.ask import most_telling
from retrieval.candidates import candidates, width
from retrieval.index.port import Similarities
from retrieval.market import Market
from retrieval.pairing import Match, match
from retrieval.party import PARTIES, Party, PartyMaker
from retrieval.score import Weights, load_weights
from retrieval.traits import TraitReader
from storage.companies import Profile, profile, profiles
from storage.db import Session
from storage.pairs import exposure, refused, seen

OTHER = {"IN": "CN", "CN": "IN"}
COMPARED = 60  # candidates that are compared in full
RIVALS = 20  # candidates that choose the next question
READ_AT_ONCE = 20  # companies that are read ahead in one transaction
COOL_DOWN = timedelta(days=30)
CROWDED = 3.0  # a company shown this many times the average steps back for the others
CROWD_FLOOR = 10  # showings below which nobody is crowded


@dataclass(frozen=True)
class Emptiness:
    """Why nobody is shown; `advice` is a sentence of the catalogue, `arguments` its values."""

    seekers: int
    advice: str | None = None
    arguments: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Suggestions:
    matches: tuple[Match, ...]
    empty: Emptiness | None = None


class Matcher:
    """Reads SQL and the market, writes nothing."""

    def __init__(self, market: Market, traits: TraitReader, clock: Callable[[], datetime]) -> None:
        self.weights: Weights = load_weights()
        self._market = market
        self.traits = traits
        self._clock = clock
        known = market.embeddings
        self._parties = PartyMaker(traits, known.vectors, known.fingerprint, known.family)
        self.threshold = self.weights.threshold(market.embeddings)
        self._last: tuple[object, list[tuple[float, Party]]] = (None, [])

    def suggest(self, company_id: str, limit: int) -> Suggestions:
        """Partners that may be shown now, best first; empty with a reason."""
        ours = self._party(company_id)
        if ours is None or ours.profile.country not in OTHER:
            return Suggestions((), Emptiness(0, "empty-country"))
        found = self._compared(ours, COMPARED)
        shown = self._market.db.read(self._allowed, company_id, self._fitting(found))[:limit]
        return Suggestions(tuple(shown), None if shown else self._emptiness(ours, found))

    def _fitting(self, found: Sequence[Match]) -> list[Match]:
        """Every partner that fits well enough and is not ruled out, whether or not it was shown before."""
        fitting = [pair for pair in found if not pair.vetoed and pair.score >= self.threshold]
        return sorted(fitting, key=lambda pair: (-pair.score, pair.partner_id))

    def match(self, company_id: str, partner_id: str) -> Match | None:
        """The pair as it stands now, also when it was shown before; None = one of them is no longer there."""
        ours, theirs = self._party(company_id), self._party(partner_id)
        return match(ours, theirs, self.weights, self.threshold) if ours and theirs else None

    def next_question(self, ours: Profile, open_questions: Sequence[str]) -> str | None:
        """The open question on which the candidates of these offers and needs differ most; None = no difference."""
        facets = tuple(filter(self._parties.has_vectors, ours.facets))  # nobody waits for the others' here
        if ours.country not in OTHER or not facets:
            return None
        key = (ours.country, tuple(facet.text for facet in facets))
        if self._last[0] != key:
            self._last = (key, self._rivals(self._parties.party(replace(ours, facets=facets))))
        return most_telling(open_questions, self._last[1])

    def warm(self) -> Iterator[Party]:
        """Make the newest companies ready to be compared, one at each step, before somebody waits for them."""
        ids = self._market.table.company_ids[: -PARTIES - 1 : -1]
        for start in range(0, len(ids), READ_AT_ONCE):
            read = self._market.db.read(profiles, ids[start : start + READ_AT_ONCE])
            yield from map(self._parties.party, read.values())

    def party(self, profile: Profile) -> Party:
        return self._parties.party(profile)

    def profile(self, company_id: str) -> Profile | None:
        return self._market.db.read(profile, company_id)

    def _party(self, company_id: str) -> Party | None:
        found = self.profile(company_id)
        return self._parties.party(found) if found else None

    def _rivals(self, ours: Party) -> list[tuple[float, Party]]:
        """The shortlist that an answer would reorder, with scores."""
        found = sorted(self._compared(ours, RIVALS), key=lambda pair: -pair.score)[: RIVALS // 2]
        return [(pair.score, self._parties.party(pair.theirs)) for pair in found]

    def _compared(self, ours: Party, count: int) -> list[Match]:
        return [match(ours, theirs, self.weights, self.threshold) for theirs in self._candidates(ours, count)]

    def _candidates(self, ours: Party, compared: int) -> list[Party]:
        """What the index finds for our needs and our offers, best first by cosines of both directions."""
        table = self._market.table
        if not len(table) or not ours.profile.facets:
            return []
        country = OTHER[ours.profile.country or ""]
        found = candidates(
            self._market.index, table, ours.needs.vectors, ours.offers.vectors, country, k=width(len(table))
        )
        best = found.top(compared, _either)
        ids = [table.company_ids[number] for number in found.companies[best]]
        known = self._market.db.read(profiles, ids)
        return [self._parties.party(known[company_id]) for company_id in ids if company_id in known]

    def _allowed(self, session: Session, company_id: str, fitting: Sequence[Match]) -> list[Match]:
        """No pair after a "no"; a cool-down for the rest; the crowded step back as long as others fit."""
        no, before, times = refused(session, company_id), seen(session, company_id), exposure(session)
        recent = {partner for partner, shown in before.items() if self._clock() - shown.at < COOL_DOWN}
        free = [pair for pair in fitting if pair.partner_id not in no and pair.partner_id not in recent]
        cap = max(CROWD_FLOOR, CROWDED * sum(times.values()) / max(len(times), 1))
        return sorted(free, key=lambda pair: times.get(pair.partner_id, 0) > cap)

    def _emptiness(self, ours: Party, found: Sequence[Match]) -> Emptiness:
        """How many look for what we offer, and the one change that would help most."""
        seekers = sum(bool(pair.we_give) for pair in found)
        if self._fitting(found):
            return Emptiness(seekers, "empty-all-shown")
        vetoed = [pair for pair in found if pair.vetoed and pair.score >= self.threshold]
        if vetoed:
            return Emptiness(seekers, "empty-conditions", {"count": len(vetoed)})
        if not ours.profile.offers or not ours.profile.needs:
            return Emptiness(seekers, "empty-add-offer" if not ours.profile.offers else "empty-add-need")
        return Emptiness(seekers, "empty-say-more")


def _either(one: Similarities, other: Similarities) -> Similarities:
    """Recall for the shortlist: the better direction, helped by the other."""
    return np.asarray(np.maximum(one, other) + 0.5 * np.maximum(np.minimum(one, other), 0), np.float32)
