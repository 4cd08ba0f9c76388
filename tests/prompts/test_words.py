import ast
import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from handlers.questions import QUESTIONS
from handlers.routes import PARTNER
from prompts.reading.reading import FactKind, Intent
from prompts.words import TEXT, Words

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "zh", "hi")
READ_BY_PEOPLE = ("handlers", "bot", "retrieval")  # packages in which no sentence may stand
VALUES = {  # of the facts that have a fixed set of them (prompts.reading.reading.FactKind)
    "country": ("IN", "CN"),
    "payer": ("they_pay", "we_pay", "both", "none"),
    "data_place": ("on_site", "remote", "masked", "may_leave", "no_data"),
    "partnership": ("project", "joint", "agency", "supply", "investment", "space", "other"),
    "certificate": ("held", "applying", "not_held"),
}
WORDS = Words()


class Arguments(Visitor):
    def __init__(self):
        self.names = set()

    def visit_VariableReference(self, node):  # noqa: N802  # the name that Fluent calls
        self.names.add(node.id.name)


def catalogue(language, files="*"):
    """Key -> names of its arguments."""
    found = {}
    for path in TEXT.glob(f"{files}{language}.ftl"):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        assert not [entry for entry in resource.body if isinstance(entry, ftl.Junk)], path.name
        for entry in resource.body:
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} twice in {language}"
                arguments = Arguments()
                arguments.visit(entry)
                found[entry.id.name] = arguments.names
    return found


def literals(package):
    """Every string literal of a package but its docstrings; an f-string is a pattern."""
    for path in (ROOT / package).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = (re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in node.values)
                yield path, "".join(parts), True
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (inside | docs):
                yield path, node.value, False


def test_the_catalogues_have_the_same_keys_with_the_same_arguments():
    english = catalogue("en")
    for language in LANGUAGES[1:]:
        assert catalogue(language) == english


def test_every_key_of_the_conversation_is_used():
    used = [literal for package in ("handlers", "prompts", "retrieval", "bot") for literal in literals(package)]
    exact = {text for _, text, pattern in used if not pattern}
    exact |= {f"tap-{verb}" for verb in (*get_args(Intent), *PARTNER) if verb in exact}
    exact |= {f"{kind}-{value}" for kind, values in VALUES.items() for value in values}
    begun = [text for _, text, pattern in used if pattern and re.match(r"[a-z_]+\\-", text) and text != r"tap\-.+"]
    unused = [
        key for key in catalogue("en", files="") if key not in exact and not any(re.fullmatch(p, key) for p in begun)
    ]
    assert unused == []


def test_every_value_of_a_fact_has_words():
    keys = set(catalogue("en"))
    assert {f"{kind}-{value}" for kind, values in VALUES.items() for value in values} <= keys
    assert {f"kind-{kind}" for kind in get_args(FactKind)} <= keys
    questions = {f"{what}-{question.id}" for question in QUESTIONS for what in ("ask", "item", "price")}
    assert questions <= keys
    assert all(value in VALUES[question.kinds[0]] for question in QUESTIONS for value in question.choices)


CALLS = {"say": 0, "answer": 0, "choice": 1}


def test_every_key_that_is_said_exists():
    keys = set(catalogue("en"))
    for path in (ROOT / "handlers").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
                place = CALLS[node.func.attr]
                key = node.args[place] if len(node.args) > place else None
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    assert key.value in keys, f"{path.name} says {key.value}"
                if isinstance(key, ast.IfExp):
                    both = {part.value for part in (key.body, key.orelse) if isinstance(part, ast.Constant)}
                    assert both <= keys, f"{path.name} says {both}"


@pytest.mark.parametrize("package", READ_BY_PEOPLE)
def test_no_sentence_stands_in_logic(package):
    foreign = re.compile("[\u0904-\u0939\u3400-\u9fff]{2}")
    sentence = re.compile(r"\w+ \w+ \w+.*[.?!]$")
    for path, text, _ in literals(package):
        if package != "retrieval":  # its tools know letters and particles, and say nothing
            assert not foreign.search(text), f"{path}: {text}"
        if package != "bot":  # the command line has help texts for the operator
            assert not sentence.search(text), f"{path}: {text}"


def test_a_missing_key_or_argument_raises():
    with pytest.raises(KeyError, match="no text for nothing"):
        WORDS.say("nothing", "en")
    with pytest.raises(KeyError, match="changed"):
        WORDS.say("changed", "zh", what="人数", old="3")


def test_plurals_and_digits_follow_the_language():
    assert WORDS.say("fact-headcount", "en", count=1) == "1 person"
    assert WORDS.say("fact-headcount", "en", count=250000) == "2,50,000 people"
    assert WORDS.say("fact-headcount", "zh", count=260) == "260人"
    assert WORDS.say("empty-seekers", "en", count=0).startswith("Nobody")


def test_money_is_written_as_each_language_writes_it():
    assert WORDS.money(12_500_000, 12_500_000, "INR", "en") == "₹1.25Cr"
    assert WORDS.money(30_000, 50_000, "USD", "en") == "$30K–$50K"
    assert WORDS.money(300_000, 500_000, "CNY", "zh") == "¥30万–¥50万"
    assert WORDS.money(0, 500_000, "CNY", "zh") == "¥50万以内"
    assert WORDS.money(2_500_000, None, "INR", "hi") == "₹25\u00a0लाख से शुरू"
    assert WORDS.money(30_000, 30_000, None, "en") == "30K"


def test_long_values_are_said_whole():
    text = "wool " * 2000
    assert WORDS.say("preview", "hi", text=text).endswith(text)


def test_days_and_lists():
    assert WORDS.day(date(2027, 1, 4), "en") == "Mon, 4 Jan"
    assert WORDS.day(date(2027, 1, 4), "zh") == "1月4日周一"
    assert WORDS.join(["城市", "人数"], "zh") == "城市和人数"


def test_a_new_wording_has_a_new_version(tmp_path):
    for language in LANGUAGES:
        (tmp_path / f"{language}.ftl").write_text("consent-keep = May I?\n", encoding="utf-8")
        (tmp_path / f"more.{language}.ftl").write_text("extra = There is more\n", encoding="utf-8")
    other = Words(tmp_path)
    assert other.say("extra", "hi") == "There is more"
    assert other.version("consent-keep", "en") != WORDS.version("consent-keep", "en")
    assert WORDS.version("consent-keep", "en") == Words().version("consent-keep", "en")
