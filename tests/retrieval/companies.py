"""Companies for the tests of matching: invented ones, and those of a file in a database of their own."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from retrieval.build import Partners, make_partners
from retrieval.embed import make_embeddings
from storage.companies import CompanyRecord, FacetRecord, FacetView, FactView, Profile, load
from storage.crypto import Vault, new_key
from storage.db import open_db


def profile_of(
    name: str,
    country: str,
    offers: Sequence[str] = (),
    needs: Sequence[str] = (),
    facts: Iterable[tuple[str, Any]] = (),
    city: str | None = None,
) -> Profile:
    """A profile as storage gives it; facts as (kind, value), quoted by their value's text."""
    said = [("name", name), *([("city", city)] if city else []), *facts]
    views = [("offer", text) for text in offers] + [("need", text) for text in needs]
    return Profile(
        name,
        country,
        "en",
        "",
        "live",
        tuple(
            FacetView(hash((name, n)), name, f"{name}-{n}", 0, side, text, text, "en", None)
            for n, (side, text) in enumerate(views)
        ),
        tuple(_fact(name, kind, value) for kind, value in said),
    )


def _fact(name: str, kind: str, value: Any) -> FactView:
    quote = str(value.get("quote", value)) if isinstance(value, Mapping) else str(value)
    return FactView(hash((name, kind, quote)), name, kind, value, "user", None, datetime.now(UTC), lambda: quote)


def records(path: Path) -> list[CompanyRecord]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    for row in rows:
        row |= {side: tuple(FacetRecord(**facet) for facet in row[side]) for side in ("offers", "needs")}
        row["hard_constraints"] = tuple(row["hard_constraints"])
    return [CompanyRecord(**row) for row in rows]


def market(companies: Sequence[CompanyRecord], folder: Path) -> Partners:
    db = open_db(f"sqlite:///{folder}/plaza.db", Vault([new_key()]))
    db.do(lambda session: load(session, companies))
    partners = make_partners(db, make_embeddings("embedded"), lambda: datetime.now(UTC))
    partners.market.fill()
    return partners
