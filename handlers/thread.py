"""Where the conversation stands: its opening, and the question that is taken up again after anything else."""

from datetime import date

from handlers import agree, consent, interview
from handlers.core import Turn
from handlers.message import Outcome
from handlers.questions import BY_ID, QUESTIONS, known

SURE = {"restart", "delete", "send"}  # a later "yes" to something else must not be taken for theirs


def opening(turn: Turn) -> Outcome:
    """Welcome in the first turn; after a day or more, tell where we were."""
    last = turn.state.get("at")
    if last is None:
        return turn.answer("welcome")
    asking = turn.state.get("asking")
    if turn.core.today() <= date.fromisoformat(last) or asking not in BY_ID or turn.profile.status != "draft":
        return Outcome()
    at = turn.say(f"item-{asking}")
    return turn.answer("welcome-back", what=at, known=known(turn.profile), total=len(QUESTIONS))


def take_up(turn: Turn) -> Outcome:
    """Ask the open question once more, in the language that is spoken now."""
    if not turn.profile.id:
        return consent.ask_keep(turn)
    asking, partner = turn.state.get("asking"), turn.state.get("partner")
    if asking == "abroad":
        return consent.ask_abroad(turn)
    if asking == "send" and partner and turn.profile.active:
        return agree.want(turn, partner)
    return interview.take_up(turn)


def go_on(turn: Turn) -> Outcome:
    """Take the next step after something was told."""
    if not turn.profile.id:
        return consent.ask_keep(turn)
    return interview.proceed(turn)
