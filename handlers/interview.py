"""The interview: one thing at a time, never what was said, next what splits the candidates most."""

from handlers import summary
from handlers.core import Turn
from handlers.message import Choice, Outbound, Outcome
from handlers.questions import BY_ID, COUNTRIES, CURRENCIES, QUESTIONS, Question, known, missing, still_open
from handlers.told import after
from handlers.wording import answer_to
from storage.changes import SetConversation

FIRST = ("offer", "need")  # without these two there are no candidates to tell apart


def proceed(turn: Turn) -> Outcome:
    """Ask the next open question; when none is left, show the summary to confirm."""
    if turn.profile.status != "draft":
        return summary.settled(turn)
    if not turn.profile.facets and not still_open(turn.profile, turn.state.get("skipped") or ()):
        return turn.answer("need-something") + ask(turn, BY_ID["offer"])
    if turn.state.get("finishing"):
        return finish(turn)
    question = next_question(turn)
    return ask(turn, question) if question else finish(turn)


def finish(turn: Turn) -> Outcome:
    """Show the summary, early if the user wants it; what matching cannot do without is asked first."""
    if not turn.profile.facets:
        return turn.answer("need-something") + ask(turn, BY_ID["offer"])
    if not turn.profile.country:
        return ask(turn, BY_ID["company"])
    return summary.show(turn) + Outcome(changes=(SetConversation(state={"finishing": True}),))


def take_up(turn: Turn) -> Outcome:
    """Ask the very question that was open before a digression, if it still is."""
    asking = turn.state.get("asking")
    question = BY_ID.get(asking or "")
    if question and (turn.state.get("editing") == question.id or missing(question, turn.profile)):
        return ask(turn, question)
    return proceed(turn)


def next_question(turn: Turn) -> Question | None:
    left = still_open(turn.profile, turn.state.get("skipped") or ())
    if half := next((question for question in left if missing(question, turn.profile) == ("currency",)), None):
        return half
    waiting = [question.id for question in left]
    first = next((question for question in FIRST if question in waiting), None)
    if first or len(waiting) < 2:
        return BY_ID.get(first or next(iter(waiting), ""))
    best = turn.core.matcher.next_question(turn.profile, waiting)
    return BY_ID[best if best in waiting else waiting[0]]


def ask(turn: Turn, question: Question) -> Outcome:
    lacks = missing(question, turn.profile)
    if turn.state.get("editing") == question.id:
        text, choices = _edit(turn, question), _choices(turn, question, ())
    else:
        text, choices = _wording(turn, question, lacks), _choices(turn, question, lacks)
        text = turn.say("ask", question=text, known=known(turn.profile), total=len(QUESTIONS))
    trail = [*(asked for asked in turn.state.get("trail") or () if asked != question.id), question.id]
    state = SetConversation(state={"trail": trail})
    skip = turn.offer_intent("skip")
    return Outcome((Outbound(text, (*choices, skip)),), (state,), question.id)


def _wording(turn: Turn, question: Question, lacks: tuple[str, ...]) -> str:
    if lacks and lacks[0] in {"currency", "country"}:
        return turn.say(f"ask-{lacks[0]}")
    if question.id == "company":
        return turn.say(
            "ask-company", missing=turn.core.words.join([turn.say(f"kind-{k}") for k in lacks], turn.language)
        )
    if question.id == "offer" and not turn.profile.facets:
        return turn.say("ask-opening")
    return turn.say(f"ask-{question.id}")


def _choices(turn: Turn, question: Question, lacks: tuple[str, ...]) -> list[Choice]:
    if "currency" in lacks:
        return [turn.choice(f"tell:currency:{code}", f"currency-{code}") for code in CURRENCIES]
    if lacks == ("country",):
        return [turn.choice(f"tell:country:{code}", f"country-{code}") for code in COUNTRIES]
    kind = question.kinds[0] if question.kinds else ""
    return [turn.choice(f"tell:{kind}:{value}", f"{kind}-{value}") for value in question.choices]


def skip(turn: Turn) -> Outcome:
    """Leave the open question out, its price told; while editing, leave the answer as it is."""
    question = BY_ID.get(turn.state.get("asking") or "")
    if turn.state.get("editing") or not question:
        return proceed_after(turn, Outcome(changes=(SetConversation(state={"editing": None}),)))
    skipped = [*(turn.state.get("skipped") or ()), question.id]
    price = turn.answer("skipped", price=turn.say(f"price-{question.id}"))
    return proceed_after(turn, price + Outcome(changes=(SetConversation(state={"skipped": skipped}),)))


def back(turn: Turn) -> Outcome:
    trail = list(turn.state.get("trail") or ())
    if trail and trail[-1] == turn.state.get("asking"):
        trail.pop()
    if not trail:
        return turn.answer("back-nothing") + take_up(turn)
    return reopen(turn, BY_ID[trail.pop()], trail)


def edit(turn: Turn) -> Outcome:
    """Ask a line of the summary again ("change 5"); without a number, the summary shows them."""
    number = turn.reading.number
    if number is None or not 0 < number <= len(QUESTIONS):
        return turn.answer("edit-which") + summary.show(turn)
    return reopen(turn, QUESTIONS[number - 1], list(turn.state.get("trail") or ()))


def reopen(turn: Turn, question: Question, trail: list[str]) -> Outcome:
    skipped = [left for left in turn.state.get("skipped") or () if left != question.id]
    answered = not missing(question, turn.profile)
    state = {"editing": question.id if answered else None, "skipped": skipped, "trail": trail}
    opened = Outcome(changes=(SetConversation(state=state),))
    return opened + ask(after(turn, opened), question)


def proceed_after(turn: Turn, outcome: Outcome) -> Outcome:
    return outcome + proceed(after(turn, outcome))


def _edit(turn: Turn, question: Question) -> str:
    return turn.say("ask-edit", what=turn.say(f"item-{question.id}"), now=answer_to(turn, question))
