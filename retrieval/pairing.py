"""Two companies side by side: every need of one against every offer of the other, both ways, and what conflicts."""

from dataclasses import dataclass

import numpy as np

from retrieval.caution import Caution
from retrieval.cautions import cautions
from retrieval.party import Facets, Party
from retrieval.score import Scores, Weights, links, pair, with_reverse, without_fellows
from storage.companies import FacetView, Profile

SHOWN_LINKS = 3  # a side
ALONE = 0.9  # of the threshold, that a link must be worth without the other direction
FIRM_LINK = 0.8  # of the best link: what else is worth naming


@dataclass(frozen=True)
class Link:
    need: FacetView
    offer: FacetView
    score: float


@dataclass(frozen=True)
class Match:
    """A partner for `company_id`; links are best first, a veto among the cautions rules it out."""

    company_id: str
    partner_id: str
    score: float
    they_give: tuple[Link, ...]
    we_give: tuple[Link, ...]
    cautions: tuple[Caution, ...]
    ours: Profile
    theirs: Profile

    @property
    def vetoed(self) -> bool:
        return any(caution.veto for caution in self.cautions)


@dataclass(frozen=True)
class Pairing:
    """Scores of every link with the other direction counted in, and of each link alone."""

    they_give: Scores  # (our needs, their offers)
    we_give: Scores  # (their needs, our offers)
    they_alone: Scores
    we_alone: Scores


def pairing(ours: Party, theirs: Party, weights: Weights) -> Pairing:
    they, we = _links(ours, theirs, weights), _links(theirs, ours, weights)
    return Pairing(
        with_reverse(they, ours.needs.traits, we, weights),
        with_reverse(we, theirs.needs.traits, they, weights),
        they,
        we,
    )


def match(ours: Party, theirs: Party, weights: Weights, threshold: float) -> Match:
    """Links under the threshold are no reason and are left out; each caution takes a little off the score."""
    both, found = pairing(ours, theirs, weights), cautions(ours, theirs)
    score = pair(both.they_give, both.we_give, weights) - weights.caution * sum(caution.weighs for caution in found)
    return Match(
        ours.id,
        theirs.id,
        round(score, 4),
        _named(ours.needs, theirs.offers, both.they_give, both.they_alone, threshold),
        _named(theirs.needs, ours.offers, both.we_give, both.we_alone, threshold),
        tuple(found),
        ours.profile,
        theirs.profile,
    )


def _links(asks: Party, gives: Party, weights: Weights) -> Scores:
    """(needs of the one, offers of the other)."""
    needs, offers = asks.needs, gives.offers
    if not needs.views or not offers.views:
        return np.zeros((len(needs.views), len(offers.views)))
    found = links(needs.traits, offers.traits, needs.vectors @ offers.vectors.T, weights)
    if not asks.offers.views:
        return found
    likeness = (asks.offers.vectors @ offers.vectors.T).max(0)
    if any(own.orders and not own.substance for own in asks.offers.traits):
        likeness = np.ones_like(likeness)  # who hides the offer behind orders is taken for a seller of the same
    return without_fellows(found, needs.traits, offers.traits, likeness, weights)


def _named(needs: Facets, offers: Facets, scores: Scores, alone: Scores, threshold: float) -> tuple[Link, ...]:
    """The best offer for each need, as far as it is firm in itself and not far behind the best link.

    A good link the other way lifts the pair, but is no reason for this one; only a need for buyers rests on it.
    """
    if not scores.size:
        return ()
    best = [(float(row.max()), i, int(row.argmax())) for i, row in enumerate(scores)]
    floor = max(threshold, FIRM_LINK * max(score for score, _, _ in best))
    firm = [(score, i, j) for score, i, j in best if score >= floor]
    sound = [(score, i, j) for score, i, j in firm if needs.traits[i].wants_demand or alone[i, j] >= ALONE * threshold]
    ordered = sorted(sound, reverse=True)[:SHOWN_LINKS]
    return tuple(Link(needs.views[i], offers.views[j], round(score, 4)) for score, i, j in ordered)
