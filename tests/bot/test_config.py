from pathlib import Path

import pytest

from bot.config import SettingsError, read_settings

AES_KEY = "a" * 43


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_settings_everything_is_embedded() -> None:
    settings = read_settings()
    assert settings.data == Path("data")
    assert settings.database == f"sqlite:///{Path.cwd()}/data/plaza.db"
    assert (settings.embeddings, settings.model, settings.port) == ("embedded", "", 8080)


def test_the_command_line_wins_over_the_environment_and_that_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("PLAZA_DATA=/file\nPLAZA_HOST=file\nPLAZA_PORT=1\nOTHER=x\n")
    monkeypatch.setenv("PLAZA_HOST", "environment")
    monkeypatch.setenv("PLAZA_DATA", "/environment")
    settings = read_settings(data=Path("/given"))
    assert (settings.data, settings.host, settings.port) == (Path("/given"), "environment", 1)


def test_an_empty_value_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAZA_PORT", "")
    monkeypatch.setenv("PLAZA_DATA", "")
    assert (read_settings().port, read_settings().data) == (8080, Path("data"))


def test_every_wrong_value_is_named_at_once_and_none_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"PORT": "99999", "SECRET_KEY": "hunter2", "DATABASE_URL": "mysql://hunter2", "WECHAT_AES_KEY": "hunter2"}
    for name, value in wrong.items():
        monkeypatch.setenv(f"PLAZA_{name}", value)
    with pytest.raises(SettingsError) as told:
        read_settings()
    lines = str(told.value).splitlines()
    named = {line.partition(":")[0].removeprefix("PLAZA_") for line in lines}
    assert named == {*wrong, "WECHAT_APP_ID", "WECHAT_APP_SECRET", "WECHAT_TOKEN"}
    assert "hunter2" not in str(told.value)


def test_a_webhook_needs_its_secret_and_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAZA_TELEGRAM_TOKEN", "1:x")
    assert read_settings().telegram_mode == "polling"
    monkeypatch.setenv("PLAZA_TELEGRAM_MODE", "webhook")
    with pytest.raises(SettingsError, match=r"(?s)PLAZA_PUBLIC_URL.*PLAZA_TELEGRAM_SECRET"):
        read_settings()


def test_secrets_do_not_show_when_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAZA_MODEL_KEY", "hunter2")
    assert "hunter2" not in repr(read_settings())
