"""One inbound message, decided: the story of a turn from top to bottom."""

from dataclasses import replace
from typing import Any

from handlers import handoff, told
from handlers.consent import gate
from handlers.core import Core, Turn
from handlers.hear import hear, remembered
from handlers.message import Choice, Inbound, Outbound, Outcome
from handlers.routes import answered, tapped
from handlers.thread import opening, take_up
from storage.changes import SetConversation
from storage.conversations import ConversationView

MOST_CHOICES = 10
SURE = {"restart", "delete", "send"}  # a later "yes" to something else must not be taken for theirs


async def take_turn(core: Core, conversation: ConversationView, inbound: Inbound) -> Outcome:
    turn = await hear(core, conversation, inbound)
    if conversation.mode == "bot":
        return settle(turn, await decide(turn))
    if turn.reading.has("cancel"):
        return settle(turn, handoff.back_to_bot(turn) + take_up(turn))
    return settle(turn, handoff.listen(turn) if conversation.mode == "waiting" else Outcome())


async def decide(turn: Turn) -> Outcome:
    first = opening(turn)
    if (done := await tapped(turn)) is not None:
        return first + done
    if turn.state.get("declined"):
        turn = replace(turn, reading=replace(turn.reading, facts=(), facets=(), denied=()))
    heard = told.take_in(turn)
    return first + heard + await answered(told.after(turn, heard), told=bool(heard.changes))


def settle(turn: Turn, decided: Outcome) -> Outcome:
    """One message with the latest choices first, and the state that the next turn will need."""
    decided = gate(turn, decided)
    mine = [said for said in decided.say if said.to is None and said.text]
    others = tuple(said for said in decided.say if said.to is not None)
    choices = list[Choice]()
    for said in reversed(mine):
        choices += [choice for choice in said.choices if choice.value not in {known.value for known in choices}]
    choices = choices[:MOST_CHOICES]
    say = (Outbound("\n\n".join(said.text for said in mine), tuple(choices)), *others) if mine else others
    state: dict[str, Any] = {"asking": decided.asking} if decided.asking else {}
    if turn.state.get("asking") in SURE:
        state = {"asking": decided.asking}
    if mine:
        state |= {"choices": [[choice.value, choice.label] for choice in choices] or None}
    return Outcome(say, (remembered(turn), *decided.changes, SetConversation(state=state)), decided.asking)
