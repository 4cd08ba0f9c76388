"""The contract's `rank`: every need against all offers across the border, every company against all partners."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from retrieval.cautions import cautions
from retrieval.embed import AnyEmbeddings
from retrieval.pairing import Pairing, pairing
from retrieval.party import Party, PartyMaker
from retrieval.score import load_weights, pair
from retrieval.traits import TraitReader
from storage.companies import Profile

SHOWN = 10  # suggestions that a list would really hold at most


def rank(companies: Sequence[Profile], embeddings: AnyEmbeddings, traits: TraitReader) -> Iterator[dict[str, Any]]:
    """Lines of rank's OUT.jsonl: all needs first, then all companies, in the order given."""
    makers = PartyMaker(traits, embeddings.vectors, embeddings.fingerprint, embeddings.family)
    parties = {company.id: makers.party(company) for company in companies}
    pairs = {
        (ours.id, theirs.id): pairing(ours, theirs, load_weights())
        for ours in parties.values()
        for theirs in parties.values()
        if ours.profile.country != theirs.profile.country
    }
    threshold = load_weights().threshold(embeddings)
    for ours in parties.values():
        yield from _needs(ours, parties, pairs, threshold)
    for ours in parties.values():
        yield _partners(ours, parties, pairs, threshold)


Pairs = dict[tuple[str, str], Pairing]


def _needs(ours: Party, parties: dict[str, Party], pairs: Pairs, threshold: float) -> Iterator[dict[str, Any]]:
    """Parts of one need or offer count as one: the best of them."""
    best: dict[str, dict[str, float]] = {view.ref: {} for view in ours.needs.views}
    for (one, other), both in pairs.items():
        if one != ours.id:
            continue
        ruled_out = any(caution.veto for caution in cautions(ours, parties[other]))
        for i, need in enumerate(ours.needs.views):
            for j, offer in enumerate(parties[other].offers.views):
                score = float(both.they_give[i, j]) - ruled_out
                row = best[need.ref]
                row[offer.ref] = max(row.get(offer.ref, -np.inf), score)
    for need_id, row in best.items():
        yield {"need_id": need_id, **_ordered(row, threshold, "offers")}


def _partners(ours: Party, parties: dict[str, Party], pairs: Pairs, threshold: float) -> dict[str, Any]:
    weights, row = load_weights(), {}
    for other, theirs in parties.items():
        if (ours.id, other) not in pairs:
            continue
        found = cautions(ours, theirs)
        both = pairs[ours.id, other]
        score = pair(both.they_give, both.we_give, weights) - weights.caution * sum(caution.weighs for caution in found)
        row[other] = score - any(caution.veto for caution in found)
    return {"company_id": ours.id, **_ordered(row, threshold, "partners")}


def _ordered(row: dict[str, float], threshold: float, name: str) -> dict[str, Any]:
    order = sorted(row, key=lambda key: (-row[key], key))
    scores = [round(row[key], 4) for key in order]
    kept = sum(score >= threshold for score in scores[:SHOWN])
    return {name: order, "scores": scores, "kept": kept}
