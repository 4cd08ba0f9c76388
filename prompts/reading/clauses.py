"""A message cut into clauses, each with the cue, if any, that tells on which side of the counter it stands."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from prompts.reading import lexicon
from prompts.reading.cues import Cue, Cues, CueSide, is_empty

_MOST_CLAUSES, _MOST_TOLD, _MOST_CUES, _LONGEST = 60, 24, 6, 200
"""Nobody says more in a message, with cues, in a piece of it, in a piece without a comma: what input may cost."""

_ABBREVIATED = (
    "pvt",
    "ltd",
    "co",
    "no",
    "st",
    "mr",
    "ms",
    "dr",
    "e.g",
    "i.e",
    "approx",
    "abt",
    "rs",
    "vs",
    "inc",
    "m/s",
    "corp",
)
_whole_word = "".join(rf"(?<!\b{re.escape(word)})" for word in _ABBREVIATED)
_sentence_end = re.compile(
    rf"[。！？!?\n।|]+|\.{{2,}}|{_whole_word}\.(?=\s|$|[\u0900-\u097f\u4e00-\u9fff])|\s-{{1,2}}\s"
    r"|[\U0001f000-\U0001faff\u2600-\u27bf]+|[(（\[【)）\]】]|\s*:-\s*|\s[:;][)(pd]+(?=\s|$)"
)
_enumerator = re.compile(
    r"(?:(?<=[:：;；\n，,。 ])|^)(?:[一二三四五六七八九十]|\d{1,2}|[①-⑩])(?:[、)）]|\.(?!\d))\s?"
    r"|(?<=[:：;；\n，,。])[①-⑩]"
)
_bullet = re.compile(r"\s*(?:[-*•·–]+|\(?(?:\d{1,2}|[a-h]|[一二三四五六七八九十])\s?[.)、:）]|[①-⑩])\s*")
_comma = re.compile(r"(?<!\d),|,(?!\d)|，|[;；]|(?<=[^\s]):(?=\s)|[:：](?=[^\d/])")
_break = re.compile(lexicon.source("chatter", "breaks"))
_someone = lexicon.pattern("chatter", "someone")
_relative = re.compile(r"(?:what|that|which|who|how|where|whom)\s*$")


@dataclass(frozen=True)
class Clause:
    """Content [start, end) of the folded text; `cue` its side word as a span; `heading` a cue whose list follows."""

    start: int
    end: int
    sentence: int
    side: CueSide | None = None
    cue: tuple[int, int] | None = None
    after: bool = False
    heading: bool = False
    aside: bool = False
    question: bool = False
    bullet: bool = False
    leftover: bool = False
    """What follows a closing verb in the same breath."""


@dataclass(frozen=True)
class _Sentence:
    start: int
    end: int
    aside: bool
    question: bool
    bullet: bool


def without_numbering(fold: str) -> str:
    """The signs of a list (一、 2. ③) as blanks."""
    return _enumerator.sub(lambda mark: ";" + " " * (len(mark[0]) - 1), fold)


def split_clauses(fold: str) -> list[Clause]:
    cues = Cues(fold)
    clauses: list[Clause] = []
    for number, sentence in enumerate(_sentences(fold)):
        for start, end in _pieces(fold, sentence):
            if len(clauses) < _MOST_CLAUSES and sum(clause.cue is not None for clause in clauses) < _MOST_TOLD:
                clauses += _cut_at_cues(cues, start, end, number, sentence)
    return clauses


def _sentences(fold: str) -> list[_Sentence]:
    found, start, depth = [], 0, 0
    for mark in (*_sentence_end.finditer(fold), None):
        end, after = (mark.start(), mark.end()) if mark else (len(fold), len(fold))
        words = mark[0] if mark else ""
        if fold[start:end].strip():
            bullet = _bullet.match(fold, start, end) if start == 0 or fold[start - 1] in "\n:：" else None
            begin = bullet.end() if bullet else start
            if begin < end:
                found.append(_Sentence(begin, end, depth > 0, "?" in words or "？" in words, bullet is not None))
        depth = max(0, depth + sum(c in "(（[【" for c in words) - sum(c in ")）]】" for c in words))
        start = after
    return found


def _pieces(fold: str, sentence: _Sentence) -> list[tuple[int, int]]:
    """Split at commas, before words like "but", and after a heading's colon."""
    cuts = {mark.end() for mark in _comma.finditer(fold, sentence.start, sentence.end) if mark[0] not in ":："}
    cuts |= {mark.start() for mark in _break.finditer(fold, sentence.start, sentence.end)}
    cuts |= set(range(sentence.start + _LONGEST, sentence.end, _LONGEST)) if not cuts else set()
    edges = [sentence.start, *sorted(cuts), sentence.end]
    return [(a, b) for a, b in pairwise(edges) if fold[a:b].strip(" ,，\t")]


def _cut_at_cues(cues: Cues, start: int, end: int, number: int, sentence: _Sentence) -> list[Clause]:
    fold = cues.fold
    while start < end and fold[end - 1] in " ,，:：\t":
        end -= 1
    base = Clause(start, end, number, aside=sentence.aside, question=sentence.question, bullet=sentence.bullet)
    clauses: list[Clause] = []
    at, left = start, False
    while at < end and len(clauses) < _MOST_CUES:
        cue = cues.next(at, end)
        if cue is None:
            clauses.append(_with(base, at, end, leftover=left))
            break
        if cue.kind == "after":
            clauses.append(_with(base, at, cue.start, side=cue.side, cue=(cue.start, cue.end), after=True))
            at, left = cue.end, True
            continue
        if not is_empty(fold, at, cue.start):
            clauses.append(_with(base, at, cue.start, leftover=left))
        clause, at = _opened(base, cue, cues.next(cue.end, end, within=cue.side), end)
        clauses.append(clause)
        left = at != clause.end
    return _turned(fold, clauses)


def _opened(base: Clause, cue: Cue, following: Cue | None, end: int) -> tuple[Clause, int]:
    """What stands behind a cue, up to the next, and where to go on: a closing verb belongs to what it closes."""
    stop = following.start if following else end
    closed = following if following and following.kind == "after" else None
    side = closed.side if closed and cue.side != "no" else cue.side
    clause = _with(base, cue.end, stop, side=side, cue=(cue.start, cue.end), heading=cue.kind == "header")
    return clause, closed.end if closed else stop


def _turned(fold: str, clauses: list[Clause]) -> list[Clause]:
    """A cue with nothing behind it closes what stands before it: "lending we don't do", 弓子我们不做."""
    turned: list[Clause] = []
    for clause in clauses:
        bare = turned[-1] if turned else None
        empty = clause.side and not clause.after and _names_nothing(fold, clause)
        if empty and bare and bare.side is None and not _relative.search(fold[bare.start : bare.end]):
            turned[-1] = _with(clause, bare.start, bare.end, side=clause.side, cue=clause.cue, after=True)
        else:
            turned.append(clause)
    return turned


def _names_nothing(fold: str, clause: Clause) -> bool:
    """Empty, or only somebody who does what was named before: 软件想找印度的做."""
    somebody = clause.side == "need" and _someone.fullmatch(fold, clause.start, clause.end)
    return bool(somebody) or is_empty(fold, clause.start, clause.end)


def _with(base: Clause, start: int, end: int, **changes: Any) -> Clause:
    return replace(base, start=start, end=end, **changes)
