"""What a number counts: all who work there, a part of them, or something else."""

import re

from prompts.reading import lexicon
from prompts.reading.numbers import Number
from prompts.reading.places import find_places
from prompts.reading.script import Text

LARGEST_PART = 10_000
"""A number so large that stands beside a job ("pilots 30-50k") is no part of a staff."""

GREW = re.compile(lexicon.source("headcount", "grew") + r"\s*$")
SIZE_WORD = lexicon.pattern("headcount", "size_word")
UNIT = re.compile(r"\s*(?:[%℅$₹￥¥€£]|" + lexicon.source("headcount", "other_unit") + r")")
OTHER_AFTER = re.compile(r"\s*" + lexicon.source("headcount", "other_after"))
_before = re.compile(lexicon.source("headcount", "before") + r"\s*[:：=]?\s*$")
_after = re.compile(r"\s*" + lexicon.source("headcount", "after"))
_total_before = re.compile(lexicon.source("headcount", "total_before") + r"\s*[:：=]?\s*$")
_total_after = re.compile(r"\s*" + lexicon.source("headcount", "total_after"))
_part_after = re.compile(r"\s*" + lexicon.source("headcount", "part_after"))
_part_before = re.compile(lexicon.source("headcount", "part_before") + r"\s*$")
_other = lexicon.pattern("headcount", "other")
_wanted = re.compile(r"\s*" + lexicon.source("headcount", "wanted"))
_excluded = lexicon.pattern("headcount", "excluded")
_at_place = re.compile(
    r"\s*(?:ppl|people|of us|log|लोग|人)?\s*(?:in|at|@)\s+"
    r"|\s*(?:ppl|people|log|लोग|人)?\s*(?=[\u0900-\u0963\u4e00-\u9fff])"
)
_place_has = re.compile(r"(?:\s*(?:me|mein|में|有|:|：|-)\s*|\s+)$")
_adds = re.compile(r"\s*(?:\+|plus|and|aur|और|加)\s*")
_branch = lexicon.pattern("headcount", "branch")
_added = re.compile(r"\s*(?:others?|more|[a-z]+ )?\s*(?:$|[,，.。;；!\n])")
_piece_edge = re.compile(r"[,，。!！?？;；\n|()（）]|\.(?=\s)|\bbut\b|\bplus\b")


def people_counted(text: Text, numbers: list[Number]) -> list[tuple[Number, str]]:
    """The numbers that count people, each with its kind; of several places each has a part."""
    fold = text.fold
    sites = _at_sites(text, numbers) if len(numbers) > 1 else []
    marked: list[tuple[Number, str]] = []
    for number in numbers:
        kind = _kind(fold, number)
        added = kind is None and marked and marked[-1][1] == "part" and _joins(fold, marked[-1][0], number)
        if added or (kind != "total" and number in sites):
            kind = "part"
        if kind:
            marked.append((number, kind))
    return marked


def at_branch(fold: str, number: Number) -> bool:
    """金奈有个办事处，三个人: only the clause before tells where they are."""
    before, _ = around(fold, number)
    said = fold[max(0, number.start - len(before) - 24) : number.start - len(before)]
    return not before.strip() and _branch.search(said.rstrip(" ,，")[-12:]) is not None


def _joins(fold: str, part: Number, number: Number) -> bool:
    """5 founders + 11."""
    return _adds.fullmatch(fold, end(fold, part), number.start) is not None and bool(_added.match(fold, number.end))


def _at_sites(text: Text, numbers: list[Number]) -> list[Number]:
    """30 in Pune and 12 in Surat, Pune 30 and Surat 12: two or more that stand at a city each."""
    fold = text.fold
    cities = [place for place in find_places(fold, text.raw) if place.kind == "cities"]
    starts, ends = {place.start for place in cities}, {place.end for place in cities}
    found = []
    for number in numbers:
        before, _ = around(fold, number)
        if UNIT.match(fold, number.end) or _other.search(before) or OTHER_AFTER.match(fold, number.end):
            continue
        behind = _at_place.match(fold, number.end)
        ahead = _place_has.search(before)
        told = number.start - (len(ahead[0]) if ahead else 0)
        if (behind and behind.end() in starts) or told in ends:
            found.append(number)
    return found if len(found) > 1 else []


def _kind(fold: str, number: Number) -> str | None:
    """Total | people | part | None, by the words around the number."""
    before, after = around(fold, number)
    tail = fold[number.end : number.end + 40]
    if GREW.search(before) and SIZE_WORD.search(before) and not UNIT.match(tail):
        return "people"
    if UNIT.match(tail) or _other.search(before[-50:]) or OTHER_AFTER.match(tail) or _wanted.match(tail):
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


def around(fold: str, number: Number) -> tuple[str, str]:
    edges = [m.end() for m in _piece_edge.finditer(fold, max(0, number.start - 80), number.start)]
    start = edges[-1] if edges else max(0, number.start - 80)
    stop = _piece_edge.search(fold, number.end, number.end + 80)
    return fold[start : number.start], fold[number.end : stop.start() if stop else number.end + 80]


def begin(fold: str, number: Number) -> int:
    near = fold[max(0, number.start - 40) : number.start]
    found = _before.search(near) or _part_before.search(near) or _total_before.search(near)
    return number.start - (len(found[0]) if found else 0)


def end(fold: str, number: Number) -> int:
    found = (
        _total_after.match(fold, number.end) or _part_after.match(fold, number.end) or _after.match(fold, number.end)
    )
    return found.end() if found else number.end
