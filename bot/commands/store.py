"""Commands on what is stored: load, export, erase, reindex, rotate."""

import json
from contextlib import closing
from typing import TYPE_CHECKING

from bot.commands.options import CompanyId, Data, File, read_settings
from bot.errors import FailureError, InputError
from bot.progress import progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.config import Settings
    from storage.companies import CompanyRecord


def load(file: File, data: Data = None) -> None:
    """Load companies; loading the same file again changes nothing."""
    from bot.files import read_companies

    print(take_in(read_settings(data), read_companies(file)))


def take_in(settings: "Settings", records: "Sequence[CompanyRecord]") -> str:
    """All of them or none; what happened, in a line."""
    from bot.build import embedder
    from bot.store import open_store
    from retrieval.market import Market
    from storage import companies

    with closing(open_store(settings)) as db:
        with progress(f"Loading {len(records)} companies"):
            count = db.do(companies.load, records)
        with progress("Reading their offers and needs"):
            Market(db, embedder(settings)).embed_missing()
    return f"{count.new} new, {count.changed} changed, {count.same} unchanged"


def export(company_id: CompanyId, data: Data = None) -> None:
    """Print a company's whole record as JSON."""
    from bot.store import open_store
    from storage import companies

    with closing(open_store(read_settings(data))) as db:
        try:
            record = db.read(companies.export, company_id)
        except LookupError as error:
            raise InputError(str(error)) from error
    print(json.dumps(record, ensure_ascii=False, indent=1))


def erase(company_id: CompanyId, data: Data = None) -> None:
    """Erase a company everywhere: database, index, conversations."""
    from bot.build import embedder, index_home
    from bot.store import open_store
    from retrieval.market import Market
    from storage import companies

    settings = read_settings(data)
    with closing(open_store(settings)) as db:
        if not db.do(companies.erase, company_id):
            raise InputError(f"no company {company_id}")
        embeddings = embedder(settings)
        with (
            progress("Erasing it in the index"),
            closing(Market(db, embeddings, index_home(settings, embeddings))) as market,
        ):
            market.fill()  # where another Plaza runs, that one follows
            market.wait()
    print(f"{company_id} is erased")


def reindex(data: Data = None) -> None:
    """Rebuild Chroma from the database; a running Plaza does it itself and goes on serving."""
    from bot.build import embedder, index_home
    from bot.store import open_store
    from retrieval.index.generations import Generations
    from retrieval.index.port import IndexLockedError
    from retrieval.market import Market
    from storage.indexing import ask_rebuild

    settings = read_settings(data)
    with closing(open_store(settings)) as db, progress("Rebuilding the index"):
        embeddings = embedder(settings)
        home = index_home(settings, embeddings)
        market = Market(db, embeddings, home)
        market.embed_missing()
        try:
            if isinstance(home, Generations):
                home.lock()
        except IndexLockedError:
            db.do(ask_rebuild)
            print("the running Plaza rebuilds its index")
            return
        with closing(market):
            for step in (market.fill, market.rebuild):
                step()
                market.wait()
            if market.trouble:
                raise FailureError(market.trouble)
    exact = market.table.exact
    print(f"{sum(map(exact.count, exact.spaces()))} offers and needs are indexed")


def rotate(data: Data = None) -> None:
    """Seal everything anew with the first of the secret keys; the others can then be dropped."""
    from bot.store import open_store
    from storage.rotate import rotate as resealed

    with closing(open_store(read_settings(data))) as db, progress("Sealing everything anew"):
        count = db.do(resealed)
    print(f"{count} texts are sealed with the newest key")
