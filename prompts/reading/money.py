"""Budgets: a sum or a range with its currency, None where none was said."""

import re

from prompts.reading import lexicon
from prompts.reading.numbers import Number, find_numbers
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text, normalise

Span = tuple[int, int]

_CODES = {normalise(spelling).fold: code for spelling, code in lexicon.table("money")["currency"].items()}
_spelling = "|".join(re.escape(s) for s in sorted(_CODES, key=len, reverse=True))
_edge = r"(?![a-z\u0900-\u0963])"
_currency_before = re.compile(rf"(?<![a-z])({_spelling})\.?\s?$")
_currency_after = re.compile(rf"\s?\+?[多左右上下以内余]{{0,2}}(?:的|个)?\s?({_spelling}){_edge}")
_bare = re.compile(rf"[\s.,!。，]*(?:in |में )?({_spelling})[\s.,!。，]*")
_scale = re.compile(r"[a-z\u0900-\u0963]+(?=\s?$)")
_about = lexicon.pattern("money", "about")
_vague = lexicon.pattern("money", "vague")
_piece = re.compile(r"[^,，;；。!！?？\n|()（）]+")
_counts = re.compile(r"\s?\+?\s?(?:[a-z\u0900-\u0963]+|[\u4e00-\u9fff])")
_money_unit = re.compile(r"\s?\+?\s?" + lexicon.source("money", "unit"))
_capped = re.compile(r"[^,，.。]{0,12}?" + lexicon.source("money", "ceiling_after"))
_ceiling = re.compile(lexicon.source("money", "ceiling") + r"\s*$")


def read_budget(text: Text, asked: str | None, taken: list[Span]) -> tuple[list[HeardFact], list[Span]]:
    """The budget as {"low", "high", "currency"} and the words it was read from."""
    fold = text.fold
    best: tuple[int, HeardFact, Span] | None = None
    numbers = find_numbers(fold)
    about = [piece.span() for piece in _piece.finditer(fold) if numbers and _about.search(piece[0])]
    for number in numbers:
        if any(a < number.end and number.start < b for a, b in taken):
            continue
        told = any(start <= number.start < end for start, end in about)
        weight, code, span = _weigh(fold, number, asked, told=told)
        if weight and (best is None or weight > best[0]):
            low = 0.0 if _is_ceiling(fold, number) and number.low == number.high else number.low
            value = {"low": low, "high": number.high, "currency": code}
            best = (weight, HeardFact("budget", value, text.quote(*span)), span)
    if best is None and asked == "budget" and (bare := _bare.fullmatch(fold)):
        value = {"low": None, "high": None, "currency": _CODES[bare[1]]}
        return [HeardFact("budget", value, text.quote(*bare.span(1)))], [bare.span(1)]
    if best is None:
        return [], [m.span() for m in _vague.finditer(fold)]
    return [best[1]], [best[2]]


def _is_ceiling(fold: str, number: Number) -> bool:
    return (
        _ceiling.search(fold[max(0, number.start - 24) : number.start]) is not None
        or _capped.match(fold, number.end) is not None
    )


def _weigh(fold: str, number: Number, asked: str | None, *, told: bool) -> tuple[int, str | None, Span]:
    """0 = no money; the more a number looks like a budget the more it weighs."""
    before = _currency_before.search(fold[max(0, number.start - 8) : number.start])
    after = _currency_after.match(fold, number.end)
    start = number.start - (len(before[0]) if before else 0)
    end = after.end() if after else number.end
    scale = _scale.search(fold[number.start : number.end])
    rupees = scale is not None and _CODES.get(scale[0]) == "INR" and number.high >= 1e5
    code = _CODES[after[1]] if after else _CODES[before[1]] if before else "INR" if rupees else None
    counted = _counts.match(fold, end) is not None and _money_unit.match(fold, end) is None
    if after or before:
        weight = 3 if told or not counted else 2
    elif number.high >= 1000 and told and not counted:
        weight = 3
    elif (
        (rupees or number.high >= 5000)
        and not counted
        and number.high < 1e11
        and (not number.bare or asked == "budget")
    ) or (asked == "budget" and not counted and number.high >= 100):
        weight = 2
    else:
        return 0, None, (start, end)
    return weight + (1 if number.low != number.high else 0), code, (start, end)
