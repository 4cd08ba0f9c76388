"""A facet's text as it is compared: sentences that speak to the machine are left out, whatever else they say."""

import re
from functools import lru_cache

from retrieval.gloss import simplified
from retrieval.traits import phrases

SENTENCE = re.compile(r"(?<=[。！？!?\n；;])|(?<=[.])\s+")


@lru_cache(maxsize=50_000)
def capability(text: str) -> str:
    """The sentences that say what is done; empty when nothing is left of it."""
    kept = [part for part in SENTENCE.split(text) if part and not phrases().order.search(simplified(part))]
    return "".join(kept).strip()
