"""Texts as WeChat carries them: plain, no more than 2,000 bytes at a time, cut where a sentence ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.wechat.mended import ILLEGAL

LIMIT = 2000  # bytes of UTF-8; the platform shows an error above 2,048
BETWEEN = "\n\n"
ENDS = (re.compile("[。！？!?；;।]+[”’」』）)\"']*|[.](?=\\s)|\n"), re.compile(r"\s|[，,、：:]"))
MARKDOWN = (
    (re.compile(r"^```.*\n?", re.MULTILINE), ""),
    (re.compile(r"^#{1,6}\s+", re.MULTILINE), ""),
    (re.compile(r"^(\s*)[*+-]\s+", re.MULTILINE), r"\1· "),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)"), r"\1 \2"),
)


@dataclass(frozen=True)
class Page:
    """What one message carries; `whole` messages are said in full with it, the next one as far as `offset`."""

    text: str
    whole: int
    offset: int


def flat(text: str) -> str:
    """Without what WeChat shows as signs, and without what no XML may hold."""
    text = ILLEGAL.sub("", text)
    for pattern, plain in MARKDOWN:
        text = pattern.sub(plain, text)
    return text.strip()


def pages(texts: Sequence[str], offset: int, *, beside: int, mark: int) -> list[Page]:
    """Everything that waits. `beside` = bytes that stand on each page anyway, `mark` = that stand on one of several."""
    alone = _pages(texts, offset, LIMIT - beside)
    return alone if len(alone) < 2 else _pages(texts, offset, LIMIT - beside - mark)


def cut(text: str, limit: int) -> int:
    """Where the first page ends: after a sentence, else between words, never inside a character."""
    end = len(text.encode()[:limit].decode(errors="ignore"))
    if end == len(text):
        return end
    for ends in ENDS:
        found = [match.end() for match in ends.finditer(text, 0, end)]
        if found and found[-1] > end // 3:
            return found[-1]
    return end


def size(text: str) -> int:
    return len(text.encode())


def _pages(texts: Sequence[str], offset: int, limit: int) -> list[Page]:
    """Whole messages share a page; one that is longer is cut."""
    found, number = list[Page](), 0
    while number < len(texts):
        rest = texts[number][offset:]
        end = cut(rest, limit)
        if end < len(rest):
            offset += end
            found.append(Page(rest[:end].strip(), number, offset))
            continue
        text, number, offset = rest.strip(), number + 1, 0
        while number < len(texts) and size(both := f"{text}{BETWEEN}{texts[number]}") <= limit:
            text, number = both, number + 1
        found.append(Page(text, number, 0))
    return found
