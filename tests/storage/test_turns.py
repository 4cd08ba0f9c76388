import pytest
from sqlmodel import func, select

from handlers.message import Choice, Outbound
from storage import lanes
from storage.changes import (
    AddFacet,
    GiveConsent,
    OpenCompany,
    RestoreRows,
    SetConversation,
    SetFact,
    SetStatus,
    WithdrawFacet,
    WithdrawFact,
)
from storage.companies import profile
from storage.conversations import (
    conversation,
    end_turn,
    mark_sent,
    receive,
    received,
    transcript,
    unsent,
)
from storage.tables import Company, Facet, Fact

OPEN = OpenCompany("P-1", "IN", "en")
CHAT = "telegram:7"


def test_a_message_is_received_once(db):
    event = db.do(receive, "wechat", "o1", "9", "你好", choice="yes", country="CN", language="zh")
    assert db.do(receive, "wechat", "o1", "9", "你好") is None
    assert db.do(receive, "wechat", "o2", "9", "hi") is not None, "another user's key is another key"
    stored = db.read(received, event)
    assert (stored.channel, stored.user, stored.key, stored.text) == ("wechat", "o1", "9", "你好")
    assert (stored.choice, stored.country, stored.language, stored.name) == ("yes", "CN", "zh", None)
    assert db.read(conversation, "wechat:o1").language == "zh"


def test_an_unknown_conversation_is_an_error(db):
    with pytest.raises(LookupError):
        db.read(conversation, "telegram:0")


def test_a_turn_is_written_once(db):
    event = db.do(receive, "telegram", "7", "1", "hello")
    assert db.do(end_turn, event, CHAT, [Outbound("one")], [OPEN])
    assert not db.do(end_turn, event, CHAT, [Outbound("two")], [SetStatus("live")])
    assert [message.text for message in db.read(unsent, CHAT)] == ["one"]
    assert db.read(profile, "P-1").status == "draft"


def test_a_failing_change_leaves_nothing(db):
    event = db.do(receive, "telegram", "7", "1", "hello")
    with pytest.raises(LookupError):
        db.do(end_turn, event, CHAT, [Outbound("one")], [OPEN, SetFact("city", "Pune", "pune"), WithdrawFacet(99)])
    counts = [db.read(lambda s, t=t: s.exec(select(func.count()).select_from(t)).one()) for t in (Company, Fact)]
    assert counts == [0, 0]
    assert db.read(unsent, CHAT) == []
    assert db.read(lanes.backlog, "in") == 1, "the message waits to be handled again"


def test_the_database_refuses_a_state_that_does_not_exist(db, turn):
    turn(OPEN)
    with pytest.raises(Exception, match="ck_company_status"):
        turn(SetStatus("alive"))


def test_answers_are_sent_in_order_and_marked_once(db, turn):
    turn(
        say=[
            Outbound("first", (Choice("y", "Yes"), Choice("n", "No"))),
            Outbound("second"),
            Outbound("to them", to="wechat:o1"),
        ]
    )
    first, second = db.read(unsent, CHAT)
    assert (first.text, first.choices) == ("first", (("y", "Yes"), ("n", "No")))
    assert db.do(mark_sent, [first.id]) == 1
    assert db.do(mark_sent, [first.id, second.id]) == 1
    assert db.read(unsent, CHAT) == []
    assert [message.text for message in db.read(unsent, "wechat:o1")] == ["to them"]
    assert [(m.kind, m.text) for m in db.read(transcript, CHAT)] == [
        ("in", "hello"),
        ("out", "first"),
        ("out", "second"),
    ]


def test_a_company_is_opened_once_and_its_facts_keep_their_source(db, turn):
    first = turn(OPEN, SetFact("name", "Kaveri Looms", "we are Kaveri Looms"))
    turn(OpenCompany("P-2", "CN", "zh"))
    known = db.read(profile, "P-1")
    assert (known.name, known.country, known.status) == ("Kaveri Looms", "IN", "draft")
    assert (known.fact("name").quote, known.fact("name").event_id) == ("we are Kaveri Looms", first)
    assert db.read(profile, "P-2") is None
    assert db.read(conversation, CHAT).company_id == "P-1"


def test_changes_without_a_company_are_an_error(db, turn):
    with pytest.raises(LookupError):
        turn(AddFacet("offer", "weaving", "we weave"))


def test_nobody_changes_the_rows_of_another_company(db, turn):
    turn(OPEN)

    def other(session):
        session.add(Company(id="Q"))
        session.flush()
        fact = Fact(company_id="Q", kind="city", value="Delhi", sealed_quote=db.vault.seal("Delhi"))
        session.add(fact)
        session.flush()
        return fact.id

    with pytest.raises(LookupError):
        turn(WithdrawFact(db.do(other)))


def test_facets_are_numbered_by_side_and_never_twice(db, turn):
    turn(OPEN, AddFacet("offer", "weaving", "we weave"), AddFacet("need", "looms", "need looms"))
    turn(WithdrawFacet(db.read(profile, "P-1").offers[0].id), AddFacet("offer", "dyeing", "we dye"))
    known = db.read(profile, "P-1")
    assert [(facet.ref, facet.text, facet.source) for facet in known.facets] == [
        ("P-1-N1", "looms", "need looms"),
        ("P-1-O2", "dyeing", "we dye"),
    ]


def test_a_correction_can_be_undone(db, turn):
    turn(OPEN, SetFact("headcount", 13, "13 people"), AddFacet("offer", "weaving", "we weave"))
    old = db.read(profile, "P-1")
    turn(SetFact("headcount", 31, "31, not 13", replaces=(old.facts[0].id,)), WithdrawFacet(old.facets[0].id))
    corrected = db.read(profile, "P-1")
    assert (corrected.headcount, corrected.facets, len(corrected.facts)) == (31, (), 1)
    turn(RestoreRows(facts=(old.facts[0].id,), facets=(old.facets[0].id,)))
    assert db.read(profile, "P-1") == old


def test_the_newest_standing_statement_tells_the_country(db, turn):
    turn(OPEN, SetFact("country", "CN", "we are in Guiyang"))
    first = db.read(profile, "P-1")
    assert first.country == "CN"
    turn(SetFact("country", "IN", "no, Pune", replaces=(first.facts[0].id,)))
    assert db.read(profile, "P-1").country == "IN"
    turn(RestoreRows(facts=(first.facts[0].id,)))
    assert db.read(profile, "P-1").country == "CN"


def test_conversation_state_is_merged_and_keys_are_removed(db, turn):
    turn(SetConversation(state={"asking": "offer", "page": 2}))
    turn(SetConversation(language="hi", mode="waiting", wants_human=True, state={"page": None, "undo": [1]}))
    now = db.read(conversation, CHAT)
    assert (now.language, now.mode, now.wants_human, now.state) == (
        "hi",
        "waiting",
        True,
        {"asking": "offer", "undo": [1]},
    )


def test_the_latest_consent_counts_and_all_are_kept(db, turn):
    turn(GiveConsent("keep", True, "v1"), GiveConsent("show_abroad", True, "v1"))
    turn(GiveConsent("show_abroad", False, "v2"))
    consents = db.read(conversation, CHAT).consents
    assert {kind: (c.given, c.wording) for kind, c in consents.items()} == {
        "keep": (True, "v1"),
        "show_abroad": (False, "v2"),
    }


def test_a_facets_id_never_comes_back(db, turn):
    turn(OPEN, AddFacet("offer", "weaving", "we weave"))
    first = db.read(profile, "P-1").facets[0].id
    db.do(lambda session: session.delete(session.get(Facet, first)))
    turn(AddFacet("offer", "dyeing", "we dye"))
    assert db.read(profile, "P-1").facets[0].id > first
