"""Messages that are commands as a whole: /skip, the bot's own buttons typed out, the words it invites people to say."""

import re
from functools import lru_cache
from typing import get_args

from handlers.plain import plain
from prompts.reading.reading import Intent, Language, Reading
from prompts.reading.script import normalise
from prompts.words import Words

SLASHED: dict[str, Intent] = {
    "start": "greeting",
    "privacy": "ask_data",
    "profile": "summary",
    "help": "help",
    "human": "human",
    "cancel": "cancel",
    "matches": "matches",
    "more": "more",
    "skip": "skip",
    "back": "back",
    "undo": "undo",
    "restart": "restart",
    "language": "language",
    "export": "export",
    "pause": "pause",
    "resume": "resume",
    "delete": "delete",
}
NUMBERED: set[Intent] = {"edit", "why", "interested", "not_for_me"}
NUMBER = re.compile(r"^(?:(\d{1,2}) )?(.*?)(?: ?(\d{1,2}))?$")


def command(words: Words, text: str, language: Language) -> Reading | None:
    """Read a message that is a command and nothing else."""
    if text.strip().startswith("/"):
        name = text.strip()[1:].split(maxsplit=1)[:1]
        return Reading(text, language, (SLASHED.get(name[0].partition("@")[0].lower(), "help") if name else "help",))
    typed = _typed(words)
    if whole := typed.get(plain(text)):
        return Reading(text, language, (whole,))
    parts = NUMBER.match(" ".join(normalise(text).fold.split()))
    if parts is None or not (number := parts[1] or parts[3]):
        return None
    numbered = typed.get(plain(parts[2]))
    return Reading(text, language, (numbered,), number=int(number)) if numbered in NUMBERED else None


@lru_cache(maxsize=8)
def _typed(words: Words) -> dict[str, Intent]:
    """Every language's commands are understood in every other."""
    found = dict[str, Intent]()
    for language in words.languages:
        for intent in get_args(Intent):
            for key in (f"typed-{intent}", f"tap-{intent}"):
                said = words.say(key, language) if words.has(key, language) else ""
                found |= {plain(phrase): intent for phrase in said.split("|") if plain(phrase)}
    return found
