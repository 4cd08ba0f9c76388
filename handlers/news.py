"""What a partner answered, told at a moment that suits: not inside a question, and never while staff speaks."""

from collections.abc import Awaitable, Callable, Mapping

from handlers import suggest
from handlers.core import Turn
from handlers.handoff import mutual
from handlers.message import Outbound, Outcome
from handlers.thread import SURE
from handlers.told import after
from storage import pairs
from storage.changes import AskPartner, SetConversation
from storage.news import NEWS


def came(turn: Turn) -> bool:
    return (turn.inbound.choice or "").startswith(f"{NEWS}:")


async def take(turn: Turn) -> Outcome:
    """Note the news "news:<news>:<partner>" and tell it now if it can be; a tap that was forged tells nothing."""
    news, _, partner = (turn.inbound.choice or "").removeprefix(f"{NEWS}:").partition(":")
    if news not in TELL or not turn.profile.id:
        return Outcome()
    waiting = [*(turn.state.get("news") or ()), [news, partner]]
    noted = Outcome(changes=(SetConversation(state={"news": waiting}),))
    return noted + await due(turn, noted)


async def due(turn: Turn, decided: Outcome) -> Outcome:
    """Tell what waited and suits after what was decided; of partners who ask, one at a time."""
    then = after(turn, decided)
    waiting = list(then.state.get("news") or ())
    asked = any(choice.value.startswith("want:") for said in decided.say for choice in said.choices)
    told, kept = Outcome(), []
    for news, partner in waiting:
        if _suits(then, news) and not (asked and news == "wanted"):
            said = await TELL[news](then, partner)
            asked = asked or bool(news == "wanted" and said.say)
            told += said
        else:
            kept.append([news, partner])
    return told if kept == waiting else told + Outcome(changes=(SetConversation(state={"news": kept or None}),))


def _suits(turn: Turn, news: str) -> bool:
    asking = turn.state.get("asking")
    if turn.conversation.mode != "bot" or asking in {*SURE, "confirm"}:
        return False
    return news == "mutual" or (turn.profile.active and asking in {None, "suggestions"})


async def _wanted(turn: Turn, partner: str) -> Outcome:
    """Ask whether the interest is returned; nothing is said of one that no longer stands."""
    between = await turn.core.db.run_read(pairs.introduction, turn.profile.id, partner)
    match = suggest.standing(turn, partner)
    if match is None or between is None or (between.state, between.wanted_by) != ("wanted", partner):
        return Outcome()
    summary = turn.say("wanted-summary", text=turn.core.matcher.nameless(partner, turn.language))
    text = "\n".join([turn.say("wanted"), turn.core.matcher.two_sided(match, turn.language), summary])
    choices = suggest.verbs(turn, partner, "want", "refuse", "why")
    changes = (AskPartner(partner, match.score), suggest.remembered(turn, [partner]))
    return Outcome((Outbound(text, tuple(choices)),), changes, "suggestions")


async def _mutual(turn: Turn, partner: str) -> Outcome:
    between = await turn.core.db.run_read(pairs.introduction, turn.profile.id, partner)
    return mutual(turn) if between and between.state == "mutual" else Outcome()


TELL: Mapping[str, Callable[[Turn, str], Awaitable[Outcome]]] = {"wanted": _wanted, "mutual": _mutual}
