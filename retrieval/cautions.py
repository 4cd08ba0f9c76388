"""What conflicts between two companies, or must be asked first: each caution rests on somebody's own words."""

from collections.abc import Callable, Iterator

from retrieval import limits
from retrieval.caution import Caution, View
from retrieval.certified import holds, mentioned
from retrieval.party import Party
from retrieval.taxonomy import load_taxonomy
from retrieval.terms import Required, languages, term_patterns

FIRM = 0.45  # overlap from which what a need demands is asked of an offer
SAME = 0.75  # overlap from which two offers are the same trade
LIKE = 0.6  # cosine of two offers of the same trade
HANDLES_DATA = frozenset({"software", "people", "data"})  # kinds of concepts
DATA_TRADES = frozenset({"software", "data", "ai", "cloud", "bpo", "design", "games", "semiconductor", "fintech"})


def cautions(ours: Party, theirs: Party) -> list[Caution]:
    """All that stands between the two, seen from `ours`: what rules out, what conflicts, then bare conditions."""
    found: list[Caution] = []
    judged: set[str] = set()
    for view in (View("we", ours, theirs), View("they", theirs, ours)):
        for rule in RULES:
            found += rule(view, judged)
    found += _same(ours, theirs)
    for view in (View("they", theirs, ours), View("we", ours, theirs)):
        rest = [wish for wish in view.asks.terms.conditions if wish not in judged]
        found += [Caution(f"caution-condition-{view.who}", {"wish": wish}, weighs=False) for wish in rest]
    return sorted(found, key=lambda caution: (not caution.veto, not caution.weighs))


def _middlemen(view: View, judged: set[str]) -> Iterator[Caution]:
    """One side wants no middlemen, and the other says that it is one and does not say that it makes anything."""
    asks, gives = view.asks.terms.said, view.gives.terms.said
    explicit = asks.get("no_middlemen")
    wish = explicit or asks.get("direct_only")
    if not wish:
        return
    if "maker" in gives:
        judged |= _saying(view, "no_middlemen", "direct_only")
    elif "middleman" in gives:
        judged |= _saying(view, "no_middlemen", "direct_only")
        yield view.caution("middleman", wish, gives["middleman"], veto=explicit is not None)


def _excluded(view: View, judged: set[str]) -> Iterator[Caution]:
    """A trade that one side excludes; certain where every offer of the other speaks of it."""
    for sector, wish in view.asks.terms.excludes.items():
        judged.add(wish)
        if met := view.gives.terms.sectors.get(sector):
            yield view.caution("excluded", wish, met.quote, veto=met.whole)
            return


def _installation(view: View, judged: set[str]) -> Iterator[Caution]:
    wish, excluded = view.asks.terms.said.get("install_wanted"), view.gives.terms.said.get("install_excluded")
    if wish and excluded:
        judged.update((wish, excluded))
        yield view.caution("installation", wish, excluded)


def _data(view: View, judged: set[str]) -> Iterator[Caution]:
    """Data that must stay meets somebody who works where the data is not, or does not say where."""
    stays, gives = view.asks.terms.said.get("data_stays"), view.gives.terms
    if not stays:
        return
    if not view.related:
        return
    judged |= _saying(view, "data_stays")
    if moves := gives.said.get("data_moves"):
        yield view.caution("data", stays, moves)
    elif gives.places == {"may_leave"}:
        yield view.caution("place", stays)
    elif not gives.places and "data_kept" not in gives.said and _handles_data(view.gives):
        yield view.caution("data-ask", stays)


def _certificates(view: View, judged: set[str]) -> Iterator[Caution]:
    """What is asked for and not held, where the other's offers are what it is asked of."""
    for required in view.asks.terms.required:
        if not _concerned(required, view):
            continue
        judged.add(required.quote)
        missing = [name for name in required.names if not _has(view.gives, name)]
        if missing and not (required.either and len(missing) < len(required.names)):
            kind = "missing" if holds(missing[0], view.gives.terms.refused) else "ask"
            yield view.caution(f"certificate-{kind}", required.quote, certificate=missing[0])
            return


def _budget(view: View, judged: set[str]) -> Iterator[Caution]:
    """The ceiling of one side lies well below the other's floor."""
    if view.related and (found := limits.budget(view.asks, view.gives)):
        judged.add(found[0])
        yield view.caution("budget", *found)


def _volume(view: View, judged: set[str]) -> Iterator[Caution]:
    for need, offer in view.pairs():
        wishes = view.gives.terms.conditions
        if found := limits.volume(view.asks.needs.views[need].text, view.gives.offers.views[offer].text, wishes):
            judged.add(found[1])
            yield view.caution("volume", *found)
            return


def _languages(view: View, judged: set[str]) -> Iterator[Caution]:
    """One side asks for a language, and the other names languages, but not that one."""
    for wish in view.asks.terms.conditions:
        wanted = languages(wish)
        spoken = [(facet.text, found) for facet in view.gives.profile.offers if (found := languages(facet.text))]
        if not wanted or not spoken:
            continue
        judged.add(wish)
        if not any(wanted & found for _, found in spoken):
            yield view.caution("language", wish, limits.clause_with(spoken[0][0], languages))


def _same(ours: Party, theirs: Party) -> list[Caution]:
    """Both sell the same, and neither asks for anything that the other has."""
    if any(view.related for view in (View("we", ours, theirs), View("they", theirs, ours))):
        return []
    likeness = ours.offers.vectors @ theirs.offers.vectors.T if ours.offers.views and theirs.offers.views else None
    for i, one in enumerate(ours.offers.traits):
        for j, other in enumerate(theirs.offers.traits):
            alike = one.shared(other) and one.overlap(other) >= SAME
            if alike and likeness is not None and likeness[i, j] >= LIKE:
                mine, yours = ours.offers.views[i].text, theirs.offers.views[j].text
                return [Caution("caution-same", {"wish": limits.head(mine), "quote": limits.head(yours)})]
    return []


RULES: tuple[Callable[[View, set[str]], Iterator[Caution]], ...] = (
    _middlemen,
    _excluded,
    _installation,
    _data,
    _certificates,
    _budget,
    _volume,
    _languages,
)


def _saying(view: View, *kinds: str) -> set[str]:
    """Conditions that say one of the kinds of data/terms.toml."""
    known = term_patterns().kinds
    return {wish for wish in view.asks.terms.conditions if any(known[kind].search(wish) for kind in kinds)}


def _has(party: Party, name: str) -> bool:
    refused = holds(name, party.terms.refused)
    return holds(name, party.terms.held) or (not refused and any(mentioned(name, v.text) for v in party.offers.views))


def _concerned(required: Required, view: View) -> bool:
    """A condition of the firm concerns whoever offers what it needs; one of a need, whoever offers that."""
    asks, gives = view.asks.needs, view.gives.offers
    firm = [i for i, j in view.pairs() if asks.traits[i].overlap(gives.traits[j]) >= FIRM]
    needs = [asks.views[i].id for i in firm if not asks.traits[i].wants_demand]
    return bool(needs) and (required.need is None or required.need in needs)


def _handles_data(party: Party) -> bool:
    taxonomy = load_taxonomy()
    named = {name for traits in party.offers.traits for name in traits.concepts if not name.startswith("domain:")}
    concepts = [taxonomy.concepts[taxonomy.index[name]] for name in named]
    return any(concept.kind in HANDLES_DATA or DATA_TRADES & set(concept.parents) for concept in concepts)
