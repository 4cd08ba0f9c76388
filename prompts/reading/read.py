"""The offline reader: what is understood of one message, without a model, in milliseconds."""

from dataclasses import replace
from datetime import date

from prompts.reading.certificates import read_certificates
from prompts.reading.choices import read_customers, read_data_place, read_demands, read_partnership, read_payer
from prompts.reading.dates import read_start
from prompts.reading.facets import read_facets
from prompts.reading.headcount import read_headcount
from prompts.reading.intents import Wishes, read_intents
from prompts.reading.money import read_budget
from prompts.reading.names import read_name
from prompts.reading.own_place import own_city, own_span
from prompts.reading.reading import HeardFact, Intent, Language, Reading
from prompts.reading.script import Text, normalise, script

LONGEST = 2500
"""Characters that are read; what stands behind is kept with the message, not understood."""

Span = tuple[int, int]

_COUNTED = {"company", "budget", "proof"}
"""Questions that a bare number may answer."""


def read(
    text: str,
    *,
    asked: str | None = None,
    language: Language | None = None,
    country: str | None = None,
    today: date | None = None,
) -> Reading:
    """Understand a message; `asked` is the open question, `country` the channel's hint, `today` resolves dates."""
    message = normalise(text[:LONGEST])
    spoken = _language(message, language)
    wishes = read_intents(message)
    chosen = "choice" in wishes.intents and asked in _COUNTED
    if (wishes.spans == ((0, len(message.fold)),) and not chosen) or wishes.intents == ("empty",):
        return Reading(text, spoken, wishes.intents, number=wishes.number, language_wish=wishes.language)
    if chosen:
        wishes = replace(wishes, spans=())
    facts, claimed, named = _facts(message, wishes, asked, country, today)
    facets, denied = read_facets(message, claimed, named, asked)
    told: tuple[Intent, ...] = ("tell",) if facts or facets or denied else ()
    intents = tuple(dict.fromkeys((*told, *wishes.intents)))
    return Reading(text, spoken, intents, tuple(facets), tuple(facts), tuple(denied), wishes.number, wishes.language)


def _facts(
    message: Text, wishes: Wishes, asked: str | None, country: str | None, today: date | None
) -> tuple[list[HeardFact], list[Span], list[Span]]:
    """Every fact, the spans they and the wishes rest on, and those of name and city."""
    claimed: list[Span] = list(wishes.spans)
    names, named = read_name(message, asked)
    cities = own_city(message, named, country)
    for city in cities[:1]:
        named = [*named, *own_span(message, city.value)]
    certificates, spans = read_certificates(message, asked)
    claimed += spans
    people, spans = read_headcount(message, asked)
    claimed += spans
    customers, spans = read_customers(message, asked)
    claimed += spans
    payer, spans = read_payer(message, asked)
    claimed += spans
    place, spans = read_data_place(message, asked)
    claimed += spans
    budget, spans = read_budget(message, asked, claimed)
    claimed += spans
    start, spans = read_start(message, asked, today)
    claimed += spans
    form, spans = read_partnership(message, asked)
    claimed += spans
    demands = read_demands(message)
    facts = [*names, *cities, *people, *certificates, *customers, *payer, *budget, *start, *place, *form, *demands]
    return facts, claimed, named


def _language(message: Text, known: Language | None) -> Language:
    """Of the message where it has enough letters to tell, else the one spoken before."""
    written = script(message.raw)
    if known and sum(char.isalpha() for char in message.raw) < 4:
        return known
    return "hi" if written == "hinglish" else written
