"""The words that open or close an offer, a need or a denial, looked for in the scripts that a message is written in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from prompts.reading import lexicon

CueSide = Literal["offer", "need", "no"]

MASK, NAMED = "\x01", "\x02"
"""Stand in the folded text for what another reader has understood already; NAMED for the company and its city."""

_SIDES: tuple[CueSide, ...] = ("no", "need", "offer")
_LANGUAGES = {"[a-z]": ("en", "hinglish"), "[\u0900-\u0963]": ("hi",), "[a-z\u3400-\u9fff]": ("zh",)}
"""Script -> the lists that may hold a word of it; the Chinese one has English words too."""

_lead = re.compile(rf"(?:[\s,，、·*\"'-]*{lexicon.source('cues', 'lead')})*[\s,，、·*\"'-]*")
_we = re.compile(r"(?:we|i|our|us|my|they|he|she|v)\b|我|咱|敝|本|俺|hum|ham|हम")
_space = re.compile(r"[\s,，、]*")
_empty = re.compile(rf"[\s{MASK}{NAMED}\W_]*")


def _patterns(kind: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Each script with the pattern of its words; the group tells the side."""
    sides = [side for side in _SIDES if f"{side}_{kind}" in lexicon.table("cues")]
    return [(re.compile(script), _pattern(kind, sides, only)) for script, only in _LANGUAGES.items()]


def _pattern(kind: str, sides: Sequence[CueSide], only: tuple[str, ...]) -> re.Pattern[str]:
    sources = ((side, lexicon.source("cues", f"{side}_{kind}", only=only)) for side in sides)
    return re.compile("|".join(f"(?P<{side}>{source})" for side, source in sources))


_kinds = {kind: _patterns(kind) for kind in ("anywhere", "start", "after", "header")}


@dataclass(frozen=True)
class Cue:
    start: int
    end: int
    side: CueSide
    kind: str


class Cues:
    """The patterns that can match in one message."""

    def __init__(self, fold: str) -> None:
        self.fold = fold
        self._patterns = {
            kind: [pattern for script, pattern in patterns if script.search(fold) or MASK in fold]
            for kind, patterns in _kinds.items()
        }

    def _first(self, kind: str, at: int, end: int, *, here: bool = False) -> Cue | None:
        """The first of a kind in [at, end), or that which begins right `here`."""
        fold, patterns = self.fold, self._patterns[kind]
        matches = (p.match(fold, at, end) if here else p.search(fold, at, end) for p in patterns)
        found = [match for match in matches if match]
        if not found:
            return None
        best = min(found, key=lambda match: (match.start(), _SIDES.index(_side(match))))
        return Cue(best.start(), best.end(), _side(best), kind)

    def next(self, at: int, end: int, *, within: CueSide | None = None) -> Cue | None:
        """The next cue; at one place a heading goes before a start, and a start before a closing verb.

        Behind a cue (`within` its side) only a verb with a subject opens another: who is looked for may "offer" too.
        """
        begin = at if within else skip_lead(self.fold, at, end)
        opening = self._first("anywhere", at, end)
        while opening and within == "need" and opening.side == "offer" and not _we.match(self.fold, opening.start):
            opening = self._first("anywhere", opening.end, end)
        found = [opening, self._first("after", at, end)]
        if not within:
            first = _space.match(self.fold, at, end)
            starts = (begin, first.end() if first else at)
            found += [self._here("header", starts, end), self._here("start", starts, end)]
        return min((cue for cue in found if cue), key=lambda cue: self._order(cue, begin), default=None)

    def _here(self, kind: str, starts: Sequence[int], end: int) -> Cue | None:
        return next((cue for at in starts if (cue := self._first(kind, at, end, here=True))), None)

    def _order(self, cue: Cue, begin: int) -> tuple[int, bool, bool, int]:
        return max(cue.start, begin), cue.kind == "after", cue.kind != "header", -cue.end


def _side(match: re.Match[str]) -> CueSide:
    return next(side for side in _SIDES if side == match.lastgroup)


def is_empty(fold: str, start: int, end: int) -> bool:
    """Nothing but marks, masks and the words that lead into a clause."""
    return _empty.fullmatch(fold, skip_lead(fold, start, end), end) is not None


def skip_lead(fold: str, start: int, end: int) -> int:
    lead = _lead.match(fold, start, end)
    return lead.end() if lead else start
