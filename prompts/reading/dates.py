"""When it should start or be done: the words, and the date where today tells it."""

import re
from datetime import date, timedelta

from prompts.reading import lexicon
from prompts.reading.feasts import FEASTS, is_feast, next_feast
from prompts.reading.numbers import find_numbers
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text, normalise

Span = tuple[int, int]

_table = lexicon.table("dates")
_MONTHS = {normalise(name).fold: number for name, number in _table["months"].items()}
_DAYS, _MONTHLY = (
    {normalise(name).fold: count for name, count in _table[part].items()} for part in ("unit_days", "unit_months")
)
_month = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_when = re.compile(lexicon.source("dates", "relative"))
_edge = r"(?![a-z\u0900-\u0963])"
_named = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ?(?<![a-z])(?P<month>{_month}){_edge}"
    rf"|(?<![a-z\u0900-\u0963])(?P<month2>{_month}){_edge}(?: (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?"
    rf"|(?P<month3>1[0-2]|[1-9])月(?:份|底|初|中旬)?(?:(?P<day3>\d{{1,2}})[日号])?"
    rf"|(?P<month4>十[一二]?|[一二三四五六七八九])月(?:份|底|初|中旬)?"
)
_quarter = re.compile(
    r"(?<![a-z0-9])q(?P<q>[1-4])(?!\d)|第?(?P<q2>[一二三四1-4])季度"
    r"|(?<![a-z])(?P<q3>first|second|third|fourth|last) quarter"
)
_units = re.compile("|".join(sorted(map(re.escape, (*_DAYS, *_MONTHLY)), key=len, reverse=True)))
_start = lexicon.pattern("dates", "start")
_before = re.compile(lexicon.source("dates", "deadline"))
_clause = re.compile(r"[^,，;；。!！?？\n|()（）]+")
_verb = re.compile(r"may (?!\d|start|end|20|onward|itself|first|ya|or|to|se |me |tak )[a-z]")
_later = lexicon.pattern("dates", "later")
_story = lexicon.pattern("dates", "story")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_HAN_MONTHS = {
    name: number
    for number, name in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1)
}
_HINDI_COUNTS = {"do": 2, "teen": 3, "char": 4}  # "do" is a number only before its unit


def read_start(text: Text, asked: str | None, today: date | None) -> tuple[list[HeardFact], list[Span]]:
    """{"text", "date"} of the start or deadline; the date as ISO where it can be told from `today`."""
    for clause in _clause.finditer(text.fold):
        found = _first(text.fold, *clause.span())
        if found is None or _story.search(clause[0]):
            continue
        rest = len(clause[0].split()) + len(re.findall(r"[\u4e00-\u9fff]", clause[0])) // 2
        if asked == "start" or _start.search(clause[0]) or rest <= 6:
            words = _with_border(text, found, clause.start())
            value = {"text": words, "date": _resolve(found[0], words, today)}
            span = clause.span() if rest <= 6 else found.span()
            return [HeardFact("start", value, words)], [span]
    return [], []


def _first(fold: str, start: int, end: int) -> re.Match[str] | None:
    matches = [
        m
        for p in (_when, _named, _quarter, FEASTS)
        if (m := p.search(fold, start, end)) and not _verb.match(fold, m.start(), end)
    ]
    return min(matches, key=lambda m: (m.start(), -m.end())) if matches else None


def _with_border(text: Text, found: re.Match[str], start: int) -> str:
    """With a word like "before" or "from" that stands at it, and 后/前/se pehle behind it."""
    before = re.search(lexicon.source("dates", "deadline") + r"\s*$", text.fold[start : found.start()])
    after = re.match(r"\s*" + lexicon.source("dates", "after"), text.fold[found.end() :])
    begin = start + before.start() if before else found.start()
    end = found.end() + (after.end() if after else 0)
    return text.quote(begin, end).strip()


def _resolve(words: str, said: str, today: date | None) -> str | None:
    """`said` = the words with what stands around them: the day after a feast is meant by "after Diwali"."""
    if today is None:
        return None
    named = _named.fullmatch(words)
    if named:
        return _of_month(named, today, coming="明年" in said)
    quarter = _quarter.fullmatch(words)
    if quarter:
        number = quarter["q"] or quarter["q2"] or quarter["q3"]
        month = (int(_QUARTERS.get(number, 0) or number) - 1) * 3 + 1
        return _next(today, month, 1)
    if is_feast(words):
        day = next_feast(words, today)
        later = day and words != normalise(said).fold and _later.search(normalise(said).fold)
        return (day + timedelta(days=1 if later else 0)).isoformat() if day else None
    return _relative(words, today) or _counted(words, today)


def _of_month(named: re.Match[str], today: date, *, coming: bool) -> str:
    word = named["month"] or named["month2"]
    month = _MONTHS[word] if word else int(named["month3"]) if named["month3"] else _HAN_MONTHS[named["month4"]]
    day = int(named["day"] or named["day2"] or named["day3"] or 1)
    return _next(today.replace(year=today.year + 1, month=1, day=1) if coming else today, month, day)


def _next(today: date, month: int, day: int) -> str:
    """The next such day; a month that runs already counts as this one."""
    year = today.year + (1 if month < today.month else 0)
    return date(
        year, month, min(day, 28) if day > 28 and month == 2 else min(day, 30) if day > 30 else max(day, 1)
    ).isoformat()


def _relative(words: str, today: date) -> str | None:
    for entry in _table["shift"]:
        if re.fullmatch(entry["words"].replace(" ", r"\s+"), words):
            if "days" in entry:
                return (today + timedelta(days=entry["days"])).isoformat()
            if "year" in entry:
                return date(today.year + entry["year"], entry["month"], 1).isoformat()
            month = today.month - 1 + entry["months"]
            return date(today.year + month // 12, month % 12 + 1, 1).isoformat()
    if re.fullmatch(lexicon.source("dates", "year_end"), words):
        return date(today.year, 12, 31).isoformat()
    return None


def _counted(words: str, today: date) -> str | None:
    """So many days, weeks, months from today ("in 2-3 weeks": the earlier)."""
    unit = _units.search(words)
    if unit is None:
        return None
    numbers = find_numbers(words[: unit.start()])
    count = int(numbers[0].low) if numbers else _HINDI_COUNTS.get(words.split(maxsplit=1)[0], 1)
    if unit[0] in _DAYS:
        return (today + timedelta(days=_DAYS[unit[0]] * count)).isoformat()
    month = today.month - 1 + _MONTHLY[unit[0]] * count
    return date(today.year + month // 12, month % 12 + 1, min(today.day, 28)).isoformat()
