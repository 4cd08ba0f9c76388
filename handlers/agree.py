"""The answer to a suggestion: interested, not for me; both interested = mutual, and it waits for staff."""

from handlers import suggest
from handlers.core import Turn
from handlers.handoff import next_workday
from handlers.message import Outbound, Outcome
from storage import pairs
from storage.changes import AnswerPartner, SetConversation
from storage.conversations import conversation, conversations_of

REASONS = ("wrong_thing", "too_small", "too_big", "budget", "place", "other")


def want(turn: Turn, partner: str) -> Outcome:
    """Show both sides' gain and what the other side will see, before anything is sent."""
    match = turn.core.matcher.match(turn.profile.id, partner)
    if match is None:
        return suggest.gone(turn)
    lines = [turn.core.matcher.two_sided(match, turn.language)]
    taps = [turn.choice(f"send:{partner}", "tap-send"), turn.offer_intent("cancel")]
    if turn.consents.get("show_abroad"):
        lines.append(turn.say("they-see", text=turn.core.matcher.nameless(turn.profile.id, turn.language)))
    else:
        lines.append(turn.say("they-see-nothing"))
        taps.insert(1, turn.choice("consent:show_abroad:yes", "tap-abroad"))
    state = SetConversation(state={"partner": partner})
    return Outcome((Outbound("\n".join(lines), tuple(taps)),), (state,), "send")


async def send(turn: Turn, partner: str) -> Outcome:
    """Tell the state that this "yes" leads to; storage has the turn taken again if it was overtaken."""
    me = turn.profile.id
    between = await turn.core.db.run_read(pairs.introduction, me, partner)
    before = (between.state, between.wanted_by) if between else ("shown", None)
    state, _ = pairs.answered(*before, me, "interested")
    if state not in {"wanted", "mutual"}:
        return suggest.gone(turn)
    yes = Outcome(changes=(AnswerPartner(partner, "interested", expects=state),), asking="suggestions")
    if state == "mutual":
        return await _mutual(turn, partner) + yes
    key = "sent" if turn.consents.get("show_abroad") else "sent-by-staff"
    return turn.answer(key, [turn.offer_intent("more")]) + yes


async def _mutual(turn: Turn, partner: str) -> Outcome:
    """Tell both, each in their language; names wait for staff."""
    words, day = turn.core.words, next_workday(turn.core.today())
    told = turn.answer("mutual", day=words.day(day, turn.language))
    for row in await turn.core.db.run_read(conversations_of, partner):
        spoken = (await turn.core.db.run_read(conversation, row)).language
        told += Outcome((Outbound(words.say("mutual", spoken, day=words.day(day, spoken)), to=row),))
    return told


def refuse(turn: Turn, partner: str) -> Outcome:
    """Count the "no" at once; the reason is one tap more, and may be left out."""
    taps = [turn.choice(f"reason:{partner}:{reason}", f"refuse-{reason}") for reason in REASONS]
    said = turn.answer("refused", [*taps, turn.offer_intent("more")])
    return said + Outcome(changes=(AnswerPartner(partner, "not_for_me"),), asking="suggestions")


def reason(turn: Turn, partner: str, why: str) -> Outcome:
    noted = Outcome(changes=(AnswerPartner(partner, "not_for_me", why),))
    return turn.answer("refused-why") + noted + suggest.more(turn)
