"""Companies of a file compared with one another, in a store that is thrown away."""

from collections.abc import Sequence
from contextlib import closing

from bot.build import cache, embedder
from bot.config import Settings
from bot.jsonl import Row
from bot.store import open_store, throwaway
from retrieval.build import make_traits
from retrieval.market import Market
from retrieval.rank import rank
from storage.companies import CompanyRecord, load, profiles


def ranked(settings: Settings, records: Sequence[CompanyRecord]) -> list[Row]:
    """The lines of rank's OUT.jsonl."""
    embeddings, ids = embedder(settings), [record.id for record in records]
    with throwaway(settings) as fresh, closing(open_store(fresh)) as db:
        db.do(load, records)
        Market(db, embeddings).embed_missing()
        stored = db.read(profiles, ids)
        return list(rank([stored[company_id] for company_id in ids], embeddings, make_traits(cache(settings))))
