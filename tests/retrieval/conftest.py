"""One embedder for all tests of retrieval, and a market of six invented firms."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.build import Partners, make_partners, make_traits
from retrieval.embed import AnyEmbeddings, make_embeddings
from retrieval.traits import TraitReader
from storage.companies import CompanyRecord, FacetRecord, load
from storage.crypto import Vault, new_key
from storage.db import Db, open_db

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def embeddings(cache: Path) -> AnyEmbeddings:
    return make_embeddings("embedded", cache)


@pytest.fixture(scope="session")
def traits(cache: Path) -> TraitReader:
    return make_traits(cache)


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Db]:
    db = open_db(f"sqlite:///{tmp_path}/plaza.db", Vault([new_key()]))
    yield db
    db.close()


def firm(company_id: str, offers: list[str], needs: list[str], wishes: tuple[str, ...] = ()) -> CompanyRecord:
    return CompanyRecord(
        id=company_id,
        country=company_id[:2],
        name=f"Firm {company_id}",
        city="Pune" if company_id.startswith("IN") else "贵阳",
        language="en" if company_id.startswith("IN") else "zh",
        offers=tuple(FacetRecord(f"{company_id}-O{i}", text) for i, text in enumerate(offers, 1)),
        needs=tuple(FacetRecord(f"{company_id}-N{i}", text) for i, text in enumerate(needs, 1)),
        hard_constraints=wishes,
    )


FIRMS = (
    firm("IN-yarn", ["combed cotton yarn 30s and 40s, 200 tons a month"], ["water jet looms, second hand is fine"]),
    firm("IN-fraud", ["fraud analytics for banks on Spark"], ["a car maker or bank that needs data engineering"]),
    firm("IN-spice", ["turmeric and dried red chilli in containers"], ["vacuum packing machine for ground spices"]),
    firm("CN-loom", ["喷水织机、剑杆织机整机出口"], ["采购印度纯棉精梳纱线"]),
    firm("CN-bank", ["城商行，可开放测试数据环境"], ["反欺诈数据分析团队，要熟悉Spark"]),
    firm("CN-pack", ["粉末真空包装机，调料行业用得多"], ["进口姜黄、干辣椒"]),
)


@pytest.fixture
def partners(sqlite: Db, embeddings: AnyEmbeddings, cache: Path) -> Iterator[Partners]:
    """The six firms, live; exact index in memory."""
    sqlite.do(load, FIRMS)
    made = make_partners(sqlite, embeddings, lambda: NOON, cache=cache)
    made.market.fill()
    yield made
    made.market.close()
