"""Why a pair fits, in the reader's language: clauses from the very links that scored, each with its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from prompts.reading.script import script
from prompts.words import Words
from retrieval.cautions import Caution
from retrieval.gloss import simplified
from retrieval.pairing import Link, Match
from retrieval.party import Party
from retrieval.quotes import quote
from retrieval.taxonomy import Taxonomy
from retrieval.traits import TraitReader
from storage.companies import FacetView

READS = {"en": {"en", "hinglish"}, "hi": {"hi", "hinglish", "en"}, "zh": {"zh"}}
ASKED_FIRST = 2  # cautions named in a text


@dataclass(frozen=True)
class Clause:
    """A sentence and what it rests on: verbatim parts of facets or facts, and concepts that those parts name."""

    text: str
    quotes: tuple[tuple[FacetView, str], ...] = ()
    concepts: tuple[str, ...] = ()
    caution: Caution | None = None


class Explainer:
    """Writes reasons; knows no company but the two it is given."""

    def __init__(self, words: Words, taxonomy: Taxonomy, traits: TraitReader) -> None:
        self._words = words
        self._taxonomy = taxonomy
        self._traits = traits

    def short(self, match: Match, language: str) -> list[Clause]:
        """One-sided, for a list: what the reader gains, or else gives, and the first thing to ask."""
        lead = self._they_give(match.they_give[:1], language) or self._we_give(match.we_give[:1], language)
        return (lead or [Clause(self._words.say("reason-none", language))]) + self._cautions(match, language, 1)

    def both(self, match: Match, language: str) -> list[Clause]:
        """Two-sided, for the moment of agreeing: each side's gain, told as such, and what to ask first."""
        say = self._words.say
        ours, theirs = self._they_give(match.they_give[:2], language), self._we_give(match.we_give[:2], language)
        for_us = [Clause(say("reason-for-you", language, text=c.text), c.quotes, c.concepts) for c in ours]
        for_them = [Clause(say("reason-for-them", language, text=c.text), c.quotes, c.concepts) for c in theirs]
        if not (for_us and for_them):
            for_them.append(Clause(say("reason-one-way" if for_us else "reason-one-way-them", language)))
        return for_us + for_them + self._cautions(match, language, ASKED_FIRST)

    def full(self, match: Match, language: str) -> list[Clause]:
        """Every link and every caution: the answer to "why?"."""
        links = self._they_give(match.they_give, language) + self._we_give(match.we_give, language)
        return links + self._cautions(match, language, len(match.cautions))

    def quotes(self, link: Link) -> tuple[str, str]:
        """Verbatim parts of the need and of the offer."""
        shared = self._traits.read(link.need.text).shared(self._traits.read(link.offer.text))
        return self._quote(link.need, shared), self._quote(link.offer, shared)

    def masked(self, view: FacetView, name: str | None, language: str) -> str | None:
        """A facet for readers who may not know the firm, named in their language; None = it cannot be said namelessly."""
        traits = self._traits.read(view.text)
        own = [concept for concept in traits.concepts if not concept.startswith("domain:")]
        said = self._quote(view, own)
        if name and name.casefold() in said.casefold():
            return None
        if own and script(view.text) not in READS[language]:
            what = self._taxonomy.concepts[self._taxonomy.index[own[0]]].name(language)
            return self._words.say("nameless-named", language, what=what, text=said)
        return self._words.say("nameless-quote", language, text=said)

    def _they_give(self, links: Iterable[Link], language: str) -> list[Clause]:
        return [self._link("they", link, link.offer, language) for link in links]

    def _we_give(self, links: Iterable[Link], language: str) -> list[Clause]:
        return [self._link("we", link, link.need, language) for link in links]

    def _link(self, side: str, link: Link, foreign: FacetView, language: str) -> Clause:
        """The thing is named in the reader's language where the foreign quote is in another."""
        need, offer = self._traits.read(link.need.text), self._traits.read(link.offer.text)
        shared = need.shared(offer)
        said = self.quotes(link)
        quotes = ((link.need, said[0]), (link.offer, said[1]))
        values = {"need": said[0], "offer": said[1]}
        key, concepts = f"reason-{side}-give", tuple[str, ...]()
        if need.wants_demand and not shared:
            key += "-demand"
        elif shared and script(foreign.text) not in READS[language]:
            concept = self._taxonomy.concepts[self._taxonomy.index[shared[0]]]
            key, concepts = key + "-named", (concept.id,)
            values["what"] = concept.name(language)
        return Clause(self._words.say(key, language, **values), quotes, concepts)

    def _quote(self, view: FacetView, concepts: list[str]) -> str:
        plain = simplified(view.text)
        hits = self._taxonomy.match(plain) if len(plain) == len(view.text) else []
        return quote(view.text, hits, (self._taxonomy.index[concept] for concept in concepts))

    def _cautions(self, match: Match, language: str, limit: int) -> list[Clause]:
        say = self._words.say
        spoken = [(caution, say(caution.key, language, **caution.values)) for caution in match.cautions[:limit]]
        return [Clause(say("reason-ask-first", language, text=text), caution=caution) for caution, text in spoken]


def told(clauses: Iterable[Clause], language: str) -> str:
    return ("" if language == "zh" else " ").join(clause.text for clause in clauses)


def nameless(party: Party, words: Words, explainer: "Explainer", language: str) -> str:
    """A summary from allowed facts: country, city, size, offers and needs; what names the firm is left out."""
    profile, say = party.profile, words.say
    facts = [say("reason-city", language, city=profile.city)] if profile.city else []
    if profile.headcount:
        facts.append(say("reason-headcount", language, count=profile.headcount))
    firm = say("nameless-firm", language, country=profile.country or "")
    lines = [say("nameless-facts", language, firm=firm, facts=words.join(facts, language)) if facts else firm]
    for key, facets in (("nameless-offers", profile.offers), ("nameless-needs", profile.needs)):
        texts = [explainer.masked(facet, profile.name, language) for facet in facets]
        if any(texts):
            lines.append(say(key, language, texts=words.join([text for text in texts if text], language)))
    return ("" if language == "zh" else " ").join(lines)


def match_line(match: Match, words: Words, explainer: Explainer, language: str) -> dict[str, Any]:
    """One entry of the contract's `match --json`; its quotes are those of the text."""
    return {
        "company_id": match.partner_id,
        "score": match.score,
        "they_give": [_json_link(link, explainer) for link in match.they_give],
        "we_give": [_json_link(link, explainer) for link in match.we_give],
        "cautions": [words.say(caution.key, language, **caution.values) for caution in match.cautions],
        "text": told(explainer.both(match, language), language),
    }


def _json_link(link: Link, explainer: Explainer) -> dict[str, Any]:
    need, offer = explainer.quotes(link)
    return {
        "need_id": link.need.ref,
        "offer_id": link.offer.ref,
        "need_quote": need,
        "offer_quote": offer,
        "score": link.score,
    }
