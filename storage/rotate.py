"""Seal everything anew with the newest key, so that an old one can be dropped from the settings."""

from collections.abc import Sequence

from sqlmodel import Session, SQLModel, col, select

from storage.db import vault
from storage.messages import resealed
from storage.tables import Canary, Contact, Conversation, Event, Fact
from storage.wechat_tables import WechatAccount, WechatPost

SEALED: Sequence[tuple[type[SQLModel], str]] = (
    (Canary, "sealed"),
    (Contact, "sealed_name"),
    (Conversation, "sealed_state"),
    (Fact, "sealed_quote"),
    (WechatPost, "sealed_reply"),
    (WechatPost, "sealed_media"),
    (WechatAccount, "sealed_token"),
)


def rotate(session: Session) -> int:
    """How many rows were sealed anew."""
    box, rows = vault(session), 0
    for table, column in SEALED:
        for row in session.exec(select(table).execution_options(yield_per=1000)):
            if token := getattr(row, column):
                setattr(row, column, box.reseal(token))
                rows += 1
    messages = select(Event).where(col(Event.kind).in_(("in", "out")))
    for event in session.exec(messages.execution_options(yield_per=1000)):
        if "sealed" in event.body:
            event.body = resealed(box, event.body)
            rows += 1
    return rows
