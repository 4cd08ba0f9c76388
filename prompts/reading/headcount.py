"""How many people work there: one number, a range's middle, or the sum of the parts that were told."""

import re
from dataclasses import replace

from prompts.reading import lexicon
from prompts.reading.numbers import Number, find_numbers
from prompts.reading.places import find_places
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text

Span = tuple[int, int]

LARGEST_PART = 10_000
"""A number so large that stands beside a job ("pilots 30-50k") is no part of a staff."""

_before = re.compile(lexicon.source("headcount", "before") + r"\s*[:：=]?\s*$")
_after = re.compile(r"\s*" + lexicon.source("headcount", "after"))
_total_before = re.compile(lexicon.source("headcount", "total_before") + r"\s*[:：=]?\s*$")
_total_after = re.compile(r"\s*" + lexicon.source("headcount", "total_after"))
_part_after = re.compile(r"\s*" + lexicon.source("headcount", "part_after"))
_part_before = re.compile(lexicon.source("headcount", "part_before") + r"\s*$")
_other = lexicon.pattern("headcount", "other")
_other_after = re.compile(r"\s*" + lexicon.source("headcount", "other_after"))
_wanted = re.compile(r"\s*" + lexicon.source("headcount", "wanted"))
_myself = lexicon.pattern("headcount", "myself")
_size_word = lexicon.pattern("headcount", "size_word")
_correction = lexicon.pattern("headcount", "correction")
_refused_after = re.compile(
    r"\s*(?:नहीं|नही|nahi|nahin|nhi|(?:is |was )?(?:old|wrong))\s*(?:,|\s)?\s*(?:\d|$|बल्कि|balki|,|now|its)"
)
_refused_before = re.compile(r"(?:\bnot|不是|并非|instead of|earlier(?: i)? said|rather than)\s*$")
_make_that = lexicon.pattern("headcount", "make_that")
_unit = re.compile(r"\s*(?:[%℅$₹￥¥€£]|" + lexicon.source("headcount", "other_unit") + r")")
_grew = re.compile(lexicon.source("headcount", "grew") + r"\s*$")
_grew_after = re.compile(r"\s*" + lexicon.source("headcount", "grew_after"))
_once = re.compile(lexicon.source("headcount", "once"))
_at_place = re.compile(
    r"\s*(?:ppl|people|of us|log|लोग|人)?\s*(?:in|at|@)\s+|\s*(?:ppl|people|log|लोग|人)?\s*(?=[\u0900-\u0963\u4e00-\u9fff])"
)
_place_has = re.compile(r"(?:\s*(?:me|mein|में|有|:|：|-)\s*|\s+)$")
_adds = re.compile(r"\s*(?:\+|plus|and|aur|और|加)\s*")
_added = re.compile(r"\s*(?:others?|more|[a-z]+ )?\s*(?:$|[,，.。;；!\n])")
_piece_edge = re.compile(r"[,，。!！?？;；\n|()（）]|\.(?=\s)|\bbut\b|\bplus\b")
_included = lexicon.pattern("headcount", "included")
_excluded = lexicon.pattern("headcount", "excluded")


def read_headcount(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """The fact, if any, and the spans it rests on."""
    fold = text.fold
    numbers = [_now(fold, n) for n in find_numbers(fold) if 1 <= n.high < 3_000_000 and not _is_refused(fold, n)]
    marked = _marked(text, numbers)
    corrected = _corrected(fold, numbers, marked, asked)
    if corrected:
        return [_fact(text, corrected.middle, [corrected], corrects=True)], [(corrected.start, _end(fold, corrected))]
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
    spans = [(_begin(fold, n), _end(fold, n)) for n, _ in marked] or [(used[0].start, used[0].end)]
    return [_fact(text, chosen, used, corrects=False)], spans


def _marked(text: Text, numbers: list[Number]) -> list[tuple[Number, str]]:
    """The numbers that count people, each with its kind; of several places each has a part."""
    fold = text.fold
    sites = _at_sites(text, numbers) if len(numbers) > 1 else []
    marked: list[tuple[Number, str]] = []
    for number in numbers:
        kind = _kind(fold, number)
        if kind != "total" and number in sites:
            kind = "part"
        elif kind is None and marked and marked[-1][1] == "part" and _joins(fold, marked[-1][0], number):
            kind = "part"
        if kind:
            marked.append((number, kind))
    return marked


def _joins(fold: str, part: Number, number: Number) -> bool:
    """5 founders + 11."""
    return _adds.fullmatch(fold, _end(fold, part), number.start) is not None and bool(_added.match(fold, number.end))


def _at_sites(text: Text, numbers: list[Number]) -> list[Number]:
    """30 in Pune and 12 in Surat, Pune 30 and Surat 12: two or more that stand at a city each."""
    fold = text.fold
    cities = [place for place in find_places(fold, text.raw) if place.kind == "cities"]
    starts, ends = {place.start for place in cities}, {place.end for place in cities}
    found = []
    for number in numbers:
        before, after = _around(fold, number)
        if _unit.match(fold, number.end) or _other.search(before) or _other_after.match(fold, number.end):
            continue
        behind = _at_place.match(fold, number.end)
        ahead = _place_has.search(before)
        told = number.start - (len(ahead[0]) if ahead else 0)
        if (behind and behind.end() in starts) or told in ends:
            found.append(number)
    return found if len(found) > 1 else []


def _now(fold: str, number: Number) -> Number:
    """Of "grew from 18 to 44" the 44."""
    if number.low == number.high:
        return number
    changed = _grew.search(fold[max(0, number.start - 40) : number.start]) or _grew_after.match(fold, number.end)
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
    quote = text.quote(min(n.start for n in used), _end(text.fold, max(used, key=lambda n: n.end)))
    return HeardFact("headcount", int(value + 0.5), quote, corrects=corrects)


def _kind(fold: str, number: Number) -> str | None:
    """Total | people | part | None, by the words around the number."""
    before, after = _around(fold, number)
    tail = fold[number.end : number.end + 40]
    if _grew.search(before) and _size_word.search(before) and not _unit.match(tail):
        return "people"
    if _unit.match(tail) or _other.search(before[-50:]) or _other_after.match(tail) or _wanted.match(tail):
        return None
    if _total_before.search(before) or _total_after.match(tail):
        return "total"
    small = number.high < LARGEST_PART
    if small and _part_before.search(before):
        return "part"
    if _before.search(before):
        return "people"
    if small and _part_after.match(tail):
        return "part"
    if _after.match(tail) and not _excluded.search(after):
        return "people"
    return None


def _around(fold: str, number: Number) -> tuple[str, str]:
    edges = [m.end() for m in _piece_edge.finditer(fold, max(0, number.start - 80), number.start)]
    start = edges[-1] if edges else max(0, number.start - 80)
    stop = _piece_edge.search(fold, number.end, number.end + 80)
    return fold[start : number.start], fold[number.end : stop.start() if stop else number.end + 80]


def _parts(fold: str, marked: list[tuple[Number, str]]) -> list[Number]:
    return [n for n, kind in marked if kind == "part" and not _included.search(_around(fold, n)[1])]


def _sum(people: list[Number], parts: list[Number]) -> tuple[float, list[Number]]:
    """A number of people told first stands for all, unless parts are added to it ("60 people plus 8 in the office")."""
    if not parts:
        return people[0].middle, people[:1]
    if not people:
        return sum(n.middle for n in parts), parts
    first = people[0]
    if parts[0].start < first.start or len(people) == 1:
        added = sum(n.middle for n in parts)
        whole = first.middle >= added and parts[0].start > first.end + 40
        return (first.middle, [first]) if whole else (first.middle + added, [first, *parts])
    return first.middle, [first]


def _alone(fold: str, numbers: list[Number]) -> Number | None:
    """A bare "22" among the pieces of the answer; a single digit alone is the number of a choice."""
    if re.fullmatch(r"\W*[1-9一二三四五六七八九]\W*", fold):
        return None
    for number in numbers:
        before, after = _around(fold, number)
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
        return None if _unit.match(fold[n.end : n.end + 40]) or n.low >= 100_000 else n
    told = [n for n, _ in marked]
    plain = [
        n for n in after if n.bare and not _unit.match(fold[n.end : n.end + 40]) and not _other_after.match(fold, n.end)
    ]
    people = [n for n in plain if n.start - cue.end() < 8] or [n for n in after if n in told] or plain
    totals = [n for n, kind in marked if kind == "total" and n in people]
    brief = len(fold.split()) <= 4 and asked not in ("budget", "start", "payer")
    about_people = bool(told) or asked == "company" or brief or _size_word.search(fold, 0, cue.end() + 12) is not None
    return (totals or people)[0] if people and about_people and people[0].low < 100_000 else None


def _begin(fold: str, number: Number) -> int:
    near = fold[max(0, number.start - 40) : number.start]
    found = _before.search(near) or _part_before.search(near) or _total_before.search(near)
    return number.start - (len(found[0]) if found else 0)


def _end(fold: str, number: Number) -> int:
    found = (
        _total_after.match(fold, number.end) or _part_after.match(fold, number.end) or _after.match(fold, number.end)
    )
    return found.end() if found else number.end
