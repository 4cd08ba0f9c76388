"""Names of certificates in a message: those that are known, and those that look like one."""

import re
from dataclasses import dataclass

from prompts.reading import lexicon
from prompts.reading.script import Text

Span = tuple[int, int]

_shapes: dict[str, str] = lexicon.table("certificates")["shapes"]
_known = lexicon.pattern("certificates", "name")
_subject = lexicon.pattern("certificates", "subject")
_service = re.compile(r"\s*" + lexicon.source("certificates", "service"))
_refused = lexicon.pattern("certificates", "not_held")
_no_name = lexicon.pattern("certificates", "no_name")
_capitals = re.compile("|".join(_shapes["capitals"]))
_han_ending = re.compile(_shapes["han"])
_acronym = re.compile(_shapes["acronym"])
_listed = re.compile(_shapes["listed"])
_NO_CERTIFICATES = {"IT", "AI", "HR", "OK", "ERP", "CRM", "MES", "IP", "API", "SDK"}
_han = re.compile(r"[\u4e00-\u9fff]")


@dataclass
class Named:
    """A certificate's name at [start, end) of the folded text; `state` as far as it is known."""

    start: int
    end: int
    state: str | None = None


def find_names(text: Text, clauses: list[Span], *, spoken: bool) -> list[Named]:
    """In order; `spoken` = the message or the question speaks of certificates, so that unknown names count too."""
    fold = text.fold
    found = [Named(*m.span()) for m in _known.finditer(fold) if not _service.match(fold, m.end())]
    for start, end in _looking_so(text):
        inside = [n for n in found if n.start < end and start < n.end]
        for n in inside:
            n.end = max(n.end, end) if start <= n.start else n.end
        if not inside and not _service.match(fold, end):
            found.append(Named(start, end))
    if spoken or found:
        for start, end in (
            text.folded(*m.span(1)) for m in _acronym.finditer(text.raw) if m[1] not in _NO_CERTIFICATES
        ):
            if not any(n.start < end and start < n.end for n in found):
                found.append(Named(start, end))
    if spoken and not found:
        found = _after_subject(fold, clauses)
    return _merged(fold, sorted({(n.start, n.end): n for n in found}.values(), key=lambda n: n.start))


def _looking_so(text: Text) -> list[Span]:
    """Capitals before "certificate", 认证 behind Han."""
    capitals = [text.folded(*m.span()) for m in _capitals.finditer(text.raw) if not _no_name.match(m[0].lower())]
    ends = [text.folded(*m.span(1)) for m in _han_ending.finditer(text.raw)]
    return [*capitals, *(span for span in ends if not _no_name.match(text.fold, *span))]


def _after_subject(fold: str, clauses: list[Span]) -> list[Named]:
    """Whatever stands behind "certificate:" or 证书只有."""
    for start, end in clauses:
        subject = _subject.search(fold, start, end)
        if subject is None or _refused.search(fold, start, end):
            continue
        named = _listed.match(fold, subject.end(), end)
        if named and not _no_name.match(named["name"]):
            return [Named(*named.span("name"))]
    return []


def _merged(fold: str, found: list[Named]) -> list[Named]:
    """Two names with at most a space between them, the second Chinese, are one (NMPA 二类证)."""
    merged: list[Named] = []
    for n in found:
        if (
            merged
            and n.start <= merged[-1].end + 1
            and _han.match(fold, n.start)
            and not fold[merged[-1].end : n.start].strip()
        ):
            merged[-1].end = n.end
        else:
            merged.append(n)
    return merged
