"""Anything into English: Simplified and Traditional, Hindi in both scripts."""

import pytest

from retrieval.embed import make_glosser
from retrieval.gloss import Glosser, simplified


@pytest.fixture(scope="module")
def glosser(cache) -> Glosser:
    return make_glosser(cache)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("軟體開發", "软件开发"),
        ("棉紗", "棉纱"),
        ("软件开发", "软件开发"),
        ("ＩＳＯ　９００１", "ISO 9001"),
        ("cotton yarn", "cotton yarn"),
    ],
)
def test_characters_are_simplified_and_folded(written: str, plain: str) -> None:
    assert simplified(written) == plain


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("采购棉纱", "yarn"),
        ("反欺诈分析", "fraud"),
        ("電動車電池", "batter"),
        ("सूती धागा", "yarn"),
        ("सॉफ्टवेयर", "software"),
        ("suti dhaga chahiye", "yarn"),
    ],
)
def test_a_capability_is_told_in_english(glosser: Glosser, text: str, word: str) -> None:
    assert any(word in view.lower() for view in glosser.views(text))


def test_english_stays_as_it_is(glosser: Glosser) -> None:
    text = "Fraud analytics for banks, on Spark"
    assert glosser.english(text, "en") == text


def test_intent_and_politeness_leave_the_stripped_view(glosser: Glosser) -> None:
    _, plain, _ = glosser.views("We are looking for a supplier of cotton yarn please")
    assert plain == "cotton yarn"


def test_stop_words_alone_still_give_three_views(glosser: Glosser) -> None:
    assert all(glosser.views("we need it"))
    assert glosser.views("") == ("", "", "")


def test_the_same_text_has_the_same_gloss_in_every_process(cache) -> None:
    text = "इलेक्ट्रॉनिक सर्किट बोर्ड असेंबली, 电路板贴片"
    assert make_glosser(cache).views(text) == make_glosser(cache).views(text)
