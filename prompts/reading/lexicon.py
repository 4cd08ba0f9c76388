"""The word lists: `data/*.toml`, a table a subject, in it a list a language; each read once, compiled once.

An entry is a regular expression over folded text in which a space stands for any white space, ` ?` for white space
that may be missing, and `{name}` for the entry of that name in the file's `parts`. Latin and Devanagari entries match
whole words only.
"""

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any

_MIXED = r"(?:(?<![a-z])|(?![a-z]))"  # Latin words between Han are whole words too
_EDGES = {
    "en": (r"(?<![a-z0-9])", r"(?![a-z0-9])"),
    "hinglish": (r"(?<![a-z0-9])", r"(?![a-z0-9])"),
    "hi": (r"(?<![\u0900-\u0963])", r"(?![\u0900-\u0963])"),
    "zh": (_MIXED, _MIXED),
}


@cache
def table(name: str) -> dict[str, Any]:
    """A whole file of data/."""
    return tomllib.loads(resources.files("prompts.reading").joinpath("data", f"{name}.toml").read_text("utf-8"))


def words(name: str, subject: str) -> tuple[str, ...]:
    """All entries of a subject, of whatever language, or of a plain list."""
    entries = table(name)[subject]
    if isinstance(entries, dict):
        return tuple(entry for key in entries for entry in entries[key])
    return tuple(entries)


def source(name: str, *subjects: str, only: tuple[str, ...] = ()) -> str:
    """One alternation of the subjects' entries, the longest first, without a group of its own that captures.

    `only` = of these languages.
    """
    parts: dict[str, str] = table(name).get("parts", {})
    alternatives = []
    for subject in subjects:
        for language, entries in table(name)[subject].items():
            if only and language not in only:
                continue
            before, after = _EDGES[language]
            filled = [_fill(entry, parts) for entry in entries]
            if filled:
                alternatives.append(f"{before}(?:{'|'.join(sorted(filled, key=len, reverse=True))}){after}")
    return f"(?:{'|'.join(alternatives)})" if alternatives else r"(?!)"


def pattern(name: str, *subjects: str) -> re.Pattern[str]:
    return re.compile(source(name, *subjects))


def _fill(entry: str, parts: dict[str, str]) -> str:
    for _ in range(3):
        entry = re.sub(r"\{([a-z_]+)\}", lambda found: f"(?:{parts[found[1]]})", entry)
    return plain(entry).replace(" ?", r"\s*").replace(" ", r"\s+")


def plain(entry: str) -> str:
    """Devanagari as folded text has it: no nukta, no chandrabindu."""
    return unicodedata.normalize("NFD", entry).replace("\u093c", "").replace("ँ", "ं")
