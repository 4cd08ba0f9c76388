"""What every handler is given: the ports it works with, and the turn it decides."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from handlers.message import Choice, Inbound, Outbound, Outcome
from prompts.reading.reading import Language, Reading
from prompts.words import Words
from storage.companies import Profile
from storage.conversations import ConversationView
from storage.db import Db


class Match(Protocol):
    """A need and an offer across the border; `partner_id` is the other company."""

    @property
    def partner_id(self) -> str: ...
    @property
    def score(self) -> float: ...


class Emptiness(Protocol):
    """Why nobody is shown: how many look for what the company offers, and a words key that says what would help."""

    @property
    def seekers(self) -> int: ...
    @property
    def advice(self) -> str | None: ...
    @property
    def arguments(self) -> Mapping[str, str | int]: ...


class Suggestions(Protocol):
    @property
    def matches(self) -> Sequence[Match]: ...
    @property
    def empty(self) -> Emptiness | None: ...


class Matcher(Protocol):
    """Retrieval, as the conversation sees it."""

    def suggest(self, company_id: str, limit: int) -> Suggestions: ...
    def match(self, company_id: str, partner_id: str) -> Match | None:
        """Score a pair as it stands now, also one shown before; None = one of them is no longer there."""

    def next_question(self, profile: Profile, open_questions: Sequence[str]) -> str | None: ...
    def reason(self, match: Any, language: str) -> str: ...
    def two_sided(self, match: Any, language: str) -> str: ...
    def why(self, match: Any, language: str) -> str: ...
    def nameless(self, company_id: str, language: str) -> str: ...


class Reader(Protocol):
    def __call__(
        self, text: str, *, asked: str | None = None, language: Language | None = None, country: str | None = None
    ) -> Reading: ...


@dataclass(frozen=True)
class Core:
    db: Db
    matcher: Matcher
    words: Words
    read: Reader
    today: Callable[[], date]


@dataclass(frozen=True)
class Turn:
    """One inbound message with all that is known when it is decided."""

    core: Core
    conversation: ConversationView
    inbound: Inbound
    language: Language
    profile: Profile
    """The stored company, or the draft that waits for the consent to keep it."""
    state: Mapping[str, Any]
    consents: Mapping[str, bool]
    reading: Reading

    @property
    def confirmed(self) -> str:
        """The status of a company once it is confirmed: without the second consent it is never shown."""
        return "live" if self.consents.get("show_abroad") else "quiet"

    def say(self, key: str, **values: str | float) -> str:
        return self.core.words.say(key, self.language, **values)

    def answer(self, key: str, choices: Sequence[Choice] = (), **values: str | float) -> Outcome:
        return Outcome((Outbound(self.say(key, **values), tuple(choices)),))

    def choice(self, value: str, key: str, **values: str | float) -> Choice:
        return Choice(value, self.say(key, **values))

    def offer_intent(self, intent: str) -> Choice:
        """Make a button that does what the words of that intent would do."""
        return Choice(f"do:{intent}", self.say(f"tap-{intent}"))

    def speaking(self, language: Language) -> "Turn":
        return replace(self, language=language)
