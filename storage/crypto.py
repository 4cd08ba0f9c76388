"""Sealing of message texts, quotes and contacts, with keys that can be changed."""

import os
import re
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class SealError(Exception):
    """A key that is no key, or a sealed text that none of the keys opens."""


class Vault:
    """Seals with the newest key (the first) and opens with any."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise SealError("no secret key is given")
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError as error:
            raise SealError("a secret key must be 32 bytes in url-safe base64") from error

    def seal(self, text: str) -> str:
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, token: str) -> str:
        try:
            return self._fernet.decrypt(token).decode()
        except InvalidToken as error:
            raise SealError("none of the secret keys opens this text") from error

    def reseal(self, token: str) -> str:
        """Seal anew with the newest key."""
        return self.seal(self.open(token))


def new_key() -> str:
    return Fernet.generate_key().decode()


def load_keys(data: Path, setting: str) -> list[str]:
    """Take the keys of the setting (split by commas or blanks), else of the key file, which the first start makes."""
    if not setting.strip():
        path = data / "secret.key"
        if not path.exists():
            _make_key_file(path)
        setting = path.read_text()
    return [key for key in re.split(r"[,\s]+", setting) if key]


def _make_key_file(path: Path) -> None:
    """Make it appear whole, readable by its owner alone; of two processes that start together the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent)  # mode 0600
    with os.fdopen(handle, "w") as file:
        file.write(new_key() + "\n")
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    Path(draft).unlink()
