"""What an account is set up with, and how long everything may take."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass

from bot.config import Settings, SettingsError


@dataclass(frozen=True)
class Credentials:
    """Safe mode alone: without its key there is no account."""

    app_id: str
    app_secret: str
    token: str
    aes_key: str
    aes_key_previous: str = ""
    api_url: str = "https://api.weixin.qq.com"
    account: str = ""
    """Our own id as messages name it (gh_…); "" = any."""

    def __post_init__(self) -> None:
        keys = filter(None, (self.aes_key, self.aes_key_previous))
        wrong = [name for name in ("app_id", "app_secret", "token", "aes_key") if not getattr(self, name)]
        wrong += ["aes_key" for key in keys if not _is_key(key)]
        if wrong:
            raise SettingsError("\n".join(f"PLAZA_WECHAT_{name.upper()}: is missing or wrong" for name in wrong))


@dataclass(frozen=True)
class Timing:
    """Seconds from the arrival of a delivery, but for the last five; the platform hangs up after five."""

    passive: float = 4.0
    """An answer that stands by then goes out with the request, where it could be pushed as well."""
    last: float = 4.5
    """Every reply is on its way by then."""
    hold: float = 8.0
    """A request without an answer is held so long: the platform repeats only what it saw fail."""
    look: float = 0.03
    """How often the store is asked whether answers stand."""
    typing: float = 1.0
    typing_again: float = 15.0
    after: float = 0.5
    """From an answer until what follows it is pushed, so that it comes second."""
    probe: float = 3600.0
    repeats: int = 3
    """Deliveries of a message that nobody answers."""


def _same(text: str) -> str:
    return text


@dataclass(frozen=True)
class Manner:
    """How this account speaks."""

    hold: bool = True
    """Let the platform repeat a message until its answer stands, where nothing can be pushed."""
    menus: bool = False
    label: bool = False
    """A model words what is said: each message tells so."""
    check: Callable[[str], str] = _same
    """Given every text before it is sent, for words that must not be."""


def credentials(settings: Settings, account: str) -> Credentials:
    return Credentials(
        settings.wechat_app_id,
        settings.wechat_app_secret.get_secret_value(),
        settings.wechat_token.get_secret_value(),
        settings.wechat_aes_key.get_secret_value(),
        settings.wechat_aes_key_previous.get_secret_value(),
        settings.wechat_api_url,
        account,
    )


def _is_key(key: str) -> bool:
    try:
        return len(key) == 43 and len(base64.b64decode(key + "=", validate=True)) == 32
    except (binascii.Error, ValueError):
        return False
