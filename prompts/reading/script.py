"""The letters of a message: a folded form to look things up in, and the way back to the words as they were written."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from opencc import OpenCC

from prompts.reading import lexicon

Script = Literal["en", "zh", "hi", "hinglish"]

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
DEVANAGARI = "\u0900-\u0963\u0970-\u097f"

_simplified = OpenCC("t2s")
_han = re.compile(f"[{HAN}]")
_devanagari = re.compile(f"[{DEVANAGARI}]")
_blank = re.compile(rf"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")  # between Han it stands for a comma
_latin_word = re.compile(r"[a-z]+(?:'[a-z]+)?")
_hinglish = frozenset(lexicon.words("hinglish", "function_words"))
_SAME = {"ँ": "ं", "’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "～": "~", "﹑": "、"}


@lru_cache(maxsize=65536)
def _folded(char: str) -> str:
    """One character as it is looked up: NFKC, lower case, Simplified, no nukta, ASCII digits; "" for a mark to drop."""
    if char in _SAME:
        return _SAME[char]
    if char.isascii():
        return char.lower()
    plain = unicodedata.normalize("NFKC", char)
    if plain in {"\u093c", "\u200b", "\u200c", "\u200d", "\ufeff", "\ufe0f"} or unicodedata.category(char) == "Cf":
        return ""
    if _han.match(plain):
        return str(_simplified.convert(plain))
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in plain)
    return digits.lower().replace("\u093c", "")


@dataclass(frozen=True)
class Text:
    """A message and its folded form; spans are offsets in `fold`, `quote` gives the words as written."""

    raw: str
    fold: str
    at: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        return self.raw[self.at[start] : self.at[end]]

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `raw` as offsets in `fold`."""
        return bisect_left(self.at, start), bisect_left(self.at, end)


def normalise(raw: str) -> Text:
    pieces = [_folded(char) for char in raw]
    at = [index for index, piece in enumerate(pieces) for _ in piece]
    fold = _blank.sub(lambda blank: "，" + blank[0][1:], "".join(pieces))
    return Text(raw, fold, (*at, len(raw)))


def script(text: str) -> Script:
    """How a message is written; Hinglish is Hindi in Latin letters."""
    fold = normalise(text).fold
    if len(_devanagari.findall(fold)) >= 3:
        return "hi"
    words = _latin_word.findall(fold)
    if len(_han.findall(fold)) * 2 > len(words):
        return "zh"
    hindi = sum(word in _hinglish for word in words)
    if (hindi >= 2 and hindi >= 0.12 * len(words)) or (hindi and hindi >= 0.5 * len(words)):
        return "hinglish"
    return "en"
