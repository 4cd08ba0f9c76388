from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import delete, select, update

from storage import lanes
from storage.tables import EPOCH, Event, Lane, now

LEASE = timedelta(seconds=30)


def put(db, lane, key, kind="in", **more):
    return db.do(lanes.put, lane, kind, key, {"n": key}, **more)


def claim(db, owner="one", room=10, lease=LEASE, kinds=("in",)):
    return sorted(db.do(lanes.claim, owner, room, lease, kinds))


def take(db, lane="a", owner="one"):
    return next(iter(db.do(lanes.next_events, lane, owner, 1)), None)


def unpause(db):
    db.do(lambda session: session.exec(update(Lane).values(until=EPOCH)) and None)


def test_a_repeated_key_is_stored_once(db):
    assert put(db, "a", "1") is not None
    assert put(db, "a", "1") is None
    assert put(db, "a", "1", kind="out") is not None
    assert db.read(lanes.backlog, "in") == 1


def test_a_lane_gives_its_events_in_order_and_is_then_given_back(db):
    for key in "123":
        put(db, "a", key)
    assert claim(db) == ["a"]
    worked = []
    while work := take(db):
        worked.append(work.key)
        assert db.do(lanes.finish, work.id)
    assert worked == ["1", "2", "3"]
    put(db, "a", "4")
    assert claim(db, "two") == ["a"]


def test_a_leased_lane_is_nobody_elses_until_the_lease_ends(db):
    put(db, "a", "1")
    assert claim(db, "one") == ["a"]
    assert claim(db, "two") == []
    db.do(lanes.renew, "one", ["a"], timedelta(seconds=-1))
    assert claim(db, "two") == ["a"]
    db.do(lanes.release, "a", "one")
    assert claim(db, "three") == [], "only its owner can give a lane back"


def test_who_starts_again_frees_what_he_held(db):
    put(db, "a", "1")
    claim(db, "one")
    db.do(lanes.forget, "one")
    assert claim(db, "two") == ["a"]


def test_claim_asks_for_kinds_and_room(db):
    for lane in "abc":
        put(db, lane, lane)
    put(db, "out:a", "1", kind="out")
    assert len(claim(db, room=2)) == 2
    assert claim(db, kinds=("out",)) == ["out:a"]


def test_a_timer_neither_comes_early_nor_blocks_its_lane(db):
    put(db, "a", "later", due=now() + timedelta(hours=1))
    assert claim(db) == []
    put(db, "a", "now")
    claim(db)
    assert take(db).key == "now"


def test_only_one_of_two_workers_writes(db):
    event = put(db, "a", "1")

    def work(number):
        def write(session):
            if lanes.finish(session, event):
                lanes.put(session, "out:a", "out", f"{number}", {})

        db.do(write)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(work, range(20)))
    assert db.read(lanes.backlog, "out") == 1


def test_effects_that_fail_leave_the_event_to_be_done(db):
    event = put(db, "a", "1")

    def write(session):
        assert lanes.finish(session, event)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - our own
        db.do(write)
    assert claim(db) == ["a"]
    assert take(db).id == event


def test_a_failure_pauses_the_lane_and_keeps_its_order(db):
    put(db, "a", "1")
    put(db, "a", "2")
    claim(db)
    assert db.do(lanes.fail, take(db), "one", "no answer") is False
    assert claim(db, "two") == []
    unpause(db)
    assert claim(db, "two") == ["a"]
    again = take(db, owner="two")
    assert (again.key, again.attempts) == ("1", 1)


def test_pauses_grow_up_to_a_limit(db):
    put(db, "a", "1")
    pauses = []
    for attempt in (0, 3, 40):
        claim(db)
        work = lanes.Work(take(db).id, "a", "in", "1", {}, attempt)
        before = now()
        db.do(lanes.fail, work, "one", "no", tries=99)
        pauses.append(round((db.read(lambda s: s.get(Lane, "a").until) - before).total_seconds(), 1))
        unpause(db)
    assert pauses == [0.1, 0.8, 300.0]


def test_a_pause_told_by_the_platform_is_kept_and_no_failure(db):
    put(db, "a", "1")
    claim(db)
    assert db.do(lanes.fail, take(db), "one", "429", wait=timedelta(seconds=60), tries=1) is False
    assert db.read(lambda session: session.get(Lane, "a").until) > now() + timedelta(seconds=50)
    unpause(db)
    claim(db)
    assert take(db).attempts == 0


def test_the_last_try_ends_in_a_dead_letter_and_the_lane_goes_on(db):
    put(db, "a", "1")
    put(db, "a", "2")
    claim(db)
    work = take(db)
    assert db.do(lanes.fail, work, "one", "poison", tries=1) is True
    assert take(db).key == "2"
    assert [dead.key for dead in db.read(lanes.dead_letters)] == ["1"]


def test_a_success_after_failures_is_no_dead_letter(db):
    put(db, "a", "1")
    claim(db)
    db.do(lanes.fail, take(db), "one", "no")
    db.do(lanes.finish, take(db).id)
    assert db.read(lanes.dead_letters) == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from("ab"), st.integers(0, 7)),
        st.tuples(st.just("work"), st.sampled_from(["one", "two"]), st.sampled_from(["finish", "fail", "stale"])),
        st.tuples(st.just("lease ends"), st.none(), st.none()),
    ),
    max_size=25,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_history_works_every_event_once_and_in_order(db, steps):
    db.do(lambda session: session.exec(delete(Event)) and session.exec(delete(Lane)) and None)
    stored, worked = {"a": [], "b": []}, {"a": [], "b": []}

    def work(owner, how):
        for lane in claim(db, owner, room=1):
            found = take(db, lane, owner)
            if how == "fail":
                db.do(lanes.fail, found, owner, "no", tries=10**6)
                continue
            if how == "stale":  # another owner finishes first
                db.do(lanes.finish, found.id)
                worked[lane].append(found.key)
            if db.do(lanes.finish, found.id):
                worked[lane].append(found.key)
            db.do(lanes.release, lane, owner)

    for name, first, second in [*steps, *[("lease ends", None, None), ("work", "one", "finish")] * len(steps)]:
        if name == "put" and put(db, first, f"{first}{second}"):
            stored[first].append(f"{first}{second}")
        if name == "work":
            work(first, second)
        if name == "lease ends":
            unpause(db)
    assert worked == stored
    assert db.read(lambda s: s.exec(select(Event).where(Event.done.is_(None))).all()) == []
