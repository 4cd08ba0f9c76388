"""The body of a message event: everything that was said or tapped, in one sealed token."""

import json
from typing import Any

from storage.crypto import Vault

Body = dict[str, Any]


def sealed(vault: Vault, **said: Any) -> Body:
    return {"sealed": vault.seal(json.dumps(said, ensure_ascii=False))}


def opened(vault: Vault, body: Body) -> dict[str, Any]:
    """Tell what was said; {} = erased."""
    if "sealed" not in body:
        return {}
    said: dict[str, Any] = json.loads(vault.open(body["sealed"]))
    return said


def resealed(vault: Vault, body: Body) -> Body:
    return {"sealed": vault.reseal(body["sealed"])}


def out_lane(conversation_id: str) -> str:
    """Its own lane: a chat that cannot be reached holds up nothing that comes in from it."""
    return f"out:{conversation_id}"
