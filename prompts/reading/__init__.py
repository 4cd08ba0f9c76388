"""The offline reader of messages."""

from prompts.reading.read import read
from prompts.reading.reading import HeardFacet, HeardFact, Reading

__all__ = ["HeardFacet", "HeardFact", "Reading", "read"]
