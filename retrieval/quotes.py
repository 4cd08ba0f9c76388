"""The part of a text that is worth quoting: verbatim, whole clauses, no longer than a reader likes."""

import re
from collections.abc import Callable, Iterator

from retrieval.gloss import HAN

Span = tuple[int, int]

SENTENCE = re.compile(r"[。！？!?\n；;।|]+|(?<!\bNo)(?<!\bvs)(?<!\b[a-z])(?<!approx)\.(?=\s+[^\sa-z]|\s*$)")
CLAUSE = re.compile(r"[,，:：]|\s[–—-]\s|——")
BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
MARKS = re.compile(r"[\"“”„«»「」『』〝〞]")
LONG = 100  # Latin characters; Han ones count double
LIST = 170  # what a list may run to rather than be left before its last item
SHORT = 20  # a clause below it says too little alone
EARLY = 0.6  # of the best clause's worth, for one that stands before it
LOOSE = " \t\n।，,;；:：。.!！、|–—-+/&"
LAST_ITEM = re.compile(r"\s*(?:\S+\s+){0,2}(?:and|or|aur|ya|और|या)\s", re.IGNORECASE)
LEAD = re.compile(
    r"(?:(?:we|i)\s+(?:are\s+|'re\s+)?(?:also\s+|now\s+|currently\s+|urgently\s+)*)?"
    r"(?:looking\s+for|in\s+search\s+of|searching\s+for|seeking|need|want|require|offer|provide|supply)\s+(?!of\b|to\b)|"
    r"(?:and|or|but|also|aur|ya|lekin|और|या|तथा|लेकिन)\s+|"
    r"(?:hum(?:ko|e)?|hame|hamein|humein|hamen|हमें|हमको|हम)\s+|"
    r"(?:我们|我們|我司|本公司|公司)?(?:还|還|也|现|現|急|正在|目前|长期|長期|常年|希望|想要?)*"
    r"(?:寻找|尋找|寻求|尋求|找(?!货|貨)|物色|需要|求购|求購|(?:采购|採購)(?![商方部团團员員])|供应(?![商链])|供應(?![商鏈])|提供)|"
    r"(?:以及|并且|同时|另外)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:\s*(?<![\w])(?:and|or|with|for|of|in|to|from|the|a|(?<!nahi )(?<!nahin )chah?i?y?e|aur|ya)(?:\s+hai)?"
    r"|(?<!नहीं )(?<!नहीं)\s*(?:चाहिए|चाहिये|और|या)(?:\s+है)?|(?:和|与|及|或))$",
    re.IGNORECASE,
)


def quote(text: str, worth: Callable[[str], float], barred: Callable[[str], bool]) -> str | None:
    """The clauses around the worthiest; None when all of them are barred (a name, a contact, an order to us)."""
    if _width(text) <= LONG and not _unfit(text, barred):
        return _trimmed(text)
    spans = [span for span in _clauses(text) if not _unfit(text[span[0] : span[1]], barred)]
    if not spans:
        return None
    best = _best(text, spans, worth)
    sentence = next(span for span in _sentences(text) if span[0] <= best[0] < span[1])
    inside = [span for span in spans if sentence[0] <= span[0] < sentence[1]]
    return _trimmed(text[slice(*_grown(text, best, inside))])


def _best(text: str, spans: list[Span], worth: Callable[[str], float]) -> Span:
    """The earliest of the worthy clauses; one that only goes on in small letters counts half."""
    starts = {start for start, _ in _sentences(text)}
    values = [worth(text[a:b]) * (1.0 if a in starts or not _goes_on(text[a:b]) else 0.5) for a, b in spans]
    return next(span for span, value in zip(spans, values, strict=True) if value >= EARLY * max(values))


def _grown(text: str, best: Span, inside: list[Span]) -> Span:
    """From the sentence's start where it fits, as far as is short, and never into the midst of a list."""
    first = last = inside.index(best)
    while first and _follows(text, inside[first - 1], inside[first]) and _fits(text, inside[first - 1], inside[last]):
        first -= 1
    if first and _goes_on(text[slice(*inside[first])]) and _follows(text, inside[0], inside[first]):
        first = last = 0
    head = text[inside[first][0] : inside[last][1]]
    if text[inside[last][1] : inside[last][1] + 1] in {":", "："} and _width(head) >= SHORT:
        return inside[first][0], inside[last][1]
    while last + 1 < len(inside) and _follows(text, inside[last], inside[last + 1]):
        following = inside[last + 1]
        ends_list = LAST_ITEM.match(text[slice(*following)]) and _fits(text, inside[first], following, LIST)
        if not ends_list and not _fits(text, inside[first], following):
            break
        last += 1
    return inside[first][0], inside[last][1]


def _goes_on(clause: str) -> bool:
    return clause.strip()[0].islower()


def _follows(text: str, one: Span, other: Span) -> bool:
    """Nothing but marks stands between the two."""
    return not text[one[1] : other[0]].strip(LOOSE)


def _fits(text: str, first: Span, last: Span, limit: int = LONG) -> bool:
    return _width(text[first[0] : last[1]]) <= limit


def _sentences(text: str) -> Iterator[Span]:
    return _split(text, SENTENCE, 0, len(text))


def _clauses(text: str) -> list[Span]:
    return [span for start, end in _sentences(text) for span in _split(text, CLAUSE, start, end)]


def _split(text: str, marks: re.Pattern[str], start: int, end: int) -> Iterator[Span]:
    """Spans between marks; a mark in brackets or inside a number ("1,000") does not divide."""
    closed = [m.span() for m in BRACKETS.finditer(text)]
    for mark in marks.finditer(text, start, end):
        number = text[mark.start() - 1 : mark.start()].isdigit() and text[mark.end() : mark.end() + 1].isdigit()
        if number or any(a < mark.start() < b for a, b in closed):
            continue
        if text[start : mark.start()].strip(LOOSE):
            yield start, mark.start()
        start = mark.end()
    if text[start:end].strip(LOOSE):
        yield start, end


def _unfit(piece: str, barred: Callable[[str], bool]) -> bool:
    return MARKS.search(piece) is not None or barred(piece)


def _trimmed(text: str) -> str:
    """Without the words that lead in or out, nor marks at the ends."""
    text = _whole(text.strip(LOOSE))
    if lead := LEAD.match(text):
        text = text[lead.end() :] if _width(text[lead.end() :]) >= 4 else text
    while tail := TAIL.search(text):
        text = text[: tail.start()].strip(LOOSE)
    return text.strip(LOOSE)


def _whole(text: str) -> str:
    """At a word's end where even a clause is long; never with a bracket left open."""
    if _width(text) > LONG * 2:
        kept = text[: LONG if HAN.search(text) else LONG * 2]
        text = kept.rsplit(" ", 1)[0] if " " in kept and not HAN.search(kept) else kept
    for opening, closing in ("()", "（）", "[]", "【】"):
        if text.count(opening) != text.count(closing):
            text = text.split(opening)[0] or text.split(closing)[-1]
    return text


def _width(text: str) -> int:
    return len(text) + len(HAN.findall(text))
