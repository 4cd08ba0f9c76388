from dataclasses import replace

import pytest
from sqlmodel import select, update

from handlers.message import Outbound
from storage import lanes
from storage.changes import (
    AddFacet,
    AnswerPartner,
    EraseCompany,
    GiveConsent,
    OpenCompany,
    SetConversation,
    SetFact,
    SetStatus,
    ShowPartner,
)
from storage.companies import CompanyRecord, FacetRecord, erase, export, load, profile, profiles
from storage.conversations import conversation, end_turn, mark_sent, receive, transcript, unsent
from storage.pairs import exposure, refused, seen
from storage.tables import Conversation, Event
from storage.wechat import Post, keep_reply, posted
from storage.wechat_tables import WechatPost

LOOMS = CompanyRecord(
    id="IN-1",
    country="IN",
    name="Kaveri Looms",
    city="Surat",
    language="en",
    sector="textiles",
    headcount=80,
    offers=(FacetRecord("IN-1-O1", "We weave silk and dye cotton", ("weave silk", "dye cotton")),),
    needs=(FacetRecord("IN-1-N1", "Rapier looms"),),
    hard_constraints=("no resellers",),
)
MILL = CompanyRecord(
    id="CN-1", country="CN", name="绍兴织机厂", language="zh", offers=(FacetRecord("CN-1-O1", "剑杆织机"),)
)


def index(db):
    events = db.read(lambda s: s.exec(select(Event).where(Event.kind == "index").order_by(Event.id)).all())
    return [(event.body["op"], event.body["facet"]) for event in events]


def test_loading_again_changes_nothing(db):
    assert db.do(load, [LOOMS, MILL]) == (2, 0, 0)
    before, events = db.read(profiles, ["IN-1", "CN-1"]), index(db)
    assert db.do(load, [LOOMS, MILL]) == (0, 0, 2)
    assert db.read(profiles, ["IN-1", "CN-1"]) == before
    assert index(db) == events
    assert len(events) == 4


def test_a_loaded_company_has_its_facts_and_parts(db):
    db.do(load, [LOOMS, MILL])
    known = db.read(profile, "IN-1")
    assert (known.name, known.city, known.headcount, known.status) == ("Kaveri Looms", "Surat", 80, "live")
    assert [(fact.value, fact.by, fact.quote) for fact in known.all("requirement")] == [
        ("no resellers", "file", "no resellers")
    ]
    assert [(f.ref, f.part, f.text, f.source) for f in known.offers] == [
        ("IN-1-O1", 0, "weave silk", "We weave silk and dye cotton"),
        ("IN-1-O1", 1, "dye cotton", "We weave silk and dye cotton"),
    ]
    assert (db.read(profile, "CN-1").city, db.read(profile, "CN-1").headcount) == (None, None)


def test_only_what_differs_is_written(db):
    db.do(load, [LOOMS, MILL])
    before, old = db.read(profile, "IN-1"), len(index(db))
    changed = replace(LOOMS, headcount=90, needs=(FacetRecord("IN-1-N1", "Air-jet looms"),), hard_constraints=())
    assert db.do(load, [changed, MILL]) == (0, 1, 1)
    after = db.read(profile, "IN-1")
    assert (after.headcount, after.all("requirement"), after.offers) == (90, (), before.offers)
    assert [need.text for need in after.needs] == ["Air-jet looms"]
    assert index(db)[old:] == [("drop", before.needs[0].id), ("put", after.needs[0].id)]


def test_a_move_across_the_border_moves_every_facet(db):
    db.do(load, [LOOMS])
    ids = [facet.id for facet in db.read(profile, "IN-1").facets]
    db.do(load, [replace(LOOMS, country="CN")])
    assert sorted(index(db)[3:]) == sorted([*(("drop", i) for i in ids), *(("put", i) for i in ids)])


def test_a_file_never_takes_back_what_was_said(db):
    db.do(load, [LOOMS])
    event = db.do(receive, "telegram", "7", "1", "hello")
    db.do(end_turn, event, "telegram:7", [], [OpenCompany("P-1", "IN", "en"), AddFacet("offer", "weaving", "we weave")])
    db.do(load, [CompanyRecord(id="P-1", country="IN", name="Told")])
    assert [facet.text for facet in db.read(profile, "P-1").facets] == ["weaving"]


def test_many_companies_are_loaded_whole_or_not_at_all(db):
    many = [replace(MILL, id=f"CN-{n}", offers=(FacetRecord(f"CN-{n}-O1", f"织机{n}"),)) for n in range(1200)]
    with pytest.raises(Exception, match="ck_company_country"):
        db.do(load, [*many, replace(MILL, id="XX-1", country="XX")])
    assert db.read(profiles, [record.id for record in many]) == {}
    assert db.do(load, many) == (1200, 0, 0)
    assert len(db.read(profiles, [record.id for record in many])) == 1200
    assert db.read(lanes.backlog, "index") == 1200


def read_record(row):
    facets = {
        side: tuple(
            FacetRecord(f["id"], f["text"], tuple(f["parts"]) if f["parts"] != [f["text"]] else ()) for f in row[side]
        )
        for side in ("offers", "needs")
    }
    plain = {key: row[key] for key in ("id", "country", "name", "city", "language", "sector", "headcount")}
    return CompanyRecord(**plain, **facets, hard_constraints=tuple(row["hard_constraints"]))


def test_an_export_can_be_loaded_again(db):
    db.do(load, [LOOMS, MILL])
    assert read_record(db.read(export, "IN-1")) == LOOMS
    assert read_record(db.read(export, "CN-1")) == MILL
    with pytest.raises(LookupError):
        db.read(export, "IN-2")


SECRETS = ("we weave muslin for saris", "muslin weaving", "Asha Rao", "Here is what I understood", "Chanderi House")


@pytest.fixture
def talked(db):
    """A live company that spoke, was shown a partner and refused it; its last answer is not sent yet."""
    db.do(load, [MILL])
    changes = [
        OpenCompany("P-1", "IN", "en"),
        AddFacet("offer", "muslin weaving", SECRETS[0]),
        SetFact("name", "Chanderi House", "Chanderi House"),
        GiveConsent("keep", True, "v1"),
        SetConversation(mode="waiting", state={"note": SECRETS[1]}),
        SetStatus("live"),
        ShowPartner("CN-1", 0.7),
        AnswerPartner("CN-1", "not_for_me", "too_big"),
    ]
    event = db.do(receive, "telegram", "7", "1", SECRETS[0], name="Asha Rao")
    db.do(end_turn, event, "telegram:7", [Outbound("hi"), Outbound(SECRETS[3])], changes)
    db.do(mark_sent, [db.read(unsent, "telegram:7")[0].id])
    return db


def test_an_export_opens_everything(talked):
    record = talked.read(export, "P-1")
    talk = record["conversations"][0]
    assert [message["text"] for message in talk["messages"]] == [SECRETS[0], "hi", SECRETS[3]]
    assert [(consent["kind"], consent["given"]) for consent in talk["consents"]] == [("keep", True)]
    assert [(row["partner_id"], row["reason"]) for row in record["suggestions"]] == [("CN-1", "too_big")]
    assert record["contacts"][0]["name"] == "Asha Rao"
    assert record["introductions"][0]["state"] == "declined"
    assert record["facts"][0]["quote"] == "Chanderi House"


def test_erasure_leaves_no_trace(talked, raw):
    facet = talked.read(profile, "P-1").facets[0].id
    event = talked.do(receive, "telegram", "7", "2", "delete all")
    assert talked.do(end_turn, event, "telegram:7", [Outbound("gone")], [EraseCompany()])
    assert talked.read(profile, "P-1") is None
    assert index(talked)[-1] == ("drop", facet)
    assert [message.text for message in talked.read(unsent, "telegram:7")] == ["gone"]
    assert [message.text for message in talked.read(transcript, "telegram:7")] == ["gone"]
    left = talked.read(conversation, "telegram:7")
    assert (left.company_id, left.state, left.mode, left.consents) == (None, {}, "bot", {})
    assert (talked.read(seen, "P-1"), talked.read(refused, "CN-1"), talked.read(exposure)) == ({}, set(), {})
    stored = raw(talked)
    assert b"telegram:7" in stored
    assert [secret for secret in SECRETS if secret.encode() in stored] == []
    assert talked.do(receive, "telegram", "7", "1", SECRETS[0]) is None, "a handled message is not taken again"


def test_sealed_texts_are_erased_too(talked, raw):
    tokens = talked.read(lambda s: [e.body["sealed"] for e in s.exec(select(Event).where(Event.kind != "index"))])
    assert all(token.encode() in raw(talked) for token in tokens)
    assert talked.do(erase, "P-1")
    assert [token for token in tokens if token.encode() in raw(talked)] == []
    assert not talked.do(erase, "P-1")


def test_after_an_erasure_a_new_company_can_be_opened(talked):
    event = talked.do(receive, "telegram", "7", "2", "delete")
    talked.do(end_turn, event, "telegram:7", [], [EraseCompany(), OpenCompany("P-2", "IN", "en")])
    assert talked.read(profile, "P-2").facets == ()


def test_what_a_wechat_post_was_answered_is_erased_and_not_answered_anew(talked, raw):
    talked.do(receive, "wechat", "o1", "1", "你好")
    talked.do(lambda s: s.exec(update(Conversation).where(Conversation.id == "wechat:o1").values(company_id="P-1")))
    talked.do(posted, "m:wx:1", "wechat:o1", "picture")
    talked.do(keep_reply, "m:wx:1", "<xml>secret</xml>")
    tokens = talked.read(lambda s: [(row.sealed_reply, row.sealed_media) for row in s.exec(select(WechatPost))])
    assert talked.do(erase, "P-1")
    assert talked.do(posted, "m:wx:1", "wechat:o1") == Post(2, "")
    assert [token for token in tokens[0] if token.encode() in raw(talked)] == []
