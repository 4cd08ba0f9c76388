from datetime import timedelta

from sqlmodel import select, update

from storage import lanes
from storage.changes import AddFacet, OpenCompany, RestoreRows, SetFact, SetStatus, WithdrawFacet
from storage.companies import profile
from storage.indexing import ask_rebuild, changes_since, last_change, mark_followed
from storage.tables import Event, now
from storage.vectors import live_facets, save_vectors

OPEN = OpenCompany("P-1", "IN", "en")


def test_the_index_follows_a_company_through_its_life(db, turn, index):
    turn(OPEN, AddFacet("offer", "weaving", "we weave"))
    assert index() == [], "a draft is not to be found"
    first = db.read(profile, "P-1").facets[0].id
    turn(SetStatus("live"))
    assert index() == [("put", first, None, None)]
    turn(AddFacet("need", "looms", "need looms"))
    second = db.read(profile, "P-1").needs[0].id
    assert index() == [("put", second, None, None)]
    turn(SetFact("country", "CN", "Guiyang"))
    puts = [("put", first, None, None), ("put", second, None, None)]
    assert index() == [("drop", first, "IN", "offer"), ("drop", second, "IN", "need"), *puts]
    turn(WithdrawFacet(second))
    assert index() == [("drop", second, "CN", "need")]
    turn(RestoreRows(facets=(second,)))
    assert index() == [("put", second, None, None)]
    turn(SetStatus("paused"))
    assert index() == [("drop", first, "CN", "offer"), ("drop", second, "CN", "need")]
    turn(SetStatus("live"))
    assert index() == puts


def test_a_quiet_company_is_never_in_the_index(db, turn, index):
    turn(OPEN, AddFacet("offer", "weaving", "we weave"), SetStatus("quiet"))
    first = db.read(profile, "P-1").facets[0].id
    turn(AddFacet("need", "looms", "need looms"))
    second = db.read(profile, "P-1").needs[0].id
    db.do(save_vectors, "f", {first: b"ab", second: b"cd"})
    assert index() == []
    assert db.read(lambda session: list(live_facets(session, "f"))) == []
    turn(SetStatus("live"))
    assert index() == [("put", first, None, None), ("put", second, None, None)]
    assert [facet.id for facet in db.read(lambda session: list(live_facets(session, "f")))] == [first, second]
    turn(SetStatus("quiet"))
    assert index() == [("drop", first, "IN", "offer"), ("drop", second, "IN", "need")]


def test_a_company_without_a_country_is_not_found_until_it_tells(db, turn, index):
    turn(OpenCompany("P-1", None, "en"), AddFacet("offer", "weaving", "we weave"), SetStatus("live"))
    assert index() == []
    turn(SetFact("country", "IN", "Surat"))
    assert [event[0] for event in index()] == ["put"]


def grow_old(db, upto, age):
    db.do(lambda s: s.exec(update(Event).where(Event.id <= upto).values(done=now() - age)) and None)


def test_what_was_followed_is_kept_for_a_day(db):
    for _ in range(4):
        db.do(ask_rebuild)
    first, second, third, fourth = (change.id for change in db.read(changes_since, 0, 9))
    db.do(mark_followed, third)
    grow_old(db, first, timedelta(hours=25))
    db.do(lanes.put, "telegram:7", "in", "1", {})
    db.do(mark_followed, third)
    assert [change.id for change in db.read(changes_since, 0, 9)] == [second, third, fourth]
    assert db.read(lanes.backlog, "index") == 1
    assert db.read(lanes.backlog, "in") == 1


def test_an_index_without_any_change_left_goes_on_from_the_next(db):
    db.do(ask_rebuild)
    only = db.read(last_change)
    db.do(mark_followed, only)
    grow_old(db, only, timedelta(days=2))
    db.do(mark_followed, only)
    assert db.read(lambda s: s.exec(select(Event)).all()) == []
    db.do(ask_rebuild)
    assert [change.id > only for change in db.read(changes_since, only, 9)] == [True]
