"""Numbers as people write them: digits, words, lakh and crore, 万 and 亿, about so many, from so many to so many."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from prompts.reading import lexicon

_table = lexicon.table("numbers")
SCALES: dict[str, float] = {lexicon.plain(word): worth for word, worth in _table["scales"].items()}
_WORDS: dict[str, float] = {lexicon.plain(word): n for word, n in (_table["english"] | _table["hindi"]).items()}
_HAN: dict[str, int] = _table["han"]
_NO_COUNT = set("些种批直起定般样站流体下切旦致线带时方共边面再律概")  # 一些, 一直, 一站式: no number
_MOST = 40  # numbers of a message that are looked at
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_SOME = "几"  # "a few": three to seven

_scale = "|".join(sorted(SCALES, key=len, reverse=True))
_word = "|".join(sorted(_WORDS, key=len, reverse=True))
_figure = r"(?:\d{1,3}(?:,\d{2,3})+|\d{1,15})(?:\.\d{1,6})?"
_hindi_end = r"(?![a-z0-9\u0900-\u0963])"
_latin_scale = (
    rf"(?:\s?(?:{'|'.join(s for s in sorted(SCALES, key=len, reverse=True) if ord(s[0]) < 0x3000)}){_hindi_end})"
)
_han_scale = r"(?:\s?[多来余几]?(?:[十百千]?万|[百千]|亿))"
_digits = rf"{_figure}(?:{_latin_scale}{{1,2}}|{_han_scale})?"
_han_run = rf"[{''.join(_HAN)}{''.join(_HAN_UNITS)}{_SOME}]{{1,12}}"
_unit = rf"(?:{_word}){_hindi_end}(?:[\s-](?:{_word}){_hindi_end})?"
_spelled = (
    rf"(?<![a-z\u0900-\u0963])(?:(?:a\s(?=hundred|thousand)|{_unit}){_latin_scale}{{1,2}}"
    rf"(?:\s(?:and\s)?{_unit}{_latin_scale}{{0,2}}){{0,2}}|{_unit})"
)
_dozens = (
    r"(?<![a-z])(?:(?:a|two|three|few|couple of) )?dozens?(?![a-z])|(?<![a-z])(?:a )?(?:hundred|thousand)(?![a-z])"
)
_one = rf"(?:{_digits}|{_spelled}|{_dozens}|{_han_run})"
_joint = r"\s?(?:-|~|至|到|to|se|से|或|or|/)\s?"
_number = re.compile(rf"(?<![\d.])(?P<a>{_one})(?:{_joint}(?P<b>{_one}))?(?P<about>\s?\+|多|来|余|好几)?")
_part = re.compile(rf"(?P<figure>{_figure})?\s?(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True)
class Number:
    """A number or a range with its place in the folded text; `bare` when it has no scale, only digits."""

    start: int
    end: int
    low: float
    high: float
    bare: bool

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


@lru_cache(maxsize=8)  # several readers ask about the same message
def find_numbers(fold: str) -> tuple[Number, ...]:
    found = []
    for match in islice(_number.finditer(fold), _MOST):
        first = _value(match["a"])
        if first is None or (match[0] == "一" and fold[match.end() : match.end() + 1] in _NO_COUNT):
            continue
        second = (_value(match["b"]) if match["b"] else None) or first
        low, high = first[0], second[1]
        if match["b"]:
            low = _lend_scale(match["a"], match["b"], low, high)
        bare = match["a"].isdigit() and (match["b"] or "0").isdigit()
        found.append(Number(match.start(), match.end(), min(low, high), max(low, high), bare))
    return tuple(found)


def _lend_scale(first: str, second: str, low: float, high: float) -> float:
    """In "30-50k" and 二十到三十万 the scale said once serves both."""
    scale = re.search(r"[万亿]$", second) or re.search(rf"(?:{_scale})+$", second.strip())
    if scale is None:
        return low
    own = re.search(rf"(?:{_scale})$", first.strip()) is not None
    if own and low >= high / (100 if scale[0] in _HAN_UNITS else 1000):
        return low
    worth = SCALES.get(scale[0])
    return low * worth if worth and low < high / 10**1.5 and low * worth <= high else low


def _value(words: str) -> tuple[float, float] | None:
    words = words.strip()
    if words[0].isdigit():
        return _scaled(words)
    if words[0] in _HAN or words[0] in _HAN_UNITS or words[0] == _SOME:
        return _han_value(words)
    if "dozen" in words:
        dozens = 2.0 if "two" in words or "couple" in words else 3.0 if "three" in words else 1.0
        return 12 * dozens, 12 * dozens
    return _spelled_value(re.split(r"[\s-]+", words))


def _spelled_value(words: list[str]) -> tuple[float, float]:
    """Two hundred and fifty; a scale of a thousand or more closes what stands before it."""
    total = section = 0.0
    for word in words:
        worth = SCALES.get(word)
        if worth is None:
            section += _WORDS.get(word, 0)
        elif worth < 1000:
            section = (section or 1) * worth
        else:
            total, section = (total + section or 1) * worth if not section else total + section * worth, 0.0
    return total + section, total + section


def _scaled(words: str) -> tuple[float, float]:
    part = _part.match(words)
    assert part is not None
    value = float((part["figure"] or "0").replace(",", ""))
    for scale in re.findall(rf"{_scale}", part["rest"].lstrip("多来余几 ")):
        value *= SCALES[scale]
    return value, value


def _han_value(words: str) -> tuple[float, float] | None:
    """二十 = 20; 两三百 = 200 to 300; 十几 = 13 to 17."""
    if words in {"万", "亿", "千", "百"}:
        return None
    for index, (one, next_one) in enumerate(pairwise(words)):
        if one in _HAN and next_one in _HAN and "零" not in (one, next_one):
            if all(char in _HAN for char in words) and len(words) > 2:
                digits = float("".join(str(_HAN[char]) for char in words))
                return digits, digits
            low, high = words[: index + 1] + words[index + 2 :], words[:index] + words[index + 1 :]
            return float(_han_plain(low, 3)), float(_han_plain(high, 3))
    return float(_han_plain(words, 3)), float(_han_plain(words, 7))


def _han_plain(words: str, some: int) -> int:
    total = section = digit = 0
    for char in words:
        if char == _SOME:
            digit = some
        elif char in _HAN:
            digit = _HAN[char]
        elif _HAN_UNITS[char] < 10_000:
            section += (digit or 1) * _HAN_UNITS[char]
            digit = 0
        else:
            total = (total + section + digit or 1) * _HAN_UNITS[char]
            section = digit = 0
    return total + section + digit
