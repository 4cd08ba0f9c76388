"""Why a pair fits, in the reader's language: clauses from the very links that scored, each with its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from prompts.reading.script import script
from prompts.words import Words
from retrieval.caution import Caution
from retrieval.masking import Mask
from retrieval.naming import Namer
from retrieval.pairing import Link, Match
from retrieval.quotes import quote
from retrieval.stated import stated
from retrieval.taxonomy import Taxonomy
from retrieval.traits import TraitReader
from storage.companies import FacetView, FactView

READS = {"en": {"en", "hinglish"}, "hi": {"hi", "hinglish", "en"}, "zh": {"zh"}}
CAUTIONS = 2  # told in a text
ROLE_KINDS = {"funds": "capital", "hosts": "place"}  # an investor in batteries is not named after batteries


@dataclass(frozen=True)
class Clause:
    """A sentence and what it rests on: verbatim parts of facets, facts, concepts that those parts name, a caution."""

    text: str
    quotes: tuple[tuple[FacetView, str], ...] = ()
    concepts: tuple[tuple[FacetView, str], ...] = ()
    facts: tuple[FactView, ...] = ()
    caution: Caution | None = None


@dataclass(frozen=True)
class Thing:
    """One facet as a reader is told of it."""

    text: str
    quotes: tuple[tuple[FacetView, str], ...]
    concepts: tuple[tuple[FacetView, str], ...] = ()


class Explainer:
    """Writes reasons; knows no company but the two it is given."""

    def __init__(self, words: Words, taxonomy: Taxonomy, traits: TraitReader) -> None:
        self._words = words
        self._traits = traits
        self._namer = Namer(taxonomy, traits)

    def short(self, match: Match, language: str) -> list[Clause]:
        """One-sided, for a list: what the reader gains, and the first thing to ask."""
        theirs, ours = self._give(match, "they", language), self._give(match, "we", language)
        seeks_buyers = bool(match.they_give) and self._asks_for_demand(match.they_give[0])
        lead = ours[:1] if seeks_buyers and ours else theirs[:1] or ours[:1]
        return (lead or self._nothing(language)) + self._cautions(match, language)[:1]

    def both(self, match: Match, language: str) -> list[Clause]:
        """Two-sided, for the moment of agreeing: each side's gain, told as such, and what to ask first."""
        theirs, ours = self._give(match, "they", language), self._give(match, "we", language)
        if not theirs and not ours:
            return self._nothing(language) + self._cautions(match, language)
        gains = [self._led("reason-for-you", theirs[0], language)] if theirs else []
        gains += [self._led("reason-for-them", ours[0], language)] if ours else []
        if not (theirs and ours):
            gains.append(Clause(self._words.say("reason-one-way" if theirs else "reason-one-way-them", language)))
        return gains + self._cautions(match, language)

    def full(self, match: Match, language: str) -> list[Clause]:
        """Every link, what they state about themselves, and the cautions: the answer to "why?"."""
        links = self._give(match, "they", language) + self._give(match, "we", language)
        return (links or self._nothing(language)) + self._about(match, language) + self._cautions(match, language)

    def quotes(self, match: Match, link: Link) -> tuple[str, str]:
        """Verbatim parts of the need and of the offer; "" where all of it would tell who the firm is."""
        mask, shared = _mask(match), self._shared(link)
        return self._quote(link.need, shared, mask) or "", self._quote(link.offer, shared, mask) or ""

    def english(self, text: str) -> str:
        """The gloss in which names are looked for where the text itself has none."""
        return self._traits.english(text)

    def facet(self, view: FacetView, mask: Mask, language: str) -> str | None:
        """A facet for readers who may not know the firm, in their language; None = nothing of it can be told."""
        thing = self._thing(view, frozenset(), mask, language)
        return thing.text if thing else None

    def _give(self, match: Match, giver: str, language: str) -> list[Clause]:
        """One clause a link that can be told; `giver` is "they" or "we"."""
        links = match.they_give if giver == "they" else match.we_give
        clauses = (self._link(match, link, giver, language) for link in links)
        return list({clause.quotes: clause for clause in clauses if clause}.values())

    def _link(self, match: Match, link: Link, giver: str, language: str) -> Clause | None:
        shared, mask = self._shared(link), _mask(match)
        own, foreign = (link.need, link.offer) if giver == "they" else (link.offer, link.need)
        ours = self._quoted(own, shared, mask, language)
        theirs = self._thing(foreign, shared, mask, language)
        if not ours or not theirs:
            return None
        key = f"reason-{giver}-give" + ("-demand" if self._asks_for_demand(link) and not shared else "")
        need, offer = (ours, theirs) if giver == "they" else (theirs, ours)
        text = self._words.say(key, language, need=need.text, offer=offer.text)
        return Clause(_sentence(text), ours.quotes + theirs.quotes, theirs.concepts)

    def _thing(self, view: FacetView, shared: frozenset[str], mask: Mask, language: str) -> Thing | None:
        """Quoted; named first in the reader's language where the quote is in another."""
        quoted = self._quoted(view, shared, mask, language)
        if script(view.text) in READS[language]:
            return quoted
        said = quoted.quotes[0][1] if quoted else view.text
        traits = self._traits.read(view.text)
        kind = next((ROLE_KINDS[role] for role in sorted(traits.plays) if role in ROLE_KINDS), None)
        names = self._namer.names(said, language, shared, kind if view.side == "offer" else None)
        names = [(concept, name) for concept, name in names if not mask.bars(name)]
        if not names:
            return quoted
        what = self._words.join([name for _, name in names], language)
        concepts = tuple((view, concept) for concept, _ in names)
        if not quoted:
            return Thing(self._words.say("thing-named", language, what=what), (), concepts)
        key = "thing-about-quoted" if view.side == "need" and traits.wants_demand else "thing-named-quoted"
        text = self._words.say(key, language, what=what, text=said)
        return Thing(text, quoted.quotes, concepts)

    def _quoted(self, view: FacetView, shared: frozenset[str], mask: Mask, language: str) -> Thing | None:
        said = self._quote(view, shared, mask)
        return Thing(self._words.say("thing-quoted", language, text=said), ((view, said),)) if said else None

    def _quote(self, view: FacetView, shared: frozenset[str], mask: Mask) -> str | None:
        return quote(view.text, lambda piece: self._namer.worth(piece, shared), mask.bars)

    def _shared(self, link: Link) -> frozenset[str]:
        return frozenset(self._traits.read(link.need.text).shared(self._traits.read(link.offer.text)))

    def _asks_for_demand(self, link: Link) -> bool:
        return self._traits.read(link.need.text).wants_demand

    def _about(self, match: Match, language: str) -> list[Clause]:
        facts = list(stated(match.theirs, self._words, language))
        if not facts:
            return []
        between = self._words.say("between-facts", language)
        text = self._words.say("reason-about", language, facts=between.join(said for said, _ in facts))
        return [Clause(text, facts=tuple(fact for _, rests in facts for fact in rests))]

    def cautions(self, match: Match) -> list[Caution]:
        """Those that rule the pair out first; one whose words would tell who a firm is stays unsaid."""
        mask = _mask(match)
        return [each for each in match.cautions if not any(mask.bars(value) for value in each.values.values())]

    def _cautions(self, match: Match, language: str) -> list[Clause]:
        say = self._words.say
        told = self.cautions(match)[:CAUTIONS]
        return [Clause(say(each.key, language, **each.values), caution=each) for each in told]

    def _led(self, key: str, clause: Clause, language: str) -> Clause:
        text = self._words.say(key, language, text=clause.text[0].lower() + clause.text[1:])
        return Clause(text, clause.quotes, clause.concepts)

    def _nothing(self, language: str) -> list[Clause]:
        return [Clause(self._words.say("reason-none", language))]


def told(clauses: Iterable[Clause], language: str) -> str:
    return ("" if language == "zh" else " ").join(clause.text for clause in clauses)


def _mask(match: Match) -> Mask:
    return Mask(match.ours.name, match.theirs.name)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
