"""From an inbound message to a turn: who speaks, in which language, what was tapped, what was read."""

from dataclasses import replace
from typing import Any, get_args

from handlers.core import Core, Turn
from handlers.draft import from_state
from handlers.message import Inbound
from handlers.plain import plain
from handlers.questions import QUESTIONS, TELLS, missing
from prompts.reading.reading import HeardFact, Intent, Language, Reading
from prompts.reading.script import script
from storage import companies
from storage.changes import SetConversation
from storage.conversations import ConversationView

ASKED = {question.id for question in QUESTIONS} | {"consent", "confirm"}
YES_OR_NO = {"abroad": "consent", "restart": "confirm", "delete": "confirm", "send": "confirm"}
COMMANDS: dict[str, Intent] = {
    "start": "greeting",
    "help": "help",
    "human": "human",
    "cancel": "cancel",
    "privacy": "ask_data",
    "profile": "summary",
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
INTENTS: dict[str, Intent] = {intent: intent for intent in get_args(Intent)}
SWITCH = 3  # words of another language's letters in a message before the bot follows into it


async def hear(core: Core, conversation: ConversationView, inbound: Inbound) -> Turn:
    row = conversation.company_id
    stored = await core.db.run_read(companies.profile, row) if row else None
    state = dict(conversation.state) | ({"country": inbound.country} if inbound.country else {})
    speaks: Language = _language(conversation.language)
    if not conversation.state and inbound.language:
        speaks = _language(inbound.language)
    profile = stored or from_state(state, speaks)
    consents = {kind: consent.given for kind, consent in conversation.consents.items()}
    turn = Turn(core, conversation, inbound, speaks, profile, state, consents, Reading(inbound.text, speaks))
    value = inbound.choice or _label(inbound.text, state)
    if value:
        return _tapped(turn, value)
    reading = _command(turn) or _read(turn)
    if reading.has("choice") and not reading.facts and not reading.facets and (number := reading.number):
        choices = state.get("choices") or []
        if 0 < number <= len(choices):
            return _tapped(turn, choices[number - 1][0])
    return replace(turn, reading=reading, language=_followed(turn, reading))


def _label(text: str, state: dict[str, Any]) -> str | None:
    """Find the choice whose label was typed."""
    typed = plain(text)
    return next((value for value, label in state.get("choices") or () if typed and plain(label) == typed), None)


def _tapped(turn: Turn, value: str) -> Turn:
    """Turn taps that say what words could say into a reading; the rest is told by `turn.inbound.choice`."""
    verb, _, rest = value.partition(":")
    said = Reading(turn.inbound.text, turn.language)
    turn = replace(turn, inbound=replace(turn.inbound, choice=value))
    if verb == "do" and rest in INTENTS:
        said = replace(said, intents=(INTENTS[rest],))
    elif verb == "language":
        said = replace(said, intents=("language",), language_wish=_language(rest))
    elif value in TELLS:
        kind, told = TELLS[value]
        said = replace(said, intents=("tell",), facts=(HeardFact(kind, told, turn.inbound.text or rest),))
    return replace(turn, reading=said)


def _command(turn: Turn) -> Reading | None:
    text = turn.inbound.text.strip()
    if not text.startswith("/"):
        return None
    intent = COMMANDS.get(text[1:].split(maxsplit=1)[0].partition("@")[0].lower()) if text[1:].strip() else None
    return Reading(text, turn.language, (intent or "help",))


def _read(turn: Turn) -> Reading:
    """Read the next answer where nothing is said about the consent: people often just go on telling."""
    asking = turn.state.get("asking")
    asked = YES_OR_NO.get(asking or "", asking)
    reading = _heard(turn, asked if asked in ASKED else None)
    if turn.profile.id or _says_something(reading):
        return reading
    following = next((question.id for question in QUESTIONS if missing(question, turn.profile)), None)
    again = _heard(turn, following)
    return again if _says_something(again) else reading


def _heard(turn: Turn, asked: str | None) -> Reading:
    country = turn.profile.country
    return turn.core.read(turn.inbound.text, asked=asked, language=turn.language, country=country)


def _says_something(reading: Reading) -> bool:
    told = reading.facets or reading.facts or reading.denied
    return bool(told or set(reading.intents) - {"tell", "choice", "ask_other", "small_talk"})


def _followed(turn: Turn, reading: Reading) -> Language:
    """Follow the letters that the user writes, until a language was chosen; Hinglish is answered in English."""
    if turn.state.get("language_chosen") or reading.has("choice", "empty", "other_language"):
        return turn.language
    written = script(turn.inbound.text)
    if written in {"zh", "hi"}:
        return _language(written)
    enough = len(turn.inbound.text.split()) >= SWITCH or not turn.conversation.state
    return "en" if enough and any(char.isalpha() for char in turn.inbound.text) else turn.language


def _language(name: str) -> Language:
    return "zh" if name == "zh" else "hi" if name == "hi" else "en"


def remembered(turn: Turn) -> SetConversation:
    """Keep what every turn leaves: the language spoken, the country hint, the script for the company's record."""
    written = script(turn.inbound.text) if turn.reading.facets or turn.reading.facts else turn.state.get("script")
    state = {
        "misses": None,
        "script": written,
        "country": turn.state.get("country"),
        "at": turn.core.today().isoformat(),
    }
    return SetConversation(language=turn.language, state=state)
