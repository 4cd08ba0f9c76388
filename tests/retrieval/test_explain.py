"""Reasons that hold: every clause of every match rests on the two companies' own words, in all three languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from prompts.words import Words
from retrieval.build import Partners, make_traits
from retrieval.explain import Clause, Explainer, told
from retrieval.gloss import simplified
from retrieval.pairing import Link, Match
from retrieval.party import PartyMaker
from retrieval.summary import match_line, nameless
from retrieval.taxonomy import load_taxonomy
from storage.companies import FacetView, Profile, profile
from tests.retrieval.companies import market, profile_of, records

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "zh", "hi")
CONTACT = re.compile(r"@|https?:|www\.|\d{10}")
SETS = {
    "samples": ROOT / "bot/samples",
    "banyan": ROOT / "tests/eval/sets/banyan",
    "lotus": ROOT / "tests/eval/sets/lotus",
    **{name: ROOT.parent / "shared/eval/dev" / name for name in ("tune", "test", "oot")},
}
THERE = [name for name, folder in SETS.items() if (folder / "companies.jsonl").exists()]


@pytest.fixture(scope="module", params=THERE)
def partners(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Partners]:
    companies = records(SETS[request.param] / "companies.jsonl")
    found = market(companies, tmp_path_factory.mktemp(request.param))
    yield found
    found.market.db.close()


def shown(partners: Partners) -> Iterator[Match]:
    """The five best of every company; a company's own text is on the other end of somebody's list too."""
    for company in sorted(set(partners.market.table.company_ids)):
        yield from partners.suggest(company, 5).matches


def test_every_clause_of_every_match_rests_on_their_own_words(partners: Partners) -> None:
    clauses = 0
    for match in shown(partners):
        for language in LANGUAGES:
            explainer = partners.explainer
            texts = (explainer.short(match, language), explainer.both(match, language), explainer.full(match, language))
            for clause in (clause for text in texts for clause in text):
                check(clause, match, language, partners)
                clauses += 1
            assert len(texts[0]) <= 2
            assert len(texts[1]) <= 4
    assert clauses > len(LANGUAGES) * len(partners.market.table.company_ids)


def check(clause: Clause, match: Match, language: str, partners: Partners) -> None:
    both = {match.ours.id, match.theirs.id}
    rest = clause.text
    for view, said in clause.quotes:
        assert view.company_id in both
        assert said
        assert said in view.text
        assert f"“{said}”" in clause.text
        assert not re.search(r"[\"“”「」]", said)
        assert said == said.strip(" ,，;；。.、:：।")
        rest = rest.replace(said, "")
    for view, concept in clause.concepts:
        assert concept in named(view, partners)
    if clause.caution:
        own = "\n".join([*(view.text for p in (match.ours, match.theirs) for view in p.facets), *wishes(match)])
        for key, value in clause.caution.values.items():
            assert key == "certificate" or value in own
            rest = rest.replace(value, "")
    for fact in clause.facts:
        assert fact.company_id == match.theirs.id
        rest = rest.replace(f"{fact.value:,}" if isinstance(fact.value, int) else str(fact.value), "")
    for _, concept in clause.concepts:
        for label in labels(concept, language):
            rest = rest.replace(label, "")
    assert not re.search(r"\d", rest), (rest, clause)
    assert not CONTACT.search(clause.text)
    for name in (match.ours.name, match.theirs.name):
        assert str(name).casefold() not in clause.text.casefold()


def wishes(match: Match) -> list[str]:
    kinds = ("requirement", "exclusion")
    return [str(fact.value) for p in (match.ours, match.theirs) for kind in kinds for fact in p.all(kind)]


def named(view: FacetView, partners: Partners) -> set[str]:
    """Concepts that have a label in a facet's text, or in its English gloss."""
    taxonomy, plain = load_taxonomy(), simplified(view.text)
    hits = taxonomy.match(plain) + taxonomy.match(partners.explainer.english(plain))
    return {taxonomy.concepts[hit.concept].id for hit in hits}


def labels(concept: str, language: str) -> tuple[str, ...]:
    taxonomy = load_taxonomy()
    found = taxonomy.concepts[taxonomy.index[concept]]
    return {"zh": found.zh, "hi": found.hi}.get(language, found.en)


def test_nameless_summaries_tell_nobody_who_it_is(partners: Partners) -> None:
    for company in sorted(set(partners.market.table.company_ids)):
        known = partners.market.db.do(profile, company)
        assert known is not None
        for language in LANGUAGES:
            text = partners.nameless(company, language)
            assert text
            assert not CONTACT.search(text)
            assert str(known.name).casefold() not in text.casefold()


@pytest.fixture(scope="module")
def explainer() -> Explainer:
    return Explainer(Words(), load_taxonomy(), make_traits())


def pair(ours: Profile, theirs: Profile, they_give: bool = True) -> Match:
    asks, gives = (ours, theirs) if they_give else (theirs, ours)
    links = (Link(asks.needs[0], gives.offers[0], 0.8),)
    given = {True: links, False: ()}
    return Match(ours.id, theirs.id, 0.8, given[they_give], given[not they_give], (), ours, theirs)


def test_a_foreign_quote_is_named_in_the_readers_language(explainer: Explainer) -> None:
    ours = profile_of("Asha Cooperage", "IN", needs=["cotton yarn for towels"])
    theirs = profile_of("苏州纺河", "CN", offers=["精梳棉纱，每月八十吨"], facts=[("headcount", 1200)], city="贵阳")
    match = pair(ours, theirs)
    english = "You need “cotton yarn for towels”; they offer “精梳棉纱，每月八十吨” (cotton yarn)."
    assert told(explainer.short(match, "en"), "en") == english
    assert "“精梳棉纱，每月八十吨” (सूत)" in told(explainer.short(match, "hi"), "hi")
    back = pair(theirs, ours, they_give=False)
    assert (
        told(explainer.short(back, "zh"), "zh")
        == "对方需要“cotton yarn for towels”（棉纱），贵司能提供“精梳棉纱，每月八十吨”。"
    )
    assert (
        told(explainer.full(match, "en"), "en") == f"{english} About them, by their own word: in Guiyang, 1,200 people."
    )


def test_who_seeks_buyers_reads_first_what_the_other_wants(explainer: Explainer) -> None:
    ours = profile_of("Asha", "IN", offers=["cotton yarn"], needs=["buyers of cotton yarn"])
    theirs = profile_of("纺河", "CN", offers=["毛巾"], needs=["棉纱，每月八十吨"])
    give, get = pair(ours, theirs), pair(ours, theirs, they_give=False)
    match = Match(ours.id, theirs.id, 0.8, give.they_give, get.we_give, (), ours, theirs)
    assert told(explainer.short(match, "en"), "en").startswith("They need “棉纱，每月八十吨” (cotton yarn)")
    gains = told(explainer.both(match, "en"), "en")
    assert gains.startswith("For you: you look for “buyers of cotton yarn”")
    assert "For them: they need" in gains


def test_one_sided_gain_is_told_as_such(explainer: Explainer) -> None:
    ours, theirs = profile_of("Asha", "IN", needs=["towels"]), profile_of("纺河", "CN", offers=["毛巾"])
    assert "Only one side gains" in told(explainer.both(pair(ours, theirs), "en"), "en")


def test_a_link_that_cannot_be_told_without_the_name_is_not_told(explainer: Explainer) -> None:
    ours = profile_of("Asha Cooperage", "IN", needs=["cotton yarn"])
    theirs = profile_of("Veda Looms Pvt Ltd", "CN", offers=["Veda Looms is what we are"])
    match = pair(ours, theirs)
    assert told(explainer.short(match, "en"), "en") == Words().say("reason-none", "en")
    line = match_line(match, Words(), explainer, "en")
    assert line["they_give"][0]["offer_quote"] == ""
    assert "Veda" not in line["text"]


def test_a_nameless_summary_leaves_out_names_and_contacts_and_keeps_the_rest(explainer: Explainer) -> None:
    known = profile_of(
        "Veda Looms Pvt Ltd",
        "IN",
        offers=[
            "Veda Looms weaves towels. Terry towels of 500 gsm, 30 tons a month. Call 98450 12345 or sales@veda.in."
        ],
        needs=["cotton yarn"],
        facts=[("headcount", 40), ("certificate", {"name": "GOTS", "state": "held"})],
        city="Pune",
    )
    party = PartyMaker(make_traits(), lambda texts: [[1.0]] * len(texts), "none").party(known)
    text = nameless(party, Words(), explainer, "en")
    assert text == (
        "An Indian firm: in Pune, 40 people, holds GOTS. "
        "Offers: “Terry towels of 500 gsm, 30 tons a month”. Looks for: “cotton yarn”."
    )
    assert "浦那" in nameless(party, Words(), explainer, "zh")
