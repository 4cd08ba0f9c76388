"""`plaza check` on a whole and on a broken installation."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.check import Finding, findings
from bot.config import Settings
from storage.crypto import new_key
from tests.bot.test_server import FakeMessenger


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, embeddings="embedded-light")


def look(settings: Settings, *messengers: FakeMessenger) -> dict[str, Finding]:
    return {finding.part: finding for finding in findings(settings, messengers)}


def test_an_empty_folder_is_in_order(settings: Settings) -> None:
    found = look(settings)
    assert all(finding.works for finding in found.values())
    assert list(found) == ["database", "embeddings", "index", "telegram", "wechat"]


def test_a_key_that_does_not_fit_is_told_with_its_setting(settings: Settings) -> None:
    look(settings)
    found = look(settings.model_copy(update={"secret_key": SecretStr(new_key())}))["database"]
    assert (found.works, "PLAZA_SECRET_KEY" in found.told) == (False, True)


def test_a_database_that_is_away_is_told_without_its_password(settings: Settings) -> None:
    url = "postgresql+psycopg://plaza:hidden@127.0.0.1:9/plaza"
    found = look(settings.model_copy(update={"database_url": url}))["database"]
    assert (found.works, "PLAZA_DATABASE_URL" in found.told, "hidden" in found.told) == (False, True, False)


def test_wrong_embeddings_are_told_with_their_setting(settings: Settings) -> None:
    found = look(settings.model_copy(update={"embeddings": "nothing"}))
    assert [part for part, finding in found.items() if not finding.works] == ["embeddings", "index"]
    assert "PLAZA_EMBEDDINGS" in found["embeddings"].told


def test_a_damaged_index_is_told_with_its_cure(settings: Settings) -> None:
    (settings.data / "index").mkdir()
    (settings.data / "index" / "current").write_text("gen-7")
    found = look(settings)["index"]
    assert (found.works, "plaza reindex" in found.told) == (False, True)


def test_a_channel_tells_its_own_trouble(settings: Settings) -> None:
    messenger = FakeMessenger()
    messenger.trouble = "the token is wrong: see PLAZA_TELEGRAM_TOKEN"
    assert look(settings, messenger)["telegram"].told == messenger.trouble
