"""What the bot is asked is neither wished for nor refused."""

import pytest

from prompts.reading import read


@pytest.mark.parametrize(
    "text", ["要不要下载telegram", "要不要下载telegram？", "需要装什么软件吗", "do we need to install an app?"]
)
def test_a_question_tells_nothing(text: str) -> None:
    reading = read(text)
    assert (reading.facets, reading.denied, reading.facts) == ((), (), ())
    assert reading.has("ask_wechat", "ask_other")


@pytest.mark.parametrize("text", ["you can call us Nerulite", "people call us Nerulite"])
def test_how_a_firm_is_called_is_no_call(text: str) -> None:
    assert not read(text).has("human")


@pytest.mark.parametrize("text", ["need annotators who read Tamil", "we want testers who see colour well"])
def test_who_reads_is_no_question_about_data(text: str) -> None:
    assert not read(text).has("ask_data")


@pytest.mark.parametrize("text", ["you can call us on monday", "can you call us please"])
def test_a_call_is_wished_for(text: str) -> None:
    assert read(text).has("human")
