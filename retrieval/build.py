"""What retrieval needs once per process, put together: embedder, market, matcher, explainer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from prompts.words import Words
from retrieval.embed import AnyEmbeddings, make_glosser
from retrieval.explain import Explainer, told
from retrieval.index.home import Home
from retrieval.market import Market
from retrieval.match import Matcher, Suggestions
from retrieval.pairing import Match
from retrieval.summary import nameless
from retrieval.taxonomy import load_taxonomy
from retrieval.traits import TraitReader
from storage.companies import Profile
from storage.db import Db


def make_traits(cache: Path | None = None) -> TraitReader:
    return TraitReader(load_taxonomy(), make_glosser(cache))


@dataclass(frozen=True)
class Partners:
    """Matching with words: the port that handlers see (handlers/core.py)."""

    market: Market
    matcher: Matcher
    explainer: Explainer
    words: Words

    def suggest(self, company_id: str, limit: int) -> Suggestions:
        return self.matcher.suggest(company_id, limit)

    def match(self, company_id: str, partner_id: str) -> Match | None:
        return self.matcher.match(company_id, partner_id)

    def next_question(self, profile: Profile, open_questions: Any) -> str | None:
        return self.matcher.next_question(profile, open_questions)

    def reason(self, match: Match, language: str) -> str:
        return told(self.explainer.short(match, language), language)

    def two_sided(self, match: Match, language: str) -> str:
        return told(self.explainer.both(match, language), language)

    def why(self, match: Match, language: str) -> str:
        return told(self.explainer.full(match, language), language)

    def nameless(self, company_id: str, language: str) -> str:
        found = self.matcher.profile(company_id)
        return nameless(self.matcher.party(found), self.words, self.explainer, language) if found else ""


def make_partners(
    db: Db,
    embeddings: AnyEmbeddings,
    clock: Callable[[], datetime],
    *,
    cache: Path | None = None,
    home: Home | None = None,
) -> Partners:
    """`home` None keeps the index in memory alone. Call `market.fill()` before use."""
    market, traits, words = Market(db, embeddings, home), make_traits(cache), Words()
    return Partners(market, Matcher(market, traits, clock), Explainer(words, load_taxonomy(), traits), words)
