"""A person instead of the bot: the wish, the promise, the way back. While a person is awaited the bot only listens."""

from datetime import date, timedelta

from handlers.core import Turn
from handlers.message import Outcome
from handlers.told import take_in
from storage.changes import SetConversation

WORKDAYS = 5


def human(turn: Turn) -> Outcome:
    promised = next_workday(turn.core.today())
    wish = SetConversation(mode="waiting", wants_human=True, state={"promised": promised.isoformat(), "misses": None})
    said = turn.answer("human", [turn.offer_intent("cancel")], day=turn.core.words.day(promised, turn.language))
    return said + Outcome(changes=(wish,))


def back_to_bot(turn: Turn) -> Outcome:
    wish = SetConversation(mode="bot", wants_human=False, state={"promised": None})
    return turn.answer("human-cancelled") + Outcome(changes=(wish,))


def listen(turn: Turn) -> Outcome:
    """Keep without a word what is told while waiting, so that nobody has to say it again."""
    return Outcome(changes=take_in(turn).changes)


def mutual(turn: Turn) -> Outcome:
    """Both sides agreed; names wait for staff."""
    return turn.answer("mutual", day=turn.core.words.day(next_workday(turn.core.today()), turn.language))


def next_workday(day: date) -> date:
    later = day + timedelta(days=1)
    return later if later.weekday() < WORKDAYS else next_workday(later)
