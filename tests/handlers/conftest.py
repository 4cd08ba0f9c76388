import pytest

from storage.db import open_db
from storage.tables import Company
from tests.fakes import Chat, FakeMatcher, ScriptedReader, fact, need, offer


@pytest.fixture
def db(tmp_path, vault):
    db = open_db(f"sqlite:///{tmp_path}/plaza.db", vault)
    yield db
    db.close()


@pytest.fixture
def partners(db):
    """Three live Chinese companies, by id."""
    ids = ["cn-a", "cn-b", "cn-c"]
    db.do(lambda session: session.add_all([Company(id=row, country="CN", status="live") for row in ids]))
    return ids


@pytest.fixture
def reader():
    reader = ScriptedReader()
    for intent in ("yes", "no", "skip", "back", "undo", "restart", "summary", "human", "cancel", "matches", "more"):
        reader.hears(intent, intent)
    for intent in ("why", "interested", "not_for_me", "pause", "resume", "delete", "export", "ask_price", "insult"):
        reader.hears(intent, intent)
    for number in range(1, 13):
        reader.hears(str(number), "choice", number=number)
    reader.hears("offer", "tell", facets=(offer("fraud analytics"),))
    reader.hears("need", "tell", facets=(need("data engineering"),))
    reader.hears("22", "tell", facts=(fact("headcount", 22),))
    reader.hears("24", "tell", facts=(fact("headcount", 24),))
    reader.hears("pune", "tell", facts=(fact("city", "Pune"), fact("country", "IN")))
    reader.hears("orbit", "tell", facts=(fact("name", "Orbit"),))
    reader.hears("30k", "tell", facts=(fact("budget", {"low": 30000, "high": 30000, "currency": None}),))
    return reader


@pytest.fixture
def chat(db, partners, reader):
    return Chat(db, FakeMatcher(partners), reader)


@pytest.fixture
def kept(chat):
    """A conversation in which both consents were given and nothing was told."""
    chat.say("hello")
    chat.tap("consent:keep:yes")
    chat.tap("consent:show_abroad:yes")
    return chat


@pytest.fixture
def live(kept):
    kept.say("offer")
    kept.say("need")
    kept.say("matches")
    kept.say("yes")
    return kept
