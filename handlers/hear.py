"""From an inbound message to a turn: who speaks, in which language, what was tapped, what was read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from handlers.commands import command
from handlers.core import Core, Turn
from handlers.draft import from_state
from handlers.merge import narrowed
from handlers.message import Inbound
from handlers.plain import plain
from handlers.questions import QUESTIONS, TELLS, Question
from prompts.reading.reading import HeardFact, Intent, Language, Reading
from prompts.reading.script import script
from storage import companies
from storage.changes import SetConversation
from storage.companies import Profile
from storage.conversations import ConversationView

ASKED = {question.id for question in QUESTIONS} | {"consent", "confirm"}
YES_OR_NO = {
    "abroad": "consent",
    "restart": "confirm",
    "delete": "confirm",
    "send": "confirm",
    "suggestions": "confirm",
}
INTENTS: dict[str, Intent] = {intent: intent for intent in get_args(Intent)}
UNCLEAR: set[Intent] = {"tell", "choice", "ask_other", "small_talk"}
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
    reading = command(core.words, inbound.text, speaks) or _read(turn)
    if reading.has("choice") and not reading.facts and not reading.facets and (number := reading.number):
        choices = state.get("choices") or []
        if 0 < number <= len(choices):
            return _tapped(turn, choices[number - 1][0])
    editing = turn.state.get("editing") or reading.has("edit")  # the new answer stands alone
    reading = reading if editing else narrowed(reading, profile, state.get("broad") or ())
    return replace(turn, reading=reading, language=_followed(turn, reading))


def _label(text: str, state: Mapping[str, Any]) -> str | None:
    """Find the choice whose label was typed, or of the answers to a question the one that has this word."""
    typed, choices = plain(text), [(value, plain(label)) for value, label in state.get("choices") or ()]
    whole = [value for value, label in choices if typed and label == typed]
    part = [value for value, label in choices if len(typed) > 1 and typed in label and value.startswith("tell:")]
    return next(iter(whole), part[0] if len(part) == 1 else None)


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


def _read(turn: Turn) -> Reading:
    """Read as the answer to the open question; before the consent people often just go on telling."""
    asking = turn.state.get("asking")
    asked = YES_OR_NO.get(asking or "", asking)
    reading = _heard(turn, asked if asked in ASKED else None)
    first = turn.state.get("at") is None  # nothing was asked yet
    tapped = reading.has("choice") and (reading.number or 0) <= len(turn.state.get("choices") or ())
    if turn.profile.id or tapped or _is_wish(reading) or (first and _tells(reading)):
        return reading
    going_on = _heard(turn, next((question.id for question in QUESTIONS if _untold(question, turn.profile)), None))
    return going_on if _tells(going_on) else reading


def _heard(turn: Turn, asked: str | None) -> Reading:
    country = turn.profile.country
    return turn.core.read(turn.inbound.text, asked=asked, language=turn.language, country=country)


def _tells(reading: Reading) -> bool:
    return bool(reading.facets or reading.facts or reading.denied)


def _is_wish(reading: Reading) -> bool:
    """Whether the message is about the conversation itself, and tells nothing."""
    return bool(set(reading.intents) - UNCLEAR) and not _tells(reading)


def _untold(question: Question, profile: Profile) -> bool:
    """Nothing is known yet of the first thing that the question asks."""
    if question.side:
        return not any(facet.side == question.side for facet in profile.facets)
    return not (profile.all(question.kinds[0]) if question.every else any(map(profile.all, question.kinds)))


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
        "broad": _broad(turn) or None,
    }
    return SetConversation(language=turn.language, state=state)


def _broad(turn: Turn) -> list[Sequence[str]]:
    """Keep which of the facets only name the trade; nothing where all is being deleted."""
    if turn.state.get("asking") == "delete" or turn.inbound.choice == "sure:delete":
        return []
    nearer = {(facet.side, plain(facet.text)) for facet in turn.reading.facets if not facet.broad}
    standing = {(facet.side, plain(facet.text)) for facet in turn.profile.facets} - nearer
    before = [(side, text) for side, text in turn.state.get("broad") or () if (side, text) in standing]
    now = [(facet.side, plain(facet.text)) for facet in turn.reading.facets if facet.broad]
    return [list(facet) for facet in dict.fromkeys([*before, *now])]
