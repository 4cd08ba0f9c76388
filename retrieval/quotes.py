"""The part of a text that is worth quoting: short, verbatim, around what both sides name."""

import re
from collections.abc import Iterable

from retrieval.gloss import HAN
from retrieval.taxonomy import Hit

MARKS = re.compile(r"[，,;；。.!！?？\n।]+\s*")
LONG = 70  # Latin characters; Han ones count double
SHORT = 12


def quote(text: str, hits: Iterable[Hit], wanted: Iterable[int] = ()) -> str:
    """A verbatim part of `text`: all of it when short, else the clauses around a concept wanted, or the first."""
    whole = text.strip()
    if _width(whole) <= LONG:
        return whole.strip("，,;；。. ")
    spans = _clauses(text)
    sought = set(wanted)
    at = next((hit.start for hit in sorted(hits, key=lambda hit: -hit.weight) if hit.concept in sought), 0)
    first = next((i for i, (_, end) in enumerate(spans) if at < end), 0)
    last = first
    while last + 1 < len(spans) and _width(text[spans[first][0] : spans[last][1]]) < SHORT:
        last += 1
    return _cut(text[spans[first][0] : spans[last][1]])


def _clauses(text: str) -> list[tuple[int, int]]:
    """Spans between marks; a mark inside a number ("1,000", "2.5") does not divide."""
    spans, start = [], 0
    for mark in MARKS.finditer(text):
        inside = text[mark.start() - 1 : mark.start()].isdigit() and text[mark.end() : mark.end() + 1].isdigit()
        if not inside and text[start : mark.start()].strip():
            spans.append((start, mark.start()))
            start = mark.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _cut(text: str) -> str:
    """At a word's end where even the clause is long."""
    text = text.strip()
    if _width(text) <= LONG * 2:
        return text
    kept = text[: LONG if HAN.search(text) else LONG * 2]
    return kept.rsplit(" ", 1)[0] if " " in kept and not HAN.search(kept) else kept


def _width(text: str) -> int:
    return len(text) + len(HAN.findall(text))
