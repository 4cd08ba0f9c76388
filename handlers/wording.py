"""Facts and facets in words: the one way in which a value is shown."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from handlers.core import Turn
from handlers.questions import Question
from prompts.words import Words
from storage.companies import FacetView, FactView

MOST = 8  # offers or needs in a read-back
LONGEST = 90  # characters of one offer or need in a read-back; the whole text is kept


def shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def value(words: Words, language: str, kind: str, said: Any) -> str:
    match kind:
        case "headcount":
            return words.say("fact-headcount", language, count=said)
        case "customers":
            return shown(said["text"]) if said["text"] else words.say("fact-customers", language, count=said["count"])
        case "certificate":
            return words.say(f"certificate-{said['state']}", language, name=said["name"])
        case "budget":
            return words.money(said["low"], said["high"], said["currency"], language)
        case "start":
            return words.month(date.fromisoformat(said["date"]), language) if said["date"] else shown(said["text"])
        case "data_place":
            return words.join([words.say(f"data_place-{place}", language) for place in said], language, "or")
        case "country" | "payer" | "partnership":
            return words.say(f"{kind}-{said}", language)
        case _:
            return shown(str(said))


def item(words: Words, language: str, kind: str, said: Any) -> str:
    """Word a value so that it is understood without its question: "budget $30K", "not wanted: resellers"."""
    text = value(words, language, kind, said)
    labelled = {"budget", "start", "exclusion", "requirement"}
    return words.say(f"fact-{kind}", language, value=text) if kind in labelled else text


def facets(turn: Turn, side: str, told: Iterable[FacetView]) -> str:
    return turn.say(f"told-{side}", text=listed(turn, told))


def listed(turn: Turn, told: Iterable[FacetView]) -> str:
    texts = [shown(facet.text) for facet in told]
    return turn.say("between-items").join([*texts[:MOST], *(["…"] if len(texts) > MOST else [])])


def facts(turn: Turn, told: Iterable[FactView]) -> list[str]:
    """Word each statement; a country is told by its city."""
    told = list(told)
    cities = any(fact.kind == "city" for fact in told)
    seen = (fact for fact in told if not (cities and fact.kind == "country"))
    return [item(turn.core.words, turn.language, fact.kind, fact.value) for fact in seen]


def answer_to(turn: Turn, question: Question) -> str:
    """Word what the profile says to a question."""
    if question.side:
        told = listed(turn, (facet for facet in turn.profile.facets if facet.side == question.side))
    else:
        said = [fact for kind in question.kinds for fact in turn.profile.all(kind)]
        told = turn.say("between-facts").join(
            value(turn.core.words, turn.language, fact.kind, fact.value) for fact in said
        )
    return told or turn.say("unsaid")
