"""The numbered summary to confirm, and where a confirmed company stands."""

from handlers import suggest
from handlers.core import Turn
from handlers.message import Outbound, Outcome
from handlers.questions import QUESTIONS
from handlers.wording import answer_to, facts
from storage.changes import SetStatus


def show(turn: Turn) -> Outcome:
    """Show the nine lines; a line's number is what "change 5" means."""
    lines = [
        turn.say("summary-line", number=number, what=turn.say(f"item-{question.id}"), answer=answer_to(turn, question))
        for number, question in enumerate(QUESTIONS, 1)
    ]
    limits = facts(turn, [fact for kind in ("exclusion", "requirement") for fact in turn.profile.all(kind)])
    abroad = turn.consents.get("show_abroad", False)
    foot = [*limits, turn.say("summary-abroad" if abroad else "summary-not-abroad")]
    choices = [turn.offer_intent("edit")]
    if turn.profile.id:
        choices.append(turn.choice("show:preview", "tap-preview"))
    if turn.profile.id and not abroad:
        choices.append(turn.choice("consent:show_abroad:yes", "tap-abroad"))
    if turn.profile.status != "draft":
        return Outcome((Outbound("\n".join([turn.say("summary"), *lines, *foot]), tuple(choices)),))
    text = "\n".join([turn.say("summary"), *lines, *foot, turn.say("confirm")])
    return Outcome((Outbound(text, (turn.choice("do:yes", "tap-confirm"), *choices)),), asking="confirm")


def accept(turn: Turn) -> Outcome:
    """Let the company take part, and show the first suggestions at once."""
    status = turn.confirmed
    done = turn.answer("live" if status == "live" else "quiet") + Outcome(changes=(SetStatus(status),))
    return done + suggest.show(turn)


def settled(turn: Turn) -> Outcome:
    """Tell what can be done next: after the interview there is no open question."""
    if turn.profile.status == "paused":
        taps = [turn.offer_intent(intent) for intent in ("resume", "human")]
        return turn.answer("settled-paused", taps) + Outcome(asking="suggestions")
    taps = [turn.offer_intent(intent) for intent in ("matches", "summary", "human")]
    return turn.answer("settled" if turn.profile.status == "live" else "settled-quiet", taps) + Outcome(
        asking="suggestions"
    )


def preview(turn: Turn) -> Outcome:
    return turn.answer("preview", text=turn.core.matcher.nameless(turn.profile.id, turn.language))
