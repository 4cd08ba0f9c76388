"""What was said, sealed: the body of a message event, and the state of a conversation, each in one token."""

import json
from typing import Any

from storage.crypto import Vault

Body = dict[str, Any]


def sealed(vault: Vault, **said: Any) -> Body:
    return {"sealed": seal_values(vault, said)}


def opened(vault: Vault, body: Body) -> dict[str, Any]:
    """Tell what was said; {} = erased."""
    return open_values(vault, body.get("sealed", ""))


def resealed(vault: Vault, body: Body) -> Body:
    return {"sealed": vault.reseal(body["sealed"])}


def seal_values(vault: Vault, values: dict[str, Any]) -> str:
    """Nothing stays nothing: ""."""
    return vault.seal(json.dumps(values, ensure_ascii=False)) if values else ""


def open_values(vault: Vault, token: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(vault.open(token)) if token else {}
    return values


def out_lane(conversation_id: str) -> str:
    """Its own lane: a chat that cannot be reached holds up nothing that comes in from it."""
    return f"out:{conversation_id}"
