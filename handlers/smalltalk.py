"""What is not about partners: a short answer each, then the thread is taken up again."""

from handlers.core import Turn
from handlers.message import Outcome
from prompts.reading.reading import Intent
from storage.changes import SetConversation

PATIENCE = 3  # misunderstandings in a row, then a person is offered
QUESTIONS_ASKED: tuple[Intent, ...] = ("ask_price", "ask_wechat", "ask_who", "ask_length", "help", "ask_other")
REMARKS: tuple[Intent, ...] = ("insult", "order", "other_language", "thanks", "greeting", "small_talk", "empty")
WELCOMED = {"greeting", "small_talk", "empty", "thanks"}  # the welcome answers these


def digressions(turn: Turn) -> Outcome:
    """Answer every question of the message; of mere remarks, the weightiest."""
    asked = [intent for intent in QUESTIONS_ASKED if turn.reading.has(intent)]
    made = [] if asked else [intent for intent in REMARKS if turn.reading.has(intent)][:1]
    if turn.state.get("at") is None:
        made = [intent for intent in made if intent not in WELCOMED]
    said = Outcome()
    for intent in asked:
        said += _answer(turn, intent)
    for intent in made:
        said += turn.answer(f"small-{intent}")
    return said


def _answer(turn: Turn, intent: str) -> Outcome:
    if intent == "ask_wechat":
        return turn.answer("answer-ask_wechat" if turn.inbound.channel != "wechat" else "answer-ask_telegram")
    taps = [turn.offer_intent("human")] if intent == "ask_other" else []
    return turn.answer(f"answer-{intent}", taps)


def bare_ok(turn: Turn) -> Outcome:
    return turn.answer("small-ok")


def not_understood(turn: Turn) -> Outcome:
    """Say so when nothing could be made of the message; the third time in a row, offer a person."""
    misses = int(turn.state.get("misses") or 0) + 1
    counted = Outcome(changes=(SetConversation(state={"misses": misses}),))
    if misses < PATIENCE:
        return turn.answer("not-understood") + counted
    return turn.answer("not-understood-again", [turn.offer_intent("human")]) + counted
