"""The whole record of a company in lines that its owner can read."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from handlers.core import Turn
from handlers.wording import value
from storage.companies import Profile

OTHERS = {"introductions", "partner_id", "score"}  # what tells of other companies: who they are, what they answered
INNER = {"company_id", "event_id", "replaced_by", "ref", "part", "parts", "fingerprint", "state"}  # bookkeeping
HERE = {"messages"}  # they stand in the very chat in which this is read
MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d+\+00:00$")  # told to the minute
LEFT_OUT = OTHERS | INNER | HERE


def lines(turn: Turn, record: Mapping[str, Any]) -> Iterator[str]:
    """A line for each thing told, one for each row of a list."""
    for name, told in _shown(record):
        if isinstance(told, list):
            yield f"{_label(turn, name)}:"
            yield from (f"- {_inline(turn, row)}" for row in told)
        else:
            yield f"{_label(turn, name)}: {_inline(turn, told)}"


def of_draft(profile: Profile) -> dict[str, Any]:
    """What was told before the consent to keep it."""
    return {
        "offers": [facet.source for facet in profile.offers],
        "needs": [facet.source for facet in profile.needs],
        "facts": [{"kind": fact.kind, "value": fact.value, "quote": fact.quote} for fact in profile.facts],
    }


def _inline(turn: Turn, told: Any) -> str:
    if isinstance(told, bool):
        return turn.say("record-true" if told else "record-false")
    if isinstance(told, list):
        return turn.say("between-items").join(_inline(turn, each) for each in told)
    if not isinstance(told, Mapping):
        return MOMENT.sub(r"\1 \2", str(told))
    if "kind" in told and "quote" in told:
        rest = {"quote": told["quote"]} | {name: each for name, each in told.items() if name not in {"kind", "value"}}
        kind = told["kind"]
        return f"{turn.say(f'kind-{kind}')}: {_fact(turn, kind, told['value'])} ({_inline(turn, rest)})"
    return " · ".join(f"{_label(turn, name)}: {_inline(turn, each)}" for name, each in _shown(told) if name != "id")


def _fact(turn: Turn, kind: str, said: Any) -> str:
    """Word a value, but never shorten what was written."""
    free = isinstance(said, str) and kind not in {"country", "payer", "partnership"}
    return said if free else value(turn.core.words, turn.language, kind, said)


def _shown(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((name, told) for name, told in record.items() if name not in LEFT_OUT and told not in (None, "", [], {}))


def _label(turn: Turn, name: str) -> str:
    return turn.say(f"record-{name}") if turn.core.words.has(f"record-{name}", turn.language) else name
