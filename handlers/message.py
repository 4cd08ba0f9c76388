"""The nouns of a turn: what comes in, what goes out, and what a handler decided."""

from dataclasses import dataclass
from typing import Literal

from storage.changes import Change

Mode = Literal["bot", "waiting", "staff"]


@dataclass(frozen=True)
class Inbound:
    """One message (or a burst taken as one) of one contact."""

    channel: str
    user: str
    key: str
    """The platform's id of the message: the same key is never answered twice."""
    text: str
    choice: str | None = None
    """The value of a tapped button; typed numbers are resolved against the last choices by the turn."""
    name: str | None = None
    country: str | None = None
    """What the channel suggests (telegram: IN, wechat: CN); anything the user says wins."""
    language: str | None = None

    @property
    def conversation(self) -> str:
        return f"{self.channel}:{self.user}"


@dataclass(frozen=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True)
class Outbound:
    """One message to send; channels without buttons number the choices."""

    text: str
    choices: tuple[Choice, ...] = ()
    to: str | None = None
    """Another conversation's id; None = the one that is being answered."""


@dataclass(frozen=True)
class Outcome:
    """What a handler decided; only storage.conversations.end_turn writes it."""

    say: tuple[Outbound, ...] = ()
    changes: tuple[Change, ...] = ()
    asking: str | None = None
    """The question that is open after this turn (handlers/questions.py), None = unchanged."""

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.say + other.say, self.changes + other.changes, other.asking or self.asking)
