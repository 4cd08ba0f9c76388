"""What belongs to the user: language, what is stored, export, pause, deletion, starting over."""

from handlers import record
from handlers.core import Turn
from handlers.interview import proceed, take_up
from handlers.message import Choice, Outbound, Outcome
from handlers.told import after
from prompts.reading.reading import Language
from storage import companies
from storage.changes import (
    Change,
    EraseCompany,
    SetConversation,
    SetStatus,
    WithdrawFacet,
    WithdrawFact,
)

LANGUAGES: tuple[Language, ...] = ("en", "zh", "hi")
FRESH = ("asking", "editing", "skipped", "trail", "finishing", "misses", "draft", "list", "seen", "partner", "declined")


def language(turn: Turn) -> Outcome:
    """Meet the wish at once; without a language named, ask for it."""
    wished = turn.reading.language_wish
    if wished is None:
        names = [Choice(f"language:{each}", turn.core.words.say("language-name", each)) for each in LANGUAGES]
        return turn.answer("language-which", names)
    change = SetConversation(language=wished, state={"language_chosen": True})
    return turn.speaking(wished).answer("language-changed") + Outcome(changes=(change,))


def data(turn: Turn) -> Outcome:
    """Tell what is stored and who sees it, with the ways to change that."""
    said = turn.answer("answer-data")
    if not turn.profile.id:
        return said
    shown = turn.consents.get("show_abroad", False)
    taps = [turn.offer_intent("export"), turn.offer_intent("delete")]
    taps.append(
        turn.choice("consent:show_abroad:no", "tap-not-abroad")
        if shown
        else turn.choice("consent:show_abroad:yes", "tap-abroad")
    )
    return said + Outcome((Outbound(turn.say("stored-abroad" if shown else "stored-not-abroad"), tuple(taps)),))


async def export(turn: Turn) -> Outcome:
    """Give out all that is kept of the company, as lines."""
    row = turn.profile.id
    kept = await turn.core.db.run_read(companies.export, row) if row else record.of_draft(turn.profile)
    lines = list(record.lines(turn, kept))
    return turn.answer("export" if lines else "export-nothing") + Outcome((Outbound("\n".join(lines)),))


def pause(turn: Turn) -> Outcome:
    if turn.profile.status == "draft":
        return turn.answer("pause-draft") + take_up(turn)
    return turn.answer("paused", [turn.offer_intent("resume")]) + Outcome(changes=(SetStatus("paused"),))


def resume(turn: Turn) -> Outcome:
    if turn.profile.status != "paused":
        return take_up(turn)
    return turn.answer("resumed", [turn.offer_intent("matches")]) + Outcome(changes=(SetStatus(turn.confirmed),))


def ask_delete(turn: Turn) -> Outcome:
    return _sure(turn, "delete")


def ask_restart(turn: Turn) -> Outcome:
    return _sure(turn, "restart")


def _sure(turn: Turn, what: str) -> Outcome:
    taps = [turn.choice(f"sure:{what}", f"tap-sure-{what}"), turn.offer_intent("cancel")]
    return turn.answer(f"sure-{what}", taps) + Outcome(asking=what)


def delete(turn: Turn) -> Outcome:
    """Leave nothing but the conversation's language."""
    erase: tuple[Change, ...] = (EraseCompany(),) if turn.profile.id else ()
    cleared = SetConversation(state=dict.fromkeys((*FRESH, "at", "undo", "news", "country", "script"), None))
    return turn.answer("deleted") + Outcome(changes=(*erase, cleared))


def restart(turn: Turn) -> Outcome:
    """Take back all answers; the company and its consents stay."""
    gone: list[Change] = [WithdrawFacet(facet.id) for facet in turn.profile.facets]
    gone += [WithdrawFact(fact.id) for fact in turn.profile.facts]
    if turn.profile.id and turn.profile.status != "draft":
        gone.append(SetStatus("draft"))
    undo = {
        "facts": [fact.id for fact in turn.profile.facts],
        "facets": [facet.id for facet in turn.profile.facets],
        "stated": [],
        "added": [],
    }
    cleared = dict.fromkeys(FRESH, None) | {"undo": undo if turn.profile.id else None}
    done = turn.answer("restarted") + Outcome(changes=(*gone, SetConversation(state=cleared)))
    return done + proceed(after(turn, done))
