"""What a channel is to the rest of the bot."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple, Protocol

from handlers.message import Outbound


class Hint(NamedTuple):
    """What a channel suggests of those who write on it; anything they say wins."""

    country: str | None
    language: str | None


HINTS = {"telegram": Hint("IN", None), "wechat": Hint("CN", "zh"), "console": Hint(None, None)}


class LaterError(Exception):
    """Not now: the platform named a pause; the lane rests, and it does not count as a failure."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"in {seconds} s")
        self.wait = timedelta(seconds=seconds)


class HeldError(Exception):
    """Not before they write again: the lane rests until then, and nothing of it is lost."""


class UnreachableError(HeldError):
    """They blocked us, left, or are gone."""


class Channel(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def serves(self) -> str:
        """The conversation whose user is here; "telegram:" = all of a channel."""

    @property
    def moment(self) -> float:
        """Seconds in which several messages are taken as one."""

    async def send(self, user: str, batch: Sequence[Outbound]) -> int:
        """Deliver in order; how many were delivered. The rest is tried again later.

        Raises LaterError, HeldError or UnreachableError only where nothing of the batch was delivered.
        """
