"""Partners: the list, why one of them, and more."""

from collections.abc import Sequence

from handlers.core import Match, Suggestions, Turn
from handlers.message import Choice, Outbound, Outcome
from storage.changes import SetConversation, ShowPartner
from storage.companies import profiles

AT_ONCE = 3
REMEMBERED = 60  # partners that "more" does not bring again


def show(turn: Turn) -> Outcome:
    """Show the best that were not answered yet, or those shown last when there is nobody new."""
    found = turn.core.matcher.suggest(turn.profile.id, AT_ONCE)
    if fresh := _live(turn, found.matches)[:AT_ONCE]:
        return _list(turn, "found", fresh)
    again = [match for row in turn.state.get("list") or () if (match := standing(turn, row))]
    return _list(turn, "found-again", again) if again else _empty(turn, found)


def more(turn: Turn) -> Outcome:
    seen = turn.state.get("seen") or []
    found = turn.core.matcher.suggest(turn.profile.id, AT_ONCE + len(seen))
    fresh = [match for match in _live(turn, found.matches) if match.partner_id not in seen][:AT_ONCE]
    return _list(turn, "found-more", fresh) if fresh else turn.answer("no-more", _taps(turn, "summary", "human"))


def _list(turn: Turn, head: str, matches: Sequence[Match]) -> Outcome:
    reasons = [turn.core.matcher.reason(match, turn.language) for match in matches]
    rows = [match.partner_id for match in matches]
    shown = tuple(ShowPartner(match.partner_id, match.score) for match in matches)
    text = [turn.say(head, count=len(rows))]
    text += [turn.say("found-line", number=n, reason=reason) for n, reason in enumerate(reasons, 1)]
    if len(rows) == 1:
        choices = card_choices(turn, rows[0], "want", "refuse", "why")
    else:
        text.append(turn.say("found-how"))
        choices = [turn.choice(f"why:{row}", "tap-number", number=n) for n, row in enumerate(rows, 1)]
        choices.append(turn.offer_intent("more"))
    return Outcome((Outbound("\n".join(text), tuple(choices)),), (*shown, remembered(turn, rows)), "suggestions")


def remembered(turn: Turn, rows: list[str]) -> SetConversation:
    """Keep which partners the next words and taps can be about."""
    seen = [*(row for row in turn.state.get("seen") or () if row not in rows), *rows][-REMEMBERED:]
    return SetConversation(state={"list": rows, "seen": seen, "partner": rows[0] if len(rows) == 1 else None})


def _empty(turn: Turn, found: Suggestions) -> Outcome:
    lines = [turn.say("empty")]
    if found.empty:
        lines.append(turn.say("empty-seekers", count=found.empty.seekers))
        if found.empty.advice:
            lines.append(turn.say(found.empty.advice, **found.empty.arguments))
    taps = _taps(turn, "edit", "human")
    return Outcome((Outbound("\n".join(lines), tuple(taps)),), asking="suggestions")


def why(turn: Turn, partner: str) -> Outcome:
    match = standing(turn, partner)
    if match is None:
        return gone(turn)
    text = turn.core.matcher.why(match, turn.language)
    state = SetConversation(state={"partner": partner})
    return Outcome((Outbound(text, tuple(card_choices(turn, partner, "want", "refuse"))),), (state,), "suggestions")


def named(turn: Turn) -> str | None:
    """Find the partner that a typed "interested 2" or "why?" is about."""
    rows = turn.state.get("list") or []
    number = turn.reading.number
    if number is not None:
        return rows[number - 1] if 0 < number <= len(rows) else None
    return turn.state.get("partner") or (rows[0] if len(rows) == 1 else None)


def which(turn: Turn) -> Outcome:
    rows = turn.state.get("list") or []
    if not rows:
        return show(turn)
    choices = [turn.choice(f"why:{row}", "tap-number", number=n) for n, row in enumerate(rows, 1)]
    return turn.answer("which-one", choices)


def card_choices(turn: Turn, partner: str, *acts: str) -> list[Choice]:
    return [*verbs(turn, partner, *acts), turn.offer_intent("more")]


def verbs(turn: Turn, partner: str, *acts: str) -> list[Choice]:
    return [turn.choice(f"{act}:{partner}", f"tap-{act}") for act in acts]


def gone(turn: Turn) -> Outcome:
    return turn.answer("partner-gone", _taps(turn, "matches"))


def standing(turn: Turn, partner: str) -> Match | None:
    """Compare with a partner as both are now; None = it is gone, or may no longer be shown."""
    match = turn.core.matcher.match(turn.profile.id, partner)
    return match if match and _live(turn, [match]) else None


def _live(turn: Turn, matches: Sequence[Match]) -> list[Match]:
    """Leave out who took back the consent or paused a moment ago: the index may still find them."""
    known = turn.core.db.read(profiles, [match.partner_id for match in matches])
    return [match for match in matches if match.partner_id in known and known[match.partner_id].status == "live"]


def _taps(turn: Turn, *intents: str) -> list[Choice]:
    return [turn.offer_intent(intent) for intent in intents]
