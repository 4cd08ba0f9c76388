from storage.companies import CompanyRecord, FacetRecord, load, profile
from storage.tables import Company, Facet, now
from storage.vectors import live_facets, save_vectors, unembedded

A, B = b"\x00\x3c\x00\x00", b"\x00\x00\x00\x3c"


def loaded(db):
    facets = (FacetRecord("IN-1-O1", "weaving"), FacetRecord("IN-1-O2", "dyeing"), FacetRecord("IN-1-O3", "sewing"))
    db.do(load, [CompanyRecord(id="IN-1", country="IN", name="A", offers=facets)])
    return [facet.id for facet in db.read(profile, "IN-1").facets]


def live(db, fingerprint="f1", only=None):
    return db.read(lambda session: list(live_facets(session, fingerprint, only)))


def test_vectors_are_kept_by_fingerprint(db):
    first, second, third = loaded(db)
    assert [facet.id for facet in db.read(unembedded, "f1", 2)] == [first, second]
    db.do(save_vectors, "f1", {first: A, second: B, 999: A})
    assert [(facet.id, facet.text) for facet in db.read(unembedded, "f1", 9)] == [(third, "sewing")]
    assert len(db.read(unembedded, "f2", 9)) == 3
    assert db.read(profile, "IN-1").facets[0].vector == A
    assert live(db) == [(first, "IN-1", "IN", "offer", "IN-1-O1", A), (second, "IN-1", "IN", "offer", "IN-1-O2", B)]
    assert live(db, only=[second, third]) == live(db)[1:]
    assert live(db, "f2") == []


def test_the_withdrawn_and_the_paused_are_not_live(db):
    first, second, _ = loaded(db)
    db.do(save_vectors, "f1", {first: A, second: B})
    db.do(lambda session: setattr(session.get(Facet, first), "withdrawn", now()))
    assert [facet.id for facet in live(db)] == [second]
    db.do(lambda session: setattr(session.get(Company, "IN-1"), "status", "paused"))
    assert live(db) == []


def test_a_reader_sees_one_moment_and_holds_up_no_writer(db):
    first, second, _ = loaded(db)
    db.do(save_vectors, "f1", {first: A})

    def stream(session):
        rows = live_facets(session, "f1")
        found = [next(rows)]
        db.do(save_vectors, "f1", {second: B})
        return found + list(rows)

    assert [facet.id for facet in db.read(stream)] == [first]
    assert len(live(db)) == 2


async def run(db):
    await db.run(load, [CompanyRecord(id="IN-9", country="IN", name="A")])
    return await db.run_read(profile, "IN-9")


def test_the_same_off_the_event_loop(db):
    import asyncio

    assert asyncio.run(run(db)).name == "A"
