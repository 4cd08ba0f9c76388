import pytest

from handlers.commands import command
from prompts.words import Words

WORDS = Words()


@pytest.mark.parametrize(
    ("text", "intent", "number"),
    [
        ("/skip", "skip", None),
        ("/Matches@plaza_bot now", "matches", None),
        ("/unheard", "help", None),
        ("/", "help", None),
        ("Skip it!", "skip", None),
        ("छोड़ें", "skip", None),
        ("chhodo", "skip", None),
        ("导出", "export", None),
        ("改5", "edit", 5),
        ("改 ５", "edit", 5),
        ("5 बदलो", "edit", 5),
        ("५ बदलो", "edit", 5),
        ("change 12", "edit", 12),
        ("Interested 2", "interested", 2),
        ("2 not for me", "not_for_me", 2),
        ("为什么", "why", None),
        ("看推荐伙伴", "matches", None),
        ("转人工", "human", None),
        ("Talk to a person", "human", None),
    ],
)
def test_a_message_that_is_a_command(text, intent, number):
    reading = command(WORDS, text, "en")
    assert (reading.intents, reading.number) == ((intent,), number)


@pytest.mark.parametrize(
    "text", ["", "5", "we skip rope", "skip 3", "人工智能", "导出口碑数据", "why do you ask", "2 of 3"]
)
def test_a_message_that_says_more_is_no_command(text):
    assert command(WORDS, text, "en") is None
