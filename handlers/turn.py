"""One inbound message, decided: the story of a turn from top to bottom."""

from dataclasses import replace
from typing import Any

from handlers import handoff, news, told
from handlers.consent import gate
from handlers.core import Core, Turn
from handlers.hear import hear, remembered
from handlers.message import Choice, Inbound, Outbound, Outcome
from handlers.routes import answered, tapped
from handlers.thread import SURE, opening, take_up
from storage.changes import SetConversation
from storage.conversations import ConversationView

MOST_CHOICES = 10
LONGEST = 3500  # characters of a message: every channel carries as many


async def take_turn(core: Core, conversation: ConversationView, inbound: Inbound) -> Outcome:
    turn = await hear(core, conversation, inbound)
    if news.came(turn):
        return joined(await news.take(turn))
    decided = await decide(turn)
    return settle(turn, decided + await news.due(turn, decided))


async def decide(turn: Turn) -> Outcome:
    if turn.conversation.mode == "bot":
        return await converse(turn)
    if turn.reading.has("cancel"):
        return handoff.back_to_bot(turn) + take_up(turn)
    return handoff.listen(turn) if turn.conversation.mode == "waiting" else Outcome()


async def converse(turn: Turn) -> Outcome:
    first = opening(turn)
    if (done := await tapped(turn)) is not None:
        return first + done
    if turn.state.get("declined"):
        turn = replace(turn, reading=replace(turn.reading, facts=(), facets=(), denied=()))
    heard = told.take_in(turn)
    return first + heard + await answered(told.after(turn, heard), told=bool(heard.changes))


def settle(turn: Turn, decided: Outcome) -> Outcome:
    """Close what this turn answered, and leave what the next one will need."""
    decided = gate(turn, decided)
    closed: dict[str, Any] = {"asking": None} if turn.state.get("asking") in SURE else {}
    if any(said.text for said in decided.say if said.to is None):
        closed["choices"] = None
    return joined(Outcome(changes=(remembered(turn), SetConversation(state=closed))) + decided)


def joined(decided: Outcome) -> Outcome:
    """One message with the latest choices first; several where it is too long for one."""
    mine = [said for said in decided.say if said.to is None and said.text]
    others = tuple(said for said in decided.say if said.to is not None)
    choices = list[Choice]()
    for said in reversed(mine):
        choices += [choice for choice in said.choices if choice.value not in {known.value for known in choices}]
    choices = choices[:MOST_CHOICES]
    *earlier, last = pages("\n\n".join(said.text for said in mine))
    say = (*map(Outbound, earlier), Outbound(last, tuple(choices)), *others) if mine else others
    state: dict[str, Any] = {"asking": decided.asking} if decided.asking else {}
    if choices:
        state["choices"] = [[choice.value, choice.label] for choice in choices]
    return Outcome(say, (*decided.changes, SetConversation(state=state)), decided.asking)


def pages(text: str) -> list[str]:
    """Cut at the ends of lines, else between words, else anywhere."""
    cut = []
    while len(text) > LONGEST:
        end = text.rfind("\n", 1, LONGEST + 1)
        end = end if end > 0 else text.rfind(" ", 1, LONGEST + 1)
        end = end if end > 0 else LONGEST
        cut.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*cut, text]
