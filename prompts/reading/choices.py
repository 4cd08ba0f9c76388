"""Answers that are one of a few (who pays, where data is worked on, the form of partnership), customers, demands."""

import re
from typing import Any

from prompts.reading import lexicon
from prompts.reading.numbers import find_numbers
from prompts.reading.reading import FactKind, HeardFact
from prompts.reading.script import Text

Span = tuple[int, int]

_PAYERS = ("both_pay", "none_pays", "they_pay", "we_pay")
_PLACES = ("no_data", "on_site", "masked", "remote", "may_leave")
_FORMS = ("joint", "investment", "agency", "supply", "space", "project")
_patterns = {name: lexicon.pattern("choices", name) for name in (*_PAYERS, *_PLACES, *_FORMS)}
_PAYER_VALUES = {"both_pay": "both", "none_pays": "none", "they_pay": "they_pay", "we_pay": "we_pay"}
_bare_payers = {name: lexicon.pattern("choices", f"bare_{name}") for name in ("we_pay", "they_pay", "both")}
_data = lexicon.pattern("choices", "data")
_money = lexicon.pattern("choices", "paying")
_form = lexicon.pattern("choices", "form")
_clause = re.compile(r"[^,，;；。!！?？\n|()（）.]+(?:\.(?=\S)[^,，;；。!！?？\n|()（）.]*)*")
_counted = re.compile(r"\s*" + lexicon.source("choices", "customer_count"))
_counting = re.compile(lexicon.source("choices", "customer_before") + r"\s*$")
_no_customers = lexicon.pattern("choices", "no_customers")
_demands: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    ("exclusion", lexicon.pattern("choices", "exclusion")),
    ("requirement", lexicon.pattern("choices", "requirement")),
)
_wanted = re.compile(r"want|need|look|seek|chahi|find|需|想|要|找|求|चाहि|जरूरत")
_listed = re.compile(r"(?:还有|和|及|以及|另外)|(?:and|also|plus|aur)\b|और")
_WORDS = 14
_figures = re.compile(r"[\s\d.,]*")


def read_payer(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """Who pays whom; only whole clauses that speak of paying count, or a bare "they do" as an answer."""
    if asked == "payer":
        for name, pattern in _bare_payers.items():
            if pattern.fullmatch(text.fold.strip(" .!。！,，")):
                return [HeardFact("payer", name, text.raw.strip())], [(0, len(text.fold))]
    heard: list[HeardFact] = []
    spans: list[Span] = []
    for clause in _clause.finditer(text.fold):
        for name in _PAYERS:
            found = _patterns[name].search(text.fold, *clause.span())
            if found and (
                name in ("both_pay", "none_pays")
                or asked == "payer"
                or _money.search(found[0])
                or _money.search(clause[0])
            ):
                heard.append(HeardFact("payer", _PAYER_VALUES[name], text.quote(*found.span())))
                spans.append(found.span())
                break
    return _one_payer(heard), spans


def _one_payer(heard: list[HeardFact]) -> list[HeardFact]:
    values = {fact.value for fact in heard}
    if values >= {"they_pay", "we_pay"}:
        return [HeardFact("payer", "both", heard[0].quote)]
    return heard[-1:]


def read_data_place(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """Where data may be worked on: a sorted list of the places said."""
    places: set[str] = set()
    spans: list[Span] = []
    speaks = False
    for clause in _clause.finditer(text.fold):
        found = {name: m for name in _PLACES if (m := _patterns[name].search(text.fold, *clause.span()))}
        if "on_site" in found and "may_leave" in found and "不" in found["on_site"][0]:
            del found["may_leave"]
        speaks = asked == "data_place" or _data.search(clause[0]) is not None or _is_whole(clause[0], found)
        if not found or not (speaks or spans):
            continue
        places |= set(found)
        spans.append(clause.span())
    if not places:
        return [], spans
    quote = text.quote(spans[0][0], spans[0][1]).strip()
    return [HeardFact("data_place", sorted(places), quote)], spans


def _is_whole(clause: str, found: dict[str, re.Match[str]]) -> bool:
    """Whether the clause says nothing else ("remote desktop only")."""
    return any(_short(clause.replace(m[0], "").strip()) for m in found.values())


def read_partnership(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """The form of partnership; outside its own question only where the clause speaks of form or is nothing else."""
    for clause in _clause.finditer(text.fold):
        for name in _FORMS:
            found = _patterns[name].search(text.fold, *clause.span())
            if found is None:
                continue
            rest = (text.fold[clause.start() : found.start()] + text.fold[found.end() : clause.end()]).strip()
            if asked == "partnership" or _form.search(clause[0]) or _short(rest):
                alone = _short(rest) and asked not in ("need", "offer") and not _listed.match(rest)
                return [HeardFact("partnership", name, text.quote(*found.span()))], [clause.span()] if alone else []
    return [], []


def _short(rest: str) -> bool:
    return _wanted.search(rest) is None and len(rest.split()) <= 1 and len(rest) <= (12 if rest.isascii() else 3)


def read_customers(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """Live customers: {"count", "text"} with the clause that tells of them."""
    for number in find_numbers(text.fold):
        after = _counted.match(text.fold, number.end)
        before = _counting.search(text.fold[max(0, number.start - 30) : number.start])
        if 1 < number.high < 1e9 and (after or (before and asked in (None, "proof", "company", "offer"))):
            start = number.start - (len(before[0]) if before else 0)
            end = after.end() if after else number.end
            value: dict[str, Any] = {"count": int(number.middle), "text": text.quote(start, end).strip()}
            return [HeardFact("customers", value, text.quote(start, end).strip())], [(start, end)]
    none = _no_customers.search(text.fold)
    if none:
        return [HeardFact("customers", {"count": 0, "text": text.quote(*none.span())}, text.quote(*none.span()))], [
            none.span()
        ]
    return [], []


def read_demands(text: Text) -> list[HeardFact]:
    """What or whom they do not want, and what the other side must have, each clause as written."""
    heard = []
    for clause in _clause.finditer(text.fold):
        for kind, pattern in _demands:
            found = pattern.search(text.fold, *clause.span())
            words = text.quote(found.start(), clause.end()).strip() if found else ""
            if (
                found
                and not _figures.fullmatch(text.fold[found.end() : clause.end()])
                and len(words) > 2
                and len(words.split()) <= _WORDS
            ):
                heard.append(HeardFact(kind, words, words))
                break
    return heard
