"""Plays every transcript of this folder over a real database with the real reader.

A turn says or taps something, after some days if told so. A line of `expect` is a key of the catalogues
("key:ask-need", in the language that is spoken then) or a fragment; `silent` = the bot says nothing.
[profile] is what is known at the end.
"""

import tomllib
from pathlib import Path

import pytest

from handlers.profile import understood
from prompts.reading import read
from prompts.words import Words
from storage.db import open_db
from storage.tables import Company
from tests.fakes import Chat, FakeMatcher

DIALOGUES = sorted(Path(__file__).parent.glob("*.toml"))
OTHERS = {"IN": ("in-a", "in-b", "in-c"), "CN": ("cn-a", "cn-b", "cn-c")}
SAY = Words().say


@pytest.fixture
def db(tmp_path, vault):
    db = open_db(f"sqlite:///{tmp_path}/plaza.db", vault)
    yield db
    db.close()


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_dialogue(path, db):
    dialogue = tomllib.loads(path.read_text(encoding="utf-8"))
    partners = OTHERS["IN" if dialogue["channel"] == "wechat" else "CN"]
    country = "IN" if dialogue["channel"] == "wechat" else "CN"
    db.do(lambda session: session.add_all([Company(id=row, country=country, status="live") for row in partners]))
    chat = Chat(db, FakeMatcher(partners), read, dialogue["channel"])
    for number, turn in enumerate(dialogue["turn"], 1):
        chat.pass_days(turn.get("days", 0))
        answer = chat.tap(turn["tap"]) if "tap" in turn else chat.say(turn["say"])
        assert turn.get("silent", False) == (answer == ""), f"turn {number}: {answer}"
        for line in turn.get("expect", ()):
            assert meant(line, chat.view.language) in answer, f"turn {number}: {line!r} not in\n{answer}"
        for line in turn.get("avoid", ()):
            assert meant(line, chat.view.language) not in answer, f"turn {number}: {line!r} in\n{answer}"
    known(chat, dialogue.get("profile", {}))


def meant(line, language):
    return SAY(line.removeprefix("key:"), language) if line.startswith("key:") else line


def known(chat, expected):
    told = understood(chat.view, chat.profile) | {
        "status": chat.profile.status if chat.profile else None,
        "language": chat.view.language,
        "wants_human": chat.view.wants_human,
        "mode": chat.view.mode,
    }
    for field, value in expected.items():
        if field in {"offers", "needs"}:
            assert len(told[field]) == len(value), f"{field}: {told[field]}"
            assert all(any(part in text for text in told[field]) for part in value), f"{field}: {told[field]}"
        elif field == "facts":
            facts = {kind: chat.profile.fact(kind) for kind in value}
            assert {kind: fact.value if fact else None for kind, fact in facts.items()} == value
        else:
            assert told[field] == value, f"{field}: {told[field]}"
