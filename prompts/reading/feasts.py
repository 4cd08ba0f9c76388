"""The feasts and seasons that people date their work by, and the next day on which one falls."""

import re
from datetime import date
from typing import Any

from prompts.reading import lexicon
from prompts.reading.script import normalise

_table: dict[str, Any] = lexicon.table("feasts")
_yearly = {normalise(name).fold: tuple(day) for part in ("fixed", "season") for name, day in _table[part].items()}
_moving = {normalise(name).fold: feast["days"] for feast in _table["moving"] for name in feast["words"]}
_undated = [normalise(name).fold for name in _table["undated"]["words"]]
_names = sorted({*_yearly, *_moving, *_undated}, key=len, reverse=True)
# "50k cny" is a sum
FEASTS = re.compile(rf"(?<![a-z0-9])(?<![\dk] )(?:{'|'.join(map(re.escape, _names))})(?![a-z0-9\u0900-\u0963])")


def is_feast(words: str) -> bool:
    return FEASTS.fullmatch(words) is not None


def next_feast(words: str, today: date) -> date | None:
    """None where no table says when it falls."""
    if words in _yearly:
        month, day = _yearly[words]
        return date(today.year + ((month, day) < (today.month, today.day)), month, day)
    return next((day for day in _moving.get(words, ()) if day >= today), None)
