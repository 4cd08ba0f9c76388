import pytest
from sqlmodel import SQLModel, select

from storage.canary import WrongKeyError
from storage.changes import GiveConsent, OpenCompany, SetConversation, SetFact
from storage.companies import profile
from storage.conversations import conversation, end_turn, receive, transcript
from storage.crypto import SealError, Vault, load_keys, new_key
from storage.db import open_db
from storage.export import export
from storage.rotate import SEALED, rotate
from storage.tables import Event


def test_old_keys_open_and_the_newest_seals():
    old, new = new_key(), new_key()
    token = Vault([old]).seal("二十来个人")
    assert Vault([new, old]).open(token) == "二十来个人"
    assert Vault([new]).open(Vault([new, old]).seal("x")) == "x"
    with pytest.raises(SealError):
        Vault([new]).open(token)


@pytest.mark.parametrize("keys", [[], ["secret"], ["ä" * 44]])
def test_what_is_no_key_is_refused(keys):
    with pytest.raises(SealError):
        Vault(keys)


def test_the_first_start_makes_a_key_file_for_its_owner_alone(tmp_path):
    keys = load_keys(tmp_path / "data", "")
    file = tmp_path / "data" / "secret.key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert load_keys(tmp_path / "data", "") == keys
    assert [path.name for path in file.parent.iterdir()] == ["secret.key"]
    Vault(keys)


def test_keys_of_the_setting_win(tmp_path):
    assert load_keys(tmp_path, "one, two\nthree") == ["one", "two", "three"]
    assert list(tmp_path.iterdir()) == []


def talk(db):
    event = db.do(receive, "telegram", "7", "1", "we are 31 people", name="Asha Rao")
    draft = SetConversation(state={"draft": {"facets": [["offer", "weaving", "we weave silk"]]}, "asking": "need"})
    company = [OpenCompany("P-1", "IN", "en"), SetFact("headcount", 31, "31 people")]
    changes = [*company, GiveConsent("keep", True, "v1"), draft]
    assert db.do(end_turn, event, "telegram:7", [], changes)


def test_after_a_rotation_the_old_key_can_go(db_url):
    old, new = new_key(), new_key()
    for keys, act in (([old], talk), ([new, old], lambda db: db.do(rotate))):
        opened = open_db(db_url, Vault(keys))
        done = act(opened)
        opened.close()
    assert done == 5, "the canary, a contact, a conversation's state, a fact and a message"
    opened = open_db(db_url, Vault([new]))
    assert opened.read(profile, "P-1").fact("headcount").quote == "31 people"
    assert opened.read(transcript, "telegram:7")[0].text == "we are 31 people"
    assert opened.read(conversation, "telegram:7").state["asking"] == "need"
    assert opened.read(export, "P-1")["contacts"] == [{"conversation_id": "telegram:7", "name": "Asha Rao"}]
    opened.close()


def test_no_message_text_stands_in_the_database(db, raw):
    talk(db)
    stored = raw(db)
    assert b"telegram:7" in stored, "the look into the raw database works"
    for secret in ("we are 31 people", "31 people", "Asha Rao", "Asha", "we weave silk", "asking"):
        assert secret.encode() not in stored
    assert db.read(lambda session: session.exec(select(Event)).one().body.keys()) == {"sealed"}
    assert db.read(conversation, "telegram:7").state["draft"]["facets"] == [["offer", "weaving", "we weave silk"]]


def test_a_key_that_does_not_fit_the_database_is_told_when_it_is_opened(db_url):
    right, wrong = new_key(), new_key()
    open_db(db_url, Vault([right])).close()
    with pytest.raises(WrongKeyError, match=r"PLAZA_SECRET_KEY.*secret\.key"):
        open_db(db_url, Vault([wrong]))
    open_db(db_url, Vault([wrong, right])).close()


def test_no_sealed_column_is_forgotten():
    """Tables of a later day, too, must be named where everything is sealed anew."""
    named = {(table.__tablename__, column) for table, column in SEALED}
    tables = SQLModel.metadata.tables.values()
    assert named == {(t.name, c.name) for t in tables for c in t.columns if c.name.startswith("sealed")}
