"""A company told without its name, and a match told to programs; both by the explainer's own words."""

from collections.abc import Sequence
from typing import Any

from prompts.words import Words
from retrieval.explain import Explainer, told
from retrieval.masking import Mask
from retrieval.pairing import Link, Match
from retrieval.party import Party
from retrieval.stated import stated


def nameless(party: Party, words: Words, explainer: Explainer, language: str) -> str:
    """A summary from allowed facts: country, city, size, offers and needs; what names the firm is left out."""
    profile, say = party.profile, words.say
    mask, facts = Mask(profile.name), [said for said, _ in stated(profile, words, language)]
    firm = say("nameless-firm", language, country=profile.country or "")
    lines = [
        say(
            "nameless-facts" if facts else "nameless-alone",
            language,
            firm=firm,
            facts=say("between-facts", language).join(facts),
        )
    ]
    for key, views in (("nameless-offers", profile.offers), ("nameless-needs", profile.needs)):
        texts = [text for view in views if (text := explainer.facet(view, mask, language))]
        if texts:
            lines.append(say(key, language, texts=say("between-items", language).join(texts)))
    return ("" if language == "zh" else " ").join(lines)


def match_line(match: Match, words: Words, explainer: Explainer, language: str) -> dict[str, Any]:
    """One entry of the contract's `match --json`; its quotes are those of the text."""
    return {
        "company_id": match.partner_id,
        "score": match.score,
        "they_give": _json_links(match, match.they_give, explainer),
        "we_give": _json_links(match, match.we_give, explainer),
        "cautions": [words.say(caution.key, language, **caution.values) for caution in explainer.cautions(match)],
        "text": told(explainer.both(match, language), language),
    }


def _json_links(match: Match, links: Sequence[Link], explainer: Explainer) -> list[dict[str, Any]]:
    rows = []
    for link in links:
        need, offer = explainer.quotes(match, link)
        ids = {"need_id": link.need.ref, "offer_id": link.offer.ref}
        rows.append({**ids, "need_quote": need, "offer_quote": offer, "score": link.score})
    return rows
