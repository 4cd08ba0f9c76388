"""What a firm has stated about itself and may be shown before both agreed: place, size, customers, certificates."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from prompts.reading import lexicon
from prompts.reading.script import normalise
from prompts.words import Words
from retrieval.gloss import HAN, HINDI
from storage.companies import FactView, Profile

MANY = 4  # certificates named


def stated(profile: Profile, words: Words, language: str) -> Iterator[tuple[str, tuple[FactView, ...]]]:
    """(phrase, the facts that it rests on)."""
    say = words.say
    city, headcount, customers = (profile.fact(kind) for kind in ("city", "headcount", "customers"))
    if city:
        yield say("reason-city", language, city=city_name(str(city.value), language)), (city,)
    if headcount:
        yield say("reason-headcount", language, count=int(headcount.value)), (headcount,)
    if customers and customers.value.get("count"):
        yield say("reason-customers", language, count=int(customers.value["count"])), (customers,)
    held = {str(fact.value["name"]): fact for fact in profile.all("certificate") if fact.value["state"] == "held"}
    if held:
        names = list(held)[:MANY]
        yield say("reason-certificates", language, names=words.join(names, language)), tuple(map(held.get, names))  # type: ignore[arg-type]


def city_name(city: str, language: str) -> str:
    """As readers of the language write it, where the gazetteer knows; else as stated."""
    return _cities().get(normalise(city).fold.removesuffix("市"), {}).get(language, city)


@lru_cache(maxsize=1)
def _cities() -> dict[str, dict[str, str]]:
    """Folded spelling to language to the first spelling in its script."""
    table: dict[str, dict[str, str]] = {}
    for name in ("places_in", "places_cn"):
        for line in lexicon.table(name)["cities"]:
            spellings = [alias.partition("(?!")[0] for alias in line.split("|")]
            written = {language: next(filter(fits, spellings), None) for language, fits in SCRIPTS.items()}
            known = {language: spelling for language, spelling in written.items() if spelling}
            known.setdefault("hi", known.get("en", ""))
            for spelling in spellings:
                table.setdefault(normalise(spelling).fold, {language: name for language, name in known.items() if name})
    return table


SCRIPTS: dict[str, Callable[[str], bool]] = {
    "en": str.isascii,
    "zh": lambda spelling: HAN.search(spelling) is not None,
    "hi": lambda spelling: HINDI.search(spelling) is not None,
}
