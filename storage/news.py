"""News of a partner: a message to a conversation that nobody wrote, handled in order like those that people write."""

from typing import Any

from sqlmodel import Session

from storage import lanes
from storage.db import vault
from storage.messages import sealed
from storage.tables import Conversation

NEWS = "news"


def put_news(session: Session, conversation: Conversation, news: str, company_id: str) -> int | None:
    """Store it as a tap "news:<news>:<company>"; None = that conversation was told before."""
    key, user = f"{NEWS}:{news}:{company_id}", conversation.id.removeprefix(f"{conversation.channel}:")
    body = sealed(vault(session), channel=conversation.channel, user=user, key=key, text="", choice=key)
    return lanes.put(session, conversation.id, "in", f"{conversation.id}:{key}", body)


def is_news(said: dict[str, Any]) -> bool:
    return str(said.get("choice")).startswith(f"{NEWS}:")
