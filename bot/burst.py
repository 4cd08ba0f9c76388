"""Several messages that came within a moment, taken and written as one turn."""

from collections.abc import Collection, Sequence

from handlers.message import Inbound, Outcome
from storage import lanes
from storage.conversations import Received, end_turn, received
from storage.db import Session
from storage.lanes import Work


class OvertakenError(Exception):
    """Another process took one of the messages: nothing is written."""


def heard(session: Session, works: Sequence[Work]) -> tuple[list[int], Inbound | None]:
    """The events that make one turn, and what they say; None = erased."""
    events, said = [works[0].id], received(session, works[0].id)
    if said is None:
        return events, None
    texts = [said.text]
    for work in works[1:] if _joins(said) else ():
        following = received(session, work.id)
        if following is None or not _joins(following):
            break
        events.append(work.id)
        texts.append(following.text)
        said = following
    return events, Inbound(
        said.channel, said.user, said.key, "\n".join(texts), said.choice, said.name, said.country, said.language
    )


def write(session: Session, events: Sequence[int], conversation: str, outcome: Outcome) -> bool:
    """The turn in one transaction; False = it was written before."""
    *earlier, last = events
    finish(session, earlier)
    return end_turn(session, last, conversation, outcome.say, outcome.changes)


def finish(session: Session, events: Collection[int]) -> None:
    if not all(lanes.finish(session, event) for event in events):
        raise OvertakenError


def _joins(said: Received) -> bool:
    """Taps, commands and bare numbers answer one question each: they stand alone."""
    return not (said.choice or said.text.startswith("/") or said.text.strip().isdecimal())
