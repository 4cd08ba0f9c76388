"""The text of a file that a user sends (PDF, DOCX, PPTX, TXT), read in a process that may be killed."""

import asyncio
import sys
from enum import Enum

LARGEST = 20 * 2**20  # bytes: what a bot may download
SECONDS = 20.0
BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")
KINDS = ("pdf", "docx", "pptx", "txt")


class Unread(Enum):
    """Why there is no text; the value is the key of what the user is told."""

    KIND = "document-kind"
    LARGE = "document-large"
    EMPTY = "document-empty"
    """Nothing but pictures, or a password."""
    BROKEN = "document-broken"
    """Damaged, a bomb, or too slow to read."""


def kind_of(content: bytes, name: str) -> str | None:
    """By its first bytes, and by its name only among formats that begin alike; None = not one of ours."""
    ending = name.lower().rpartition(".")[2]
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return ending if ending in ("docx", "pptx") else None
    plain = content.startswith(BYTE_ORDER) or b"\0" not in content[:4096]
    return "txt" if ending == "txt" and plain else None


async def read_document(content: bytes, name: str, seconds: float = SECONDS) -> str | Unread:
    """What it says, or why that cannot be told; nothing in the file can hold up or bring down this process."""
    if len(content) > LARGEST:
        return Unread.LARGE
    kind = kind_of(content, name)
    if kind is None:
        return Unread.KIND
    said = await _in_child(kind, content, seconds)
    if said is None:
        return Unread.BROKEN
    return said.strip() or Unread.EMPTY


async def _in_child(kind: str, content: bytes, seconds: float) -> str | None:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.documents_child", kind),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        said, _ = await asyncio.wait_for(child.communicate(content), seconds)
    except TimeoutError:
        return None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return said.decode("utf-8", "replace") if child.returncode == 0 else None
