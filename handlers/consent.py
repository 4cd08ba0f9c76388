"""Consent comes first, in two separate choices; without the first nothing but the conversation is stored."""

from uuid import uuid4

from handlers import account
from handlers.core import Turn
from handlers.draft import to_changes, to_state
from handlers.interview import take_up
from handlers.message import Outcome
from handlers.told import after, read_back
from storage.changes import (
    AddFacet,
    Change,
    GiveConsent,
    OpenCompany,
    SetConversation,
    SetFact,
    SetStatus,
    WithdrawFacet,
    WithdrawFact,
)

CONTENT = (AddFacet, SetFact, WithdrawFacet, WithdrawFact)


def ask_keep(turn: Turn) -> Outcome:
    choices = [turn.choice("consent:keep:yes", "tap-keep"), turn.choice("consent:keep:no", "tap-no-keep")]
    choices += [turn.offer_intent("ask_data"), turn.offer_intent("human")]
    return turn.answer("consent-keep", choices) + Outcome(asking="consent")


def ask_abroad(turn: Turn) -> Outcome:
    choices = [
        turn.choice("consent:show_abroad:yes", "tap-abroad"),
        turn.choice("consent:show_abroad:no", "tap-not-abroad"),
    ]
    if turn.profile.facets:
        choices.append(turn.choice("show:preview", "tap-preview"))
    return turn.answer("consent-show_abroad", choices) + Outcome(asking="abroad")


def keep(turn: Turn, *, given: bool) -> Outcome:
    """To take the consent back once a company is kept is to have it deleted."""
    if turn.profile.id:
        return turn.answer("kept") + take_up(turn) if given else account.ask_delete(turn)
    return _record(turn, "keep", given=given) + (_keep(turn) if given else _declined(turn))


def show_abroad(turn: Turn, *, given: bool) -> Outcome:
    """A company that takes part is shown from now on, or no longer."""
    noted = _record(turn, "show_abroad", given=given) + turn.answer("abroad-yes" if given else "abroad-no")
    moved = (SetStatus(after(turn, noted).confirmed),) if turn.profile.active else ()
    return noted + Outcome(changes=moved)


def _record(turn: Turn, kind: str, *, given: bool) -> Outcome:
    wording = turn.core.words.version(f"consent-{kind}", turn.language)
    return Outcome(changes=(GiveConsent(kind, given, wording),))


def _keep(turn: Turn) -> Outcome:
    """Open the company with all that was said before."""
    company = OpenCompany(uuid4().hex[:12], turn.profile.country, turn.state.get("script") or turn.language)
    changes = (
        company,
        *to_changes(turn.profile),
        SetConversation(state={"draft": None, "undo": None, "declined": None}),
    )
    opened = turn.answer("kept") + read_back(turn, turn.profile) + Outcome(changes=changes)
    return opened + ask_abroad(after(turn, Outcome(changes=(company,))))


def _declined(turn: Turn) -> Outcome:
    taps = [turn.choice("consent:keep:yes", "tap-keep"), turn.offer_intent("human")]
    forget = SetConversation(state={"draft": None, "undo": None, "declined": True})
    return turn.answer("declined", taps) + Outcome(changes=(forget,), asking="consent")


def gate(turn: Turn, outcome: Outcome) -> Outcome:
    """Put what was told before the consent into the conversation's draft alone; after a "no", nowhere."""
    if turn.profile.id or any(isinstance(change, OpenCompany) for change in outcome.changes):
        return outcome
    content = [change for change in outcome.changes if isinstance(change, CONTENT)]
    others: tuple[Change, ...] = tuple(change for change in outcome.changes if not isinstance(change, CONTENT))
    if content and not turn.state.get("declined"):
        draft = to_state(after(turn, Outcome(changes=tuple(content))).profile)
        others = (*others, SetConversation(state={"draft": draft}))
    return Outcome(outcome.say, others, outcome.asking)
