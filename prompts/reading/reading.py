"""The nouns of understanding: what was read in one message, each thing with the words it rests on."""

from dataclasses import dataclass, field
from typing import Any, Literal

Side = Literal["offer", "need"]
Language = Literal["en", "zh", "hi"]

FactKind = Literal[
    "name",  # str, as written
    "city",  # str, as written
    "country",  # "IN" | "CN"
    "headcount",  # int
    "customers",  # {"count": int | None, "text": str}: live customers
    "certificate",  # {"name": str, "state": "held" | "applying" | "not_held"}
    "payer",  # "they_pay" | "we_pay" | "both" | "none"
    "budget",  # {"low": float, "high": float, "currency": "INR" | "CNY" | "USD" | ... | None}
    "start",  # {"text": str, "date": ISO date or None}
    "data_place",  # "on_site" | "remote" | "masked" | "may_leave" | "no_data", a sorted list of them
    "partnership",  # "project" | "joint" | "agency" | "supply" | "investment" | "space" | "other"
    "exclusion",  # str: what or whom they do not want, as written
    "requirement",  # str: what the other side must have, as written
]

Intent = Literal[
    "tell",  # gives facts or facets
    "yes",
    "no",
    "skip",
    "back",
    "restart",
    "summary",
    "edit",  # Reading.number is the line of the summary, if one was said
    "undo",
    "human",
    "cancel",
    "language",  # Reading.language_wish
    "matches",
    "more",
    "why",  # Reading.number: which suggestion
    "interested",
    "not_for_me",
    "pause",
    "resume",
    "delete",
    "export",
    "help",
    "ask_data",
    "ask_price",
    "ask_wechat",
    "ask_who",
    "ask_length",
    "ask_other",  # a question that no answer is kept for
    "thanks",
    "greeting",
    "small_talk",
    "insult",
    "order",  # tries to give the bot or the ranking orders
    "other_language",
    "empty",  # emoji, a sticker, punctuation
    "choice",  # a bare number or letter: Reading.number
]


@dataclass(frozen=True)
class HeardFacet:
    """One offer or one need: `text` is the capability alone, a verbatim part of `quote`, itself part of the message."""

    side: Side
    text: str
    quote: str
    broad: bool = False
    """Only the trade was named ("we are in tea", 做餐饮的): it gives way to any closer offer of the same side."""


@dataclass(frozen=True)
class HeardFact:
    """Anything else stated; `value` has the shape that FactKind tells."""

    kind: FactKind
    value: Any
    quote: str
    corrects: bool = False
    """True when the user says so ("make that 31, not 13"); a plain restatement is told by the profile."""
    inferred: bool = False
    """Only implied (a city inside the company's name, a country by its city): fills a gap, never replaces."""


@dataclass(frozen=True)
class Reading:
    """What was understood of a turn; empty parts mean that nothing was said about them."""

    text: str
    language: Language
    intents: tuple[Intent, ...] = ()
    facets: tuple[HeardFacet, ...] = ()
    facts: tuple[HeardFact, ...] = ()
    denied: tuple[HeardFacet, ...] = ()
    """Offers or needs that the user takes back or says not to have ("we don't do hardware")."""
    number: int | None = None
    """The number of a choice, a summary line or a suggestion."""
    language_wish: Language | None = None
    asides: tuple[str, ...] = field(default=())
    """Parts of the message that nothing was read from."""

    def has(self, *intents: Intent) -> bool:
        return any(intent in self.intents for intent in intents)
