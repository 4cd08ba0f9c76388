"""The database of the settings, opened without anything of matching."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot.config import Settings, SettingsError
from bot.errors import FailureError
from storage.canary import WrongKeyError
from storage.crypto import SealError, Vault, load_keys, new_key
from storage.db import Db, open_db


def open_store(settings: Settings) -> Db:
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        return open_db(settings.database, Vault(load_keys(settings.data, settings.secret_key.get_secret_value())))
    except OSError as error:
        raise SettingsError(f"PLAZA_DATA: {error}") from error
    except WrongKeyError as error:
        raise FailureError(str(error)) from error
    except SealError as error:
        raise SettingsError(f"PLAZA_SECRET_KEY: {error}") from error


@contextmanager
def throwaway(settings: Settings) -> Iterator[Settings]:
    """The same settings over an empty database that is gone afterwards."""
    with TemporaryDirectory(prefix="plaza-") as folder:
        fresh = {"database_url": f"sqlite:///{folder}/plaza.db", "chroma_url": "", "secret_key": SecretStr(new_key())}
        yield settings.model_copy(update=fresh)
