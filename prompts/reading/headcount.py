"""How many people work there: one number, a range's middle, or the sum of the parts that were told."""

import re
from dataclasses import replace

from prompts.reading import lexicon
from prompts.reading.numbers import Number, find_numbers
from prompts.reading.people import GREW, OTHER_AFTER, SIZE_WORD, UNIT, around, at_branch, begin, end, people_counted
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text

Span = tuple[int, int]

_myself = lexicon.pattern("headcount", "myself")
_correction = lexicon.pattern("headcount", "correction")
_refused_after = re.compile(
    r"\s*(?:नहीं|नही|nahi|nahin|nhi|(?:is |was )?(?:old|wrong))\s*(?:,|\s)?\s*(?:\d|$|बल्कि|balki|,|now|its)"
)
_refused_before = re.compile(r"(?:\bnot|不是|并非|instead of|earlier(?: i)? said|rather than)\s*$")
_make_that = lexicon.pattern("headcount", "make_that")
_grew_after = re.compile(r"\s*" + lexicon.source("headcount", "grew_after"))
_once = re.compile(lexicon.source("headcount", "once"))
_included = lexicon.pattern("headcount", "included")


def read_headcount(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """The fact, if any, and the spans it rests on."""
    fold = text.fold
    numbers = [_now(fold, n) for n in find_numbers(fold) if 1 <= n.high < 3_000_000 and not _is_refused(fold, n)]
    numbers = [n for n in numbers if not at_branch(fold, n)]
    marked = people_counted(text, numbers)
    corrected = _corrected(fold, numbers, marked, asked)
    if corrected:
        return [_fact(text, corrected.middle, [corrected], corrects=True)], [(corrected.start, end(fold, corrected))]
    totals = [n for n, kind in marked if kind == "total"]
    people = [n for n, kind in marked if kind == "people"]
    parts = _parts(fold, marked)
    if totals:
        chosen, used = totals[-1].middle, [totals[-1]]
    elif people or parts:
        chosen, used = _sum(people, parts)
        chosen += 1 if parts and not people and _myself.search(fold) else 0
    elif asked in ("company", "headcount") and (alone := _alone(fold, numbers)):
        chosen, used = alone.middle, [alone]
    else:
        return [], []
    if chosen < 1:
        return [], []
    spans = [(begin(fold, n), end(fold, n)) for n, _ in marked] or [(used[0].start, used[0].end)]
    return [_fact(text, chosen, used, corrects=False)], spans


def _now(fold: str, number: Number) -> Number:
    """Of "grew from 18 to 44" the 44."""
    if number.low == number.high:
        return number
    changed = GREW.search(fold[max(0, number.start - 40) : number.start]) or _grew_after.match(fold, number.end)
    return replace(number, low=number.high) if changed else number


def _is_refused(fold: str, number: Number) -> bool:
    """The wrong number of a correction: "240 नहीं 204", "204, not 240", 不是240."""
    once = fold[number.start - 1 : number.start] == "从" and _once.match(fold, number.end) is not None
    return (
        once
        or _refused_after.match(fold, number.end) is not None
        or _refused_before.search(fold[max(0, number.start - 8) : number.start]) is not None
    )


def _fact(text: Text, value: float, used: list[Number], *, corrects: bool) -> HeardFact:
    quote = text.quote(min(n.start for n in used), end(text.fold, max(used, key=lambda n: n.end)))
    return HeardFact("headcount", int(value + 0.5), quote, corrects=corrects)


def _parts(fold: str, marked: list[tuple[Number, str]]) -> list[Number]:
    return [n for n, kind in marked if kind == "part" and not _included.search(around(fold, n)[1])]


def _sum(people: list[Number], parts: list[Number]) -> tuple[float, list[Number]]:
    """A number of people told first stands for all, unless parts are added to it ("60 people plus 8 in the office")."""
    if not parts:
        return people[0].middle, people[:1]
    if not people:
        return sum(n.middle for n in parts), parts
    first = people[0]
    if parts[0].start < first.start or len(people) == 1:
        added = sum(n.middle for n in parts)
        whole = first.middle == added or (first.middle >= added and parts[0].start > first.end + 40)
        return (first.middle, [first]) if whole else (first.middle + added, [first, *parts])
    return first.middle, [first]


def _alone(fold: str, numbers: list[Number]) -> Number | None:
    """A bare "22" among the pieces of the answer; a single digit alone is the number of a choice."""
    if re.fullmatch(r"\W*[1-9一二三四五六七八九]\W*", fold):
        return None
    for number in numbers:
        before, after = around(fold, number)
        if not re.sub(r"[\s~约大概左右around]|about|approx|人|个", "", before + after) and 1 <= number.low < 100_000:
            return number
    return None


def _corrected(fold: str, numbers: list[Number], marked: list[tuple[Number, str]], asked: str | None) -> Number | None:
    """The number that a correction puts in the place of an earlier one."""
    makes = [m for m in _make_that.finditer(fold) if any(0 <= n.start - m.end() < 4 for n in numbers)]
    make = makes[-1] if makes else None
    cues = [m for m in _correction.finditer(fold) if any(n.start >= m.end() - 1 for n in numbers)]
    cue = cues[-1] if cues and (make is None or cues[-1].start() > make.end()) else make
    if cue is None:
        return None
    after = [n for n in numbers if n.start >= cue.end() - 1]
    if cue is make and after:
        n = after[0]
        return None if UNIT.match(fold[n.end : n.end + 40]) or n.low >= 100_000 else n
    told = [n for n, _ in marked]
    plain = [
        n for n in after if n.bare and not UNIT.match(fold[n.end : n.end + 40]) and not OTHER_AFTER.match(fold, n.end)
    ]
    people = [n for n in plain if n.start - cue.end() < 8] or [n for n in after if n in told] or plain
    totals = [n for n, kind in marked if kind == "total" and n in people]
    brief = len(fold.split()) <= 4 and asked not in ("budget", "start", "payer")
    about_people = bool(told) or asked == "company" or brief or SIZE_WORD.search(fold, 0, cue.end() + 12) is not None
    return (totals or people)[0] if people and about_people and people[0].low < 100_000 else None
