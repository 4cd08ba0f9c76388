"""kill -9 at random moments: nothing is lost, nothing is done twice, the index and SQL agree."""

import json
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from storage.conversations import conversation, transcript
from storage.crypto import Vault, load_keys
from storage.db import Db, Session, open_db
from storage.lanes import backlog, dead_letters
from storage.tables import Facet
from tests.bot.conftest import company, write_jsonl

ROOT = Path(__file__).parents[2]
CHATS = 12


def start(command: str, folder: Path, *more: str) -> subprocess.Popen[str]:
    child = [sys.executable, str(Path(__file__).with_name("crashing.py")), command, str(folder), *more]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PLAZA_")}
    return subprocess.Popen(child, cwd=ROOT, env=env | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True)


def run(command: str, folder: Path) -> str:
    child = start(command, folder)
    told, _ = child.communicate(timeout=240)
    assert child.returncode == 0
    return told


def kill(command: str, folder: Path, longest: float) -> None:
    """Some time after it has begun to work."""
    child = start(command, folder)
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    time.sleep(random.uniform(0.05, longest))
    child.kill()
    child.communicate()


def opened(folder: Path) -> Db:
    return open_db(f"sqlite:///{folder}/plaza.db", Vault(load_keys(folder, "")))


def agree(folder: Path) -> None:
    held = json.loads(run("check", folder))
    assert held["sql"] == held["chroma"]
    assert held["sql"]


def chats_survive(folder: Path, kills: int, messages: int) -> None:
    feed = [(str(user), f"{user}-{n}", f"line {n} of {user}") for n in range(messages) for user in range(CHATS)]
    (folder / "feed.jsonl").write_text("".join(json.dumps(row) + "\n" for row in feed))
    for _ in range(kills):
        kill("chat", folder, 2.0)
    run("chat", folder)

    fed = defaultdict[str, list[str]](list)
    for user, _, text in feed:
        fed[user].append(text)
    db = opened(folder)
    assert db.read(dead_letters) == []
    assert db.read(backlog, "in") == db.read(backlog, "out") == 0
    for user, texts in fed.items():
        lane = f"telegram:{user}"
        lines = db.read(transcript, lane)
        assert [line.text for line in lines if line.kind == "in"] == texts
        assert [line.text for line in lines if line.kind == "out"] == texts
        assert db.read(conversation, lane).state["heard"] == texts
        assert db.read(offers, f"C-{user}") == texts
    db.close()
    sent = (folder / "sent.txt").read_text().splitlines()
    assert set(sent) == {f"{user} {text}" for user, _, text in feed}
    agree(folder)


def offers(session: Session, company_id: str) -> list[str]:
    return list(session.exec(select(Facet.text).where(Facet.company_id == company_id).order_by(Facet.id)))


def loads_survive(folder: Path, kills: int) -> None:
    """Whatever was killed, the store is that of one whole file."""
    editions = [edition(number) for number in range(kills + 1)]
    write_jsonl(folder / "companies.jsonl", editions[0])
    run("load", folder)
    was = editions[0]
    for now in editions[1:]:
        write_jsonl(folder / "companies.jsonl", now)
        kill("load", folder, 1.5)
        held = stored(folder)
        assert held in (texts(was), texts(now))
        was = now if held == texts(now) else was
    run("load", folder)
    assert stored(folder) == texts(editions[-1])
    agree(folder)


def edition(number: int) -> list[dict[str, Any]]:
    """400 companies; in each edition every offer has another text, so that all of it changes."""
    rows = [company(n, "IN" if n % 2 else "CN") for n in range(400)]
    return [row | {"offers": [{**row["offers"][0], "text": f"towels of edition {number}"}]} for row in rows]


def texts(rows: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(facet["id"], facet["text"]) for row in rows for side in ("offers", "needs") for facet in row[side]}


def stored(folder: Path) -> set[tuple[str, str]]:
    db = opened(folder)
    found = db.read(lambda session: session.exec(select(Facet.ref, Facet.text).where(Facet.withdrawn.is_(None))).all())
    db.close()
    assert len(found) == len(set(found))
    return set(found)


def test_chats_survive_three_kills(tmp_path: Path) -> None:
    chats_survive(tmp_path, 3, 15)


def test_loads_survive_three_kills(tmp_path: Path) -> None:
    loads_survive(tmp_path, 3)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_chats_survive_25_kills(tmp_path: Path) -> None:
    chats_survive(tmp_path, 25, 150)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_loads_survive_25_kills(tmp_path: Path) -> None:
    loads_survive(tmp_path, 25)
