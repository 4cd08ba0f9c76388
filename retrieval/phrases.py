"""Phrase lists of the data files as patterns: Latin phrases match whole words, other scripts anywhere."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from re import Pattern

from retrieval.taxonomy import stem


@dataclass(frozen=True)
class Phrases:
    """Roles of data/roles.toml; orders, their signs, and idle words (Latin ones stemmed) of data/quality.toml."""

    seeks: Mapping[str, Pattern[str]]
    plays: Mapping[str, Pattern[str]]
    order: Pattern[str]
    trade: Pattern[str]
    signs: tuple[Pattern[str], ...]
    idle: frozenset[str]
    idle_han: frozenset[str]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    data = files("retrieval") / "data"
    roles = tomllib.loads((data / "roles.toml").read_text("utf-8"))
    quality = tomllib.loads((data / "quality.toml").read_text("utf-8"))
    idle = quality["idle"]
    return Phrases(
        {role: pattern(words["seeks"]) for role, words in roles.items()},
        {role: pattern(words["plays"]) for role, words in roles.items()},
        pattern(quality["order"]),
        pattern(quality["trade"]),
        tuple(pattern(words) for words in quality["signs"].values()),
        frozenset(stem(word.replace("\u093c", "")) for kind in ("en", "hi", "hinglish") for word in idle[kind]),
        frozenset(idle["zh"]),
    )


def pattern(phrases: Iterable[str]) -> Pattern[str]:
    """A "*" at the end of a Latin phrase allows any ending."""
    latin, other = [], []
    for phrase in sorted(phrases, key=len, reverse=True):
        if phrase[0].isascii():
            stem = re.escape(phrase.rstrip("*")).replace(r"\ ", r"\s+")
            latin.append(stem + (r"\w*" if phrase.endswith("*") else ""))
        else:
            other.append(re.escape(phrase))
    parts = [rf"(?<![a-z])(?:{'|'.join(latin)})(?![a-z])" if latin else "", "|".join(other)]
    return re.compile("|".join(part for part in parts if part), re.IGNORECASE)
