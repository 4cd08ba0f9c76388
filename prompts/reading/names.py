"""The company's name as the user wrote it; never a person, a city or a product."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from prompts.reading import lexicon
from prompts.reading.name_bare import MOST, Candidate, bare_names, standing_names
from prompts.reading.name_closed import PERSON, STRONG, TOLD, closed_names
from prompts.reading.name_words import (
    ending,
    ends_as_firm,
    han,
    is_name,
    is_person,
    registered_form,
    run_from,
    trimmed,
)
from prompts.reading.places import Place, find_places
from prompts.reading.reading import HeardFact
from prompts.reading.script import Text

Span = tuple[int, int]

_REGISTERED, _RIGHT = 3.5, 8.0
_SURE = 1.8  # what a candidate needs where nothing was asked: a city or size beside it and a company's ending
_LEAST = 0.4  # what a bare candidate needs where the company was asked for
_AGAIN = 2.9
_SURER = 5.0  # what it needs where something else was asked: words that announce it and a company's ending

_before = lexicon.pattern("names", "before")
_strong = lexicon.pattern("names", "strong")
_others = lexicon.pattern("names", "others")
_foreign = lexicon.pattern("names", "foreign")
_refused = lexicon.pattern("names", "refused")
_wrong = lexicon.pattern("names", "wrong")
_right = lexicon.pattern("names", "right")
_against = re.compile(r"\s*,?\s*(?:and )?(?:not|nahi|नहीं|而?不是)\s+|\s*[，,]\s*(?:而)?不是\s*")
_own_name = re.compile(r"(?:my|mera|मेरा)\s*$")
_edge = re.compile(r"[,.\n!?，。]|[\U0001f000-\U0001faff]")
_role = re.compile(r"(?:of|at|@|,)\s*$")


def read_name(text: Text, asked: str | None) -> tuple[list[HeardFact], list[Span]]:
    """The name fact, the words it was told with and where it stands again."""
    wrong = _wrong.search(text.fold) is not None
    candidates = [*_candidates(text, asked, wrong=wrong)]
    if _refused.search(text.fold):
        candidates = [c for c in candidates if c.score >= _SURER and ending(text, c.span)]
    if not candidates:
        return [], []
    best = max(candidates, key=lambda c: (c.score, -c.span[0]))
    name = text.fold[slice(*best.span)]
    again = [
        m.span()
        for m in islice(re.finditer(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", text.fold), MOST)
        if len(name) > 3
    ]
    quote = _in_full(text, text.quote(*best.span))
    return [HeardFact("name", quote, quote, corrects=wrong)], [best.said, *again]


def _candidates(text: Text, asked: str | None, *, wrong: bool) -> Iterator[Candidate]:
    """All that may be the name; bare words count where the company was asked for, or nothing yet."""
    places = find_places(text.fold, text.raw)
    told = [*_announced(text, places), *closed_names(text, places), *_registered(text, places)]
    yield from _corrected(text, places, wrong=wrong)
    if asked in (None, "company"):
        yield from told
        yield from (c for c in bare_names(text, places) if c.score >= (_LEAST if asked else _SURE))
        yield from standing_names(text, places)
    elif asked == "offer":  # the name once more, in full, with the city
        yield from (c for c in (*told, *bare_names(text, places)) if c.score >= _AGAIN)
    else:
        yield from (c for c in told if c.score >= _SURER)


def _in_full(text: Text, name: str) -> str:
    """The name as it is said in full elsewhere in the message ("Zenra is the name. Zenra Cloud Services")."""
    if not name.isascii() or len(name.split()) > 1:
        return name
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?: [A-Z][\w&]*){{1,4}}", text.raw):
        if ends_as_firm(found[0].lower()):
            return found[0]
    return name


def _announced(text: Text, places: list[Place]) -> Iterator[Candidate]:
    """Names behind words that announce one; of "Ravi from X" it is X."""
    for cue in islice(_before.finditer(text.fold), MOST):
        if _others.search(text.fold[max(0, cue.start() - 30) : cue.start()]):
            continue
        strong = _strong.fullmatch(cue[0].strip()) is not None
        span = run_from(text, cue.end(), small=strong)
        person = PERSON.match(text.fold, span[1]) if span else None
        further = run_from(text, person.end(), small=False) if person else None
        if further and is_name(text, further, places):
            span = further
        span = trimmed(text, span, places) if span else None
        if span is None or not is_name(text, span, places):
            continue
        own = _own_name.search(text.fold, max(0, cue.start() - 8), cue.start()) or cue[0].startswith("我叫")
        if (own or not strong) and is_person(text.fold[slice(*span)], said=cue[0]):
            continue
        if not strong and ending(text, span) < 1 and _weak(cue[0], text.quote(*span)):
            continue
        head = max((m.end() for m in _edge.finditer(text.fold, 0, cue.start())), default=0)
        begin = head if len(text.fold[head : cue.start()].split()) <= 3 and _role.search(cue[0]) else cue.start()
        yield Candidate((STRONG if strong else TOLD) + ending(text, span), span, (begin, span[1]))


def _corrected(text: Text, places: list[Place], *, wrong: bool) -> Iterator[Candidate]:
    """What a name should be: behind words that say it was wrong, or against its other spelling ("it's X, not Y")."""
    for cue in islice(_right.finditer(text.fold), MOST):
        span = run_from(text, cue.end(), small=wrong)
        span = trimmed(text, span, places) if span else None
        if span is None or not is_name(text, span, places):
            continue
        against = _against.match(text.fold, span[1])
        other = text.fold[against.end() : against.end() + span[1] - span[0]] if against else ""
        if wrong or _alike(text.fold[slice(*span)], other):
            yield Candidate(_RIGHT + ending(text, span), span, (cue.start(), span[1]))


def _alike(one: str, other: str) -> bool:
    """Two spellings of one name: most pairs of letters are the same."""
    pairs = set(pairwise(one))
    return len(pairs & set(pairwise(other))) * 2 >= max(2, len(pairs) - 1)


def _registered(text: Text, places: list[Place]) -> Iterator[Candidate]:
    """A name that ends as registered firms do, wherever it stands, if nothing tells it to be somebody else's."""
    for found in islice(registered_form.finditer(text.raw), MOST):
        span = trimmed(text, text.folded(found.start(), found.end()), places)
        if (
            span is None
            or _others.search(text.fold[max(0, span[0] - 30) : span[0]])
            or _foreign.search(text.fold[max(0, span[0] - 24) : span[0]])
        ):
            continue
        if is_name(text, span, places):
            yield Candidate(_REGISTERED + ending(text, span), span, span)


def _weak(cue: str, name: str) -> bool:
    """After a mere "we" or "this is" a word without a company's ending is a verb or a person sooner than a name."""
    if han.search(name) or (name[0].isascii() and name[0].isupper()):
        return cue.rsplit(maxsplit=1)[-1] in ("is", "am", "i.m", "i'm") and len(name.split()) == 1
    return True
