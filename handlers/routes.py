"""Which handler answers: first what was tapped, then the open question's yes or no, then the intents by weight."""

from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable

from handlers import account, agree, consent, handoff, interview, smalltalk, suggest, summary
from handlers.core import Turn
from handlers.message import Outcome
from handlers.thread import go_on, take_up
from handlers.told import after, undo
from prompts.reading.reading import Intent
from storage.changes import SetConversation

Route = Callable[[Turn], Outcome | Awaitable[Outcome]]


async def tapped(turn: Turn) -> Outcome | None:
    """Answer a tap that says more than words could; None = it was words, or means the same as words."""
    verb, _, rest = (turn.inbound.choice or "").partition(":")
    if verb in PARTNER and turn.profile.active:
        known = rest.partition(":")[0] in (turn.state.get("seen") or ())
        return await _done(PARTNER[verb](turn, rest)) if known else suggest.gone(turn)
    tap = TAPS.get(turn.inbound.choice or "")
    return await _done(tap(turn)) if tap and (turn.profile.id or verb in {"consent", "sure"}) else None


async def answered(turn: Turn, *, told: bool) -> Outcome:
    """Decide the rest of the turn, once what was told is taken in."""
    if turn.reading.has("human"):
        return handoff.human(turn)
    answers = YES if turn.reading.has("yes") else NO if turn.reading.has("no") else {}
    answer = answers.get(turn.state.get("asking") or "")
    if answer and not told:
        return await _done(answer(turn))
    for intent, route in ROUTES.items():
        if turn.reading.has(intent) and not (told and intent in ASKED_ONLY) and _allowed(turn, intent):
            return await _done(route(turn))
    said = smalltalk.digressions(turn)
    if told:
        return said + go_on(turn)
    return (said if said.say else _nothing(turn)) + take_up(turn)


def _nothing(turn: Turn) -> Outcome:
    if turn.state.get("at") is None:
        return Outcome()  # the welcome says it all
    if turn.reading.has("yes"):
        return smalltalk.bare_ok(turn)
    if turn.reading.facts or turn.reading.facets:
        return turn.answer("known-already") if not turn.state.get("declined") else Outcome()
    return smalltalk.not_understood(turn)


def _allowed(turn: Turn, intent: Intent) -> bool:
    return bool(turn.profile.id) or intent in BEFORE_CONSENT


def _cancel(turn: Turn) -> Outcome:
    """Leave what was being asked; nothing was done yet."""
    left = Outcome(changes=(SetConversation(state={"editing": None, "asking": None}),))
    return turn.answer("cancelled") + left + take_up(after(turn, left))


def _undo(turn: Turn) -> Outcome:
    done = undo(turn)
    return done + go_on(after(turn, done))


def _language(turn: Turn) -> Outcome:
    said = account.language(turn)
    wished = turn.reading.language_wish
    return said + take_up(turn.speaking(wished)) if wished else said


def _abroad(turn: Turn, *, given: bool) -> Outcome:
    done = consent.show_abroad(turn, given=given)
    then, partner = after(turn, done), turn.state.get("partner")
    if turn.state.get("asking") == "send" and partner:
        return done + agree.want(then, partner)
    return done + interview.proceed(then)


def _partners(route: Route, *, asked_for: bool = True) -> Route:
    """Show partners to a company that takes part; before that, the way there."""

    async def guarded(turn: Turn) -> Outcome:
        if turn.profile.active:
            return await _done(route(turn))
        if turn.profile.status == "paused":
            return summary.settled(turn)
        return turn.answer("matches-early") + (interview.finish(turn) if asked_for else take_up(turn))

    return guarded


def _of_partner(act: Callable[[Turn, str], Outcome | Awaitable[Outcome]]) -> Route:
    def route(turn: Turn) -> Outcome | Awaitable[Outcome]:
        partner = suggest.named(turn)
        return act(turn, partner) if partner else suggest.which(turn)

    return _partners(route, asked_for=False)


def _reason(turn: Turn, rest: str) -> Outcome:
    partner, _, why = rest.partition(":")
    return agree.reason(turn, partner, why if why in agree.REASONS else "other")


def _thread_with_data(turn: Turn) -> Outcome:
    return account.data(turn) + smalltalk.digressions(turn) + take_up(turn)


async def _export(turn: Turn) -> Outcome:
    return await account.export(turn) + take_up(turn)


async def _send(turn: Turn) -> Outcome:
    partner = turn.state.get("partner")
    return await agree.send(turn, partner) if partner else suggest.which(turn)


async def _done(decided: Outcome | Awaitable[Outcome]) -> Outcome:
    return await decided if isawaitable(decided) else decided


PARTNER: Mapping[str, Callable[[Turn, str], Outcome | Awaitable[Outcome]]] = {
    "why": suggest.why,
    "want": agree.want,
    "send": agree.send,
    "refuse": agree.refuse,
    "reason": _reason,
}
TAPS: Mapping[str, Route] = {
    "consent:keep:yes": lambda turn: consent.keep(turn, given=True),
    "consent:keep:no": lambda turn: consent.keep(turn, given=False),
    "consent:show_abroad:yes": lambda turn: _abroad(turn, given=True),
    "consent:show_abroad:no": lambda turn: _abroad(turn, given=False),
    "show:preview": lambda turn: summary.preview(turn) + take_up(turn),
    "sure:delete": account.delete,
    "sure:restart": account.restart,
}
YES: Mapping[str, Route] = {
    "consent": TAPS["consent:keep:yes"],
    "abroad": TAPS["consent:show_abroad:yes"],
    "confirm": summary.accept,
    "restart": TAPS["sure:restart"],
    "delete": TAPS["sure:delete"],
    "send": _send,
}
NO: Mapping[str, Route] = {
    "consent": TAPS["consent:keep:no"],
    "abroad": TAPS["consent:show_abroad:no"],
    "confirm": interview.edit,
    "restart": _cancel,
    "delete": _cancel,
    "send": _cancel,
} | dict.fromkeys(("proof", "payer", "budget", "start", "data_place", "partnership"), interview.skip)
ROUTES: Mapping[Intent, Route] = {
    "cancel": _cancel,
    "delete": account.ask_delete,
    "restart": account.ask_restart,
    "language": _language,
    "export": _export,
    "pause": account.pause,
    "undo": _undo,
    "back": interview.back,
    "edit": interview.edit,
    "summary": summary.show,
    "skip": interview.skip,
    "interested": _of_partner(agree.want),
    "not_for_me": _of_partner(agree.refuse),
    "why": _of_partner(suggest.why),
    "more": _partners(suggest.more),
    "matches": _partners(suggest.show),
    "ask_data": _thread_with_data,
    "resume": account.resume,
}
ASKED_ONLY: frozenset[Intent] = frozenset({"cancel", "edit", "skip", "why", "more", "resume", "summary", "back"})
BEFORE_CONSENT: frozenset[Intent] = frozenset({"delete", "language", "export", "undo", "ask_data"})
