"""Replicas that are killed under load: every message answered, in order, none lost; what is sent twice is counted."""

import random
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from threading import Thread

import pytest

from storage.conversations import receive, transcript
from storage.crypto import Vault, load_keys
from storage.db import Db, open_db
from storage.lanes import backlog, dead_letters
from tests.bot.test_crash import start

USERS = 10
LEASED = 15.0  # seconds until the lanes of a replica that died are free


class Replicas:
    """Processes over one database, any of which may die; each is begun again."""

    def __init__(self, folder: Path, url: str, number: int) -> None:
        self._begin: Callable[[int], Popen[str]] = lambda name: start("serve", folder, url, f"replica {name}")
        self._children = [self._begin(name) for name in range(number)]
        for child in self._children:
            assert child.stdout
            assert child.stdout.readline() == "ready\n"

    def kill_one(self) -> None:
        name = random.randrange(len(self._children))
        self._children[name].kill()
        self._children[name].communicate()
        self._children[name] = self._begin(name)

    def end(self) -> None:
        for child in self._children:
            child.kill()
            child.communicate()


def survive(folder: Path, url: str, replicas: int, kills: int) -> int:
    """How many messages were sent twice: killed between the platform's yes and our commit, which nobody can close."""
    db = open_db(url, Vault(load_keys(folder, "")))
    said = [(f"{user}", f"line {number} of {user}") for number in range(4 * kills) for user in range(USERS)]
    serving = Replicas(folder, url, replicas)
    try:
        feeding = Thread(target=feed, args=(db, said, 0.25 / USERS))
        feeding.start()
        for _ in range(kills):
            time.sleep(random.uniform(0.3, 1.2))
            serving.kill_one()
        feeding.join()
        empty(db)
        told(db, said)
        sent = (folder / "sent.txt").read_text().splitlines()
    finally:
        serving.end()
        db.close()
    assert set(sent) == {" ".join(line) for line in said}
    first = list(dict.fromkeys(sent))
    for user in {user for user, _ in said}:
        assert [line for line in first if line.startswith(f"{user} ")] == [" ".join(x) for x in said if x[0] == user]
    return len(sent) - len(first)


def feed(db: Db, said: list[tuple[str, str]], pause: float) -> None:
    """As a webhook does: stored, then acknowledged; now and then the platform delivers again."""
    for number, (user, text) in enumerate(said):
        for _ in range(random.choice((1, 1, 1, 2))):
            db.do(receive, "telegram", user, str(number), text)
        time.sleep(pause)


def empty(db: Db) -> None:
    ended = time.monotonic() + 4 * LEASED
    while db.read(backlog, "in") or db.read(backlog, "out"):
        assert time.monotonic() < ended
        time.sleep(0.2)


def told(db: Db, said: list[tuple[str, str]]) -> None:
    assert db.read(dead_letters) == []
    expected = defaultdict[str, list[str]](list)
    for user, text in said:
        expected[user].append(text)
    for user, texts in expected.items():
        lines = db.read(transcript, f"telegram:{user}")
        assert [line.text for line in lines if line.kind == "in"] == texts
        assert [line.text for line in lines if line.kind == "out"] == texts


REPLICAS = {"sqlite": 1, "postgresql": 2}


def test_ten_kills_lose_nothing(db_url: str, tmp_path: Path) -> None:
    doubled = survive(tmp_path, db_url, REPLICAS[db_url.partition(":")[0].partition("+")[0]], 10)
    assert doubled <= 20


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_hundred_kills_lose_nothing(db_url: str, tmp_path: Path) -> None:
    doubled = survive(tmp_path, db_url, REPLICAS[db_url.partition(":")[0].partition("+")[0]], 100)
    print(f"{db_url.partition(':')[0]}: {doubled} sent twice")
    assert doubled <= 200
