"""What a turn may change, as data: handlers decide, storage.conversations.end_turn writes it in one transaction."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class OpenCompany:
    """Make the company of this conversation (once)."""

    id: str
    country: str | None
    language: str


@dataclass(frozen=True)
class AddFacet:
    side: str
    text: str
    source: str


@dataclass(frozen=True)
class WithdrawFacet:
    id: int


@dataclass(frozen=True)
class SetFact:
    """A statement; replaces the standing facts with the ids given."""

    kind: str
    value: Any
    quote: str
    replaces: tuple[int, ...] = ()
    by: str = "user"


@dataclass(frozen=True)
class WithdrawFact:
    id: int


@dataclass(frozen=True)
class RestoreRows:
    """Undo: bring back withdrawn facts and facets, and withdraw those that had replaced them."""

    facts: tuple[int, ...] = ()
    facets: tuple[int, ...] = ()


@dataclass(frozen=True)
class GiveConsent:
    kind: str
    given: bool
    wording: str


@dataclass(frozen=True)
class SetStatus:
    status: str


@dataclass(frozen=True)
class SetConversation:
    """Conversation fields that change; None = unchanged. `state` is merged key by key, a None value removes the key."""

    language: str | None = None
    mode: str | None = None
    wants_human: bool | None = None
    state: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ShowPartner:
    partner_id: str
    score: float


@dataclass(frozen=True)
class AskPartner:
    """Show a partner that already wants this company; taken again if it no longer does."""

    partner_id: str
    score: float


@dataclass(frozen=True)
class TellPartner:
    """Let each conversation of the partner take a turn on this news, once; what is said there is decided there."""

    partner_id: str
    news: str  # wanted | mutual


@dataclass(frozen=True)
class AnswerPartner:
    """The reader's answer to a suggestion; a second "interested" makes the pair mutual.

    `expects` is the state that the turn's words tell of; if the partner's answer came in between, it is taken again.
    """

    partner_id: str
    answer: str  # interested | not_for_me
    reason: str | None = None
    expects: str | None = None


@dataclass(frozen=True)
class EraseCompany:
    """Everything of the company and its contact goes, here and (by an index event) in Chroma."""


Change = (
    OpenCompany
    | AddFacet
    | WithdrawFacet
    | SetFact
    | WithdrawFact
    | RestoreRows
    | GiveConsent
    | SetStatus
    | SetConversation
    | ShowPartner
    | AskPartner
    | TellPartner
    | AnswerPartner
    | EraseCompany
)
