"""Fakes that implement the ports: a matcher with fixed answers, and a chat that plays turns over a real database."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from handlers.core import Core, Reader
from handlers.message import Inbound, Outbound
from handlers.turn import take_turn
from prompts.reading.reading import FactKind, HeardFacet, HeardFact, Intent, Language, Reading
from prompts.words import Words
from storage.companies import Profile
from storage.companies import profile as stored_profile
from storage.conversations import ConversationView, conversation, end_turn, receive, received
from storage.db import Db
from storage.lanes import next_events

COUNTRY = {"telegram": "IN", "wechat": "CN"}


@dataclass(frozen=True)
class FakeMatch:
    partner_id: str
    score: float


@dataclass(frozen=True)
class FakeEmptiness:
    seekers: int = 0
    advice: str | None = None
    arguments: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class FakeSuggestions:
    matches: tuple[FakeMatch, ...]
    empty: FakeEmptiness | None


class FakeMatcher:
    """Suggests the partners it was given, best first; the next question is the first that is open."""

    def __init__(self, partners: Sequence[str] = (), seekers: int = 0) -> None:
        self.partners, self.seekers = list(partners), seekers

    def suggest(self, company_id: str, limit: int) -> FakeSuggestions:
        others = [partner for partner in self.partners if partner != company_id][:limit]
        matches = tuple(FakeMatch(partner, 1 - rank / 10) for rank, partner in enumerate(others))
        return FakeSuggestions(matches, None if matches else FakeEmptiness(self.seekers))

    def match(self, company_id: str, partner_id: str) -> FakeMatch | None:
        return FakeMatch(partner_id, 0.9) if partner_id in self.partners else None

    def next_question(self, profile: Profile, open_questions: Sequence[str]) -> str | None:
        return open_questions[0]

    def reason(self, match: FakeMatch, language: str) -> str:
        return f"[reason {match.partner_id} {language}]"

    def two_sided(self, match: FakeMatch, language: str) -> str:
        return f"[both {match.partner_id} {language}]"

    def why(self, match: FakeMatch, language: str) -> str:
        return f"[why {match.partner_id} {language}]"

    def nameless(self, company_id: str, language: str) -> str:
        return f"[nameless {language}]"


class Chat:
    """One contact who writes; every turn is received, decided and written as in life."""

    def __init__(self, db: Db, matcher: FakeMatcher, read: Reader, channel: str = "telegram", user: str = "42") -> None:
        self.db, self.channel, self.user = db, channel, user
        self.day = date(2026, 11, 23)
        self.core = Core(db, matcher, Words(), read, lambda: self.day)
        self.keys = count(1)
        self.said: tuple[Outbound, ...] = ()

    def say(self, text: str = "", choice: str | None = None) -> str:
        """What the bot answers to this contact, its choices as lines below; "" = it stays silent."""
        country = COUNTRY.get(self.channel)
        key = str(next(self.keys))
        event = self.db.do(receive, self.channel, self.user, key, text, choice=choice, country=country)
        assert event is not None
        inbound = Inbound(self.channel, self.user, key, text, choice, country=country)
        outcome = asyncio.run(take_turn(self.core, self.view, inbound))
        assert self.db.do(end_turn, event, self.view.id, outcome.say, outcome.changes)
        self.said = outcome.say
        return "\n".join(line for said in outcome.say if said.to is None for line in (said.text, *labels(said)))

    def hear_news(self) -> str:
        """What the bot says of itself, with its choices, when the news that wait here are taken; "" = nothing."""
        told = tuple[Outbound, ...]()
        for work in self.db.do(next_events, self.view.id, "chat", 9):
            news = self.db.do(received, work.id)
            assert news is not None
            inbound = Inbound(self.channel, self.user, news.key, news.text, news.choice)
            outcome = asyncio.run(take_turn(self.core, self.view, inbound))
            assert self.db.do(end_turn, work.id, self.view.id, outcome.say, outcome.changes)
            told += outcome.say
        self.said = told or self.said
        return "\n".join(line for said in told for line in (said.text, *labels(said)))

    def tap(self, label: str) -> str:
        """Press the button with this label, or whose value is this."""
        found = [c.value for said in self.said for c in said.choices if label in (c.label, c.value)]
        assert found, f"no button {label} in {self.said}"
        return self.say(label, found[0])

    def pass_days(self, days: int) -> None:
        self.day += timedelta(days=days)

    @property
    def view(self) -> ConversationView:
        return self.db.do(conversation, f"{self.channel}:{self.user}")

    @property
    def profile(self) -> Profile | None:
        return self.db.do(stored_profile, self.view.company_id) if self.view.company_id else None


def labels(said: Outbound) -> list[str]:
    return [f"[{choice.label}]" for choice in said.choices]


class ScriptedReader:
    """Understands what it was told it would hear, and nothing else."""

    def __init__(self) -> None:
        self.script: dict[str, Reading] = {}
        self.asked: list[str | None] = []

    def hears(self, text: str, *intents: Intent, **understood: Any) -> str:
        self.script[text] = Reading(text, understood.pop("language", "en"), intents, **understood)
        return text

    def __call__(
        self, text: str, *, asked: str | None = None, language: Language | None = None, country: str | None = None
    ) -> Reading:
        self.asked.append(asked)
        return self.script.get(text) or Reading(text, language or "en")


def offer(text: str) -> HeardFacet:
    return HeardFacet("offer", text, text)


def need(text: str) -> HeardFacet:
    return HeardFacet("need", text, text)


def fact(kind: FactKind, value: Any) -> HeardFact:
    return HeardFact(kind, value, str(value))
