"""Phrase lists of the data files as one pattern each: Latin phrases match whole words, other scripts anywhere."""

import re
from collections.abc import Iterable
from re import Pattern


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
