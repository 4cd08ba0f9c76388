"""Names that nothing announces: a piece that is nothing else, a firm's ending that stands in a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from prompts.reading import lexicon
from prompts.reading.name_words import (
    ending,
    grammar,
    is_firm_small,
    is_name,
    is_person,
    is_product,
    latin_run,
    piece_form,
    trimmed,
)
from prompts.reading.places import Place
from prompts.reading.script import Text

Span = tuple[int, int]

MOST = 24
"""Words of one kind in a message that are looked at."""
_FIRST = 10  # pieces that an introduction takes
_BARE, _STANDING = 1.0, 0.5

_greeting = re.compile(rf"(?:[\s,，!！.。~🙏👋😊]*{lexicon.source('names', 'greeting')})*[\s,，!！.。~🙏👋😊]*")
_wanted = lexicon.pattern("names", "wanted")
_whose = lexicon.pattern("names", "whose")
_number = re.compile(r"\d|[一二三四五六七八九十百两]+[来几多]?个?人")
_others = lexicon.pattern("names", "others")


@dataclass(frozen=True)
class Candidate:
    score: float
    span: Span
    said: Span
    """With the words that announced it."""


def greeted(text: Text, start: int, end: int) -> Span:
    """A piece without the greeting it begins with."""
    lead = _greeting.match(text.fold, start, end)
    return (lead.end() if lead else start), end


def all_capital(words: str) -> bool:
    return not words.isascii() or all(
        w[0].isupper() or w[0].isdigit() or w in ("of", "and", "&", "the", "n") for w in words.split()
    )


def bare_names(text: Text, places: list[Place]) -> Iterator[Candidate]:
    """A piece that is nothing but a name, as in a list of name, city and size."""
    pieces = [text.folded(m.start(), m.end()) for m in piece_form.finditer(text.raw)]
    for index, piece in enumerate(pieces[:_FIRST]):
        start, end = greeted(text, *piece)
        if (
            start >= end
            or (start and text.fold[start - 1] == "、")
            or _others.search(text.fold[start:end])
            or _whose.search(text.fold, _sentence(text, start), start)
        ):
            continue
        around = pieces[max(0, index - 2) : index] + pieces[index + 1 : index + 3]
        beside = any(_is_anchor(text, places, *other) for other in around)
        span = _bare_span(text, start, end, places)
        if span is None or not is_name(text, span, places) or is_product(text.fold[slice(*span)]):
            continue
        if is_person(text.fold[slice(*span)]) and (len(pieces) > 1 or span[1] < end):
            continue
        alone = len(pieces) == 1
        small = 0.0 if all_capital(text.quote(*span)) else -1.0 if is_firm_small(text.fold[slice(*span)]) else -1.5
        if index and not ending(text, span) and _goes_on_a_list(text, places, pieces[index - 1], start):
            small -= 1.0
        yield Candidate(
            _BARE + (1.0 if beside or alone else 0.0) + ending(text, span) - 0.1 * index + small, span, span
        )


def _goes_on_a_list(text: Text, places: list[Place], before: Span, start: int) -> bool:
    """Only a comma, and before it neither a city, a size nor a sentence: things are counted up."""
    mark, said = text.fold[before[1] : start].strip(), text.fold[slice(*before)]
    listed = mark in {",", "，", "、"} and text.quote(start, start + 1).isascii()
    return listed and not _is_anchor(text, places, *before) and not grammar & set(said.split())


def standing_names(text: Text, places: list[Place]) -> Iterator[Candidate]:
    """Capitals that end as a firm's do anywhere in a sentence that looks for nothing and names nobody else."""
    for found in islice(latin_run.finditer(text.raw), MOST):
        span = trimmed(text, text.folded(found.start(1), found.end(1)), places)
        if span is None or not ending(text, span) or " " not in text.fold[slice(*span)]:
            continue
        begin = _sentence(text, span[0])
        if _whose.search(text.fold, begin, span[0]) or _wanted.search(text.fold, begin, span[0]):
            continue
        if is_name(text, span, places):
            yield Candidate(_STANDING + ending(text, span), span, span)


def _sentence(text: Text, at: int) -> int:
    """Where the sentence begins that holds this place."""
    return max((m.end() for m in re.finditer(r"[.!?。！？\n](?=\s|$|[^\x00-\x7f])|\n", text.fold[:at])), default=0)


def _is_anchor(text: Text, places: list[Place], start: int, end: int) -> bool:
    """A piece that tells a city or a size stands beside the name in an introduction."""
    words = text.fold[start:end]
    return _number.search(words) is not None or any(start <= p.start < end and p.kind == "cities" for p in places)


def _bare_span(text: Text, start: int, end: int, places: list[Place]) -> Span | None:
    """The leading name of a piece: all of it, or its capitals before a description ("Zenra Labs cloud backup")."""
    capital = latin_run.match(text.raw, text.at[start], text.at[end])
    if capital and len(capital[1]) > 1:
        span = text.folded(capital.start(1), capital.end(1))
        rest = text.raw[capital.end() : text.at[end]].strip()
        words = capital[1].split()
        followed = any(p.start >= span[1] and p.end >= end for p in places)
        if rest and ((len(words) == 1 and not followed) or re.match(r"(?:at|in|of|for|on|to|is|are|with|and)\b", rest)):
            return None
    else:
        span = (start, end)
        name = trimmed(text, span, places)
        rest = text.fold[name[1] : end].strip(" .。") if name else ""
        return None if rest and rest.split()[0] in grammar - {"से", "se", "hai", "है"} else name
    return trimmed(text, span, places)
