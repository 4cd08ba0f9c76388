"""Names before the words that announce them: "X here", "X naam hai", "Ravi from X"."""

import re
from collections.abc import Iterator

from prompts.reading import lexicon
from prompts.reading.name_bare import Candidate, all_capital, greeted
from prompts.reading.name_words import (
    ending,
    ends_as_firm,
    hindi,
    is_name,
    is_person,
    piece_form,
    run_from,
    trimmed,
)
from prompts.reading.places import Place
from prompts.reading.script import Text

TOLD, STRONG = 4.0, 6.0

PERSON = re.compile(r"\s*,?\s*(?:from|of|at|with|@|here from|this side from|here,? from)\s+")
_after = re.compile(r"\s*" + lexicon.source("names", "after"))
_firm_after = re.compile(r"\s*" + lexicon.source("names", "firm_after"))
_subject = re.compile(lexicon.source("names", "subject") + r"\s+")
_member = re.compile(
    r"(?:我们?(?:这边)?是|我|这里是|本人是)?([\u3400-\u9fffA-Za-z]{3,}?)的(?:[小老阿]?[\u3400-\u9fff]{1,2}|负责人|业务员|员工|老板娘?|经理|销售|秘书|助理)\s*$"
)


def closed_names(text: Text, places: list[Place]) -> Iterator[Candidate]:
    """Names before the words that announce them: "X here", "X naam hai", "X से बोल रहा हूं"."""
    for piece in piece_form.finditer(text.raw):
        start, end = greeted(text, *text.folded(piece.start(), piece.end()))
        yield from _introduced(text, start, end, places)
        member = _member.match(text.fold, start, end)
        if member and ends_as_firm(member[1]):
            span = trimmed(text, member.span(1), places)
            if span and is_name(text, span, places):
                yield Candidate(5 + ending(text, span), span, (start, end))
        for cut in re.finditer(r"(?<=\S)\s+", text.fold[start:end]):
            said = _after.match(text.fold, start + cut.start(), end)
            if said:
                yield from _before_words(text, start, start + cut.start(), said, places)
                break


def _introduced(text: Text, start: int, end: int, places: list[Place]) -> Iterator[Candidate]:
    """The firm of a person whose name opens a piece: "Ravi from X"."""
    person = run_from(text, start, small=False) if start < end else None
    firm = PERSON.match(text.fold, person[1], end) if person else None
    span = run_from(text, firm.end(), small=False) if firm else None
    span = trimmed(text, span, places) if span else None
    if person is None or span is None or not is_name(text, span, places):
        return
    said = text.fold[slice(*person)]
    unknown = " " not in said and ending(text, person) < 1 and is_name(text, person, places)
    if is_person(said) or (unknown and " " in text.fold[slice(*span)]):
        yield Candidate(TOLD + 1 + ending(text, span), span, (start, span[1]))


def _before_words(text: Text, start: int, stop: int, said: re.Match[str], places: list[Place]) -> Iterator[Candidate]:
    """The name [start, stop) that `said` closes; of "Ravi here from X" it is X."""
    firm = PERSON.match(text.fold, said.end())
    further = run_from(text, firm.end(), small=False) if firm else None
    further = trimmed(text, further, places) if further else None
    if further and is_name(text, further, places):
        yield Candidate(STRONG + ending(text, further), further, (start, further[1]))
        return
    subject = _subject.match(text.fold, start, stop)
    span = trimmed(text, (subject.end() if subject else start, stop), places)
    if span is None or not is_name(text, span, places) or not all_capital(text.quote(*span)):
        return
    sure = subject or _firm_after.match(text.fold, stop)
    if ending(text, span) < 1 and not sure and hindi.search(text.fold[span[0] : span[1]]):
        return
    if is_person(text.fold[slice(*span)]):
        return
    person = said[0].strip() in {"here", "this side", "speaking"} and ending(text, span) < 1
    yield Candidate((2.5 if person else 5 if sure else 3) + ending(text, span), span, (start, said.end()))
