"""What a message told: merged into the profile, read back in a line, old > new where something changed, with undo."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.core import Turn
from handlers.draft import blank, to_state
from handlers.merge import applied, merge
from handlers.message import Outbound, Outcome
from handlers.plain import plain
from handlers.questions import BY_ID, QUESTIONS, Question
from handlers.wording import facets, facts, shown, value
from storage.changes import (
    AddFacet,
    Change,
    EraseCompany,
    GiveConsent,
    OpenCompany,
    RestoreRows,
    SetConversation,
    SetFact,
    SetStatus,
    WithdrawFacet,
    WithdrawFact,
)
from storage.companies import Profile


def take_in(turn: Turn) -> Outcome:
    """Decide the changes and their read-back; nothing said = nothing happens."""
    editing = _edited(turn)
    changes = merge(turn.profile, turn.reading, editing.side if editing else None)
    if not changes:
        return Outcome()
    text = "\n".join([*_new(turn, changes), *_changed(turn, changes), *_gone(turn, changes)])
    state = SetConversation(state={"undo": _undo(turn, changes), "misses": None, "editing": None})
    tap = [] if all(_adds(change) for change in changes) else [turn.offer_intent("undo")]
    return Outcome((Outbound(text, tuple(tap)),) if text else (), (*changes, state))


def _edited(turn: Turn) -> Question | None:
    """Find the question that is being answered anew, opened before or named just now ("change 2 to …")."""
    number = turn.reading.number
    if turn.reading.has("edit") and number and 0 < number <= len(QUESTIONS):
        return QUESTIONS[number - 1]
    return BY_ID.get(turn.state.get("editing") or "")


def after(turn: Turn, outcome: Outcome) -> Turn:
    """See the turn as if what was decided so far were written."""
    state, consents, profile = dict(turn.state), dict(turn.consents), applied(turn.profile, outcome.changes)
    conversation = turn.conversation
    for change in outcome.changes:
        match change:
            case SetConversation():
                state |= change.state
                conversation = replace(conversation, mode=change.mode or conversation.mode)
            case GiveConsent(kind, given):
                consents[kind] = given
            case OpenCompany(row):
                profile = replace(profile, id=row)
            case SetStatus(status):
                profile = replace(profile, status=status)
            case EraseCompany():
                profile = blank(None, turn.language)
            case _:
                pass
    state |= {"asking": outcome.asking} if outcome.asking else {}
    return replace(turn, conversation=conversation, profile=profile, state=state, consents=consents)


def _new(turn: Turn, changes: Sequence[Change]) -> list[str]:
    fresh = applied(replace(turn.profile, facets=(), facts=()), [change for change in changes if _adds(change)])
    items = _items(turn, fresh)
    key = "told" if turn.profile.id else "told-draft"
    return [turn.say(key, items=items)] if items else []


def read_back(turn: Turn, profile: Profile) -> Outcome:
    """Read back all of a profile in a line."""
    items = _items(turn, profile)
    if not items:
        return Outcome()
    return turn.answer("told", items=items)


def _items(turn: Turn, profile: Profile) -> str:
    items = facts(turn, profile.facts)
    sides = (("offer", profile.offers), ("need", profile.needs))
    return " · ".join([*items, *(facets(turn, side, told) for side, told in sides if told)])


def _adds(change: Change) -> bool:
    return isinstance(change, AddFacet) or (isinstance(change, SetFact) and not change.replaces)


def _changed(turn: Turn, changes: Sequence[Change]) -> list[str]:
    old = {fact.id: fact for fact in turn.profile.facts}
    lines = []
    for change in changes:
        if isinstance(change, SetFact) and change.replaces and change.kind != "country":
            before = value(turn.core.words, turn.language, change.kind, old[change.replaces[-1]].value)
            now = value(turn.core.words, turn.language, change.kind, change.value)
            lines.append(turn.say("changed", what=turn.say(f"kind-{change.kind}"), old=before, new=now))
    return lines


def _gone(turn: Turn, changes: Sequence[Change]) -> list[str]:
    gone = {change.id for change in changes if isinstance(change, WithdrawFacet)}
    return [turn.say("removed", text=shown(facet.text)) for facet in turn.profile.facets if facet.id in gone]


def _undo(turn: Turn, changes: Sequence[Change]) -> dict[str, Any]:
    """Note what an undo brings back (rows) and takes away (contents: their rows are not written yet)."""
    if not turn.profile.id:
        return {"draft": to_state(turn.profile)}
    stated = [change for change in changes if isinstance(change, SetFact)]
    return {
        "facts": [row for change in stated for row in change.replaces],
        "facets": [change.id for change in changes if isinstance(change, WithdrawFacet)],
        "stated": [[change.kind, change.value] for change in stated if not change.replaces],
        "added": [[change.side, plain(change.text)] for change in changes if isinstance(change, AddFacet)],
    }


def undo(turn: Turn) -> Outcome:
    """Take back all that the last telling message changed."""
    last = turn.state.get("undo")
    if not last:
        return turn.answer("undo-nothing")
    done = turn.answer("undone") + Outcome(changes=(SetConversation(state={"undo": None}),))
    if "draft" in last:
        return done + Outcome(changes=(SetConversation(state={"draft": last["draft"]}),))
    away = [WithdrawFacet(f.id) for f in turn.profile.facets if [f.side, plain(f.text)] in last["added"]]
    unsaid = [WithdrawFact(f.id) for f in turn.profile.facts if [f.kind, f.value] in last["stated"]]
    restored = RestoreRows(tuple(last["facts"]), tuple(last["facets"]))
    return done + Outcome(changes=(restored, *away, *unsaid))
