"""The answer to a suggestion: interested, not for me; both interested = mutual, and it waits for staff."""

from handlers import suggest
from handlers.core import Turn
from handlers.handoff import mutual
from handlers.message import Outbound, Outcome
from storage import pairs
from storage.changes import AnswerPartner, SetConversation, TellPartner

REASONS = ("wrong_thing", "too_small", "too_big", "budget", "place", "other")


def want(turn: Turn, partner: str) -> Outcome:
    """Show both sides' gain and what the other side will see, before anything is sent."""
    match = suggest.standing(turn, partner)
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
    """Tell both sides the state that this "yes" leads to; storage has the turn taken again if it was overtaken."""
    me = turn.profile.id
    between = await turn.core.db.run_read(pairs.introduction, me, partner)
    before = (between.state, between.wanted_by) if between else ("shown", None)
    state, _ = pairs.answered(*before, me, "interested")
    if state not in {"wanted", "asked", "mutual"} or suggest.standing(turn, partner) is None:
        return suggest.gone(turn)
    yes = Outcome(changes=(AnswerPartner(partner, "interested", expects=state),), asking="suggestions")
    if state == "mutual":
        return mutual(turn) + yes + Outcome(changes=(TellPartner(partner, "mutual"),))
    if not turn.consents.get("show_abroad"):
        return turn.answer("sent-by-staff", [turn.offer_intent("more")]) + yes
    told = Outcome(changes=(TellPartner(partner, "wanted"),))
    return turn.answer("sent", [turn.offer_intent("more")]) + yes + told


def refuse(turn: Turn, partner: str) -> Outcome:
    """Count the "no" at once; the reason is one tap more, and may be left out."""
    taps = [turn.choice(f"reason:{partner}:{reason}", f"refuse-{reason}") for reason in REASONS]
    said = turn.answer("refused", [*taps, turn.offer_intent("more")])
    return said + Outcome(changes=(AnswerPartner(partner, "not_for_me"),), asking="suggestions")


def reason(turn: Turn, partner: str, why: str) -> Outcome:
    noted = Outcome(changes=(AnswerPartner(partner, "not_for_me", why),))
    return turn.answer("refused-why") + noted + suggest.more(turn)
