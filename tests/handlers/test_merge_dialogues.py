"""What only implies or only names the trade gives way to what is stated, turn after turn."""

from datetime import date

import pytest

from prompts.reading import read
from tests.fakes import Chat, FakeMatcher


@pytest.fixture
def spoken(db, partners):
    """A conversation with the real reader, both consents given."""

    def reads(text, **known):
        return read(text, **known, today=date(2026, 11, 23))

    chat = Chat(db, FakeMatcher(partners), reads)
    chat.say("hello")
    chat.tap("consent:keep:yes")
    chat.tap("consent:show_abroad:yes")
    return chat


def offers(chat):
    return [facet.text for facet in chat.profile.offers]


def test_the_trade_gives_way_to_a_closer_offer(spoken):
    spoken.say("we are in the tea business")
    assert offers(spoken) == ["tea"]
    spoken.say("we export green tea powder")
    assert offers(spoken) == ["green tea powder"]


def test_the_trade_alone_adds_nothing_to_a_closer_offer(spoken):
    spoken.say("we export green tea powder")
    spoken.say("we are in the tea business")
    assert offers(spoken) == ["green tea powder"]


def test_undo_brings_the_trade_back(spoken):
    spoken.say("我们是做餐饮的")
    assert offers(spoken) == ["餐饮"]
    spoken.say("我们提供中央厨房设备")
    assert "餐饮" not in offers(spoken)
    spoken.say("undo")
    assert offers(spoken) == ["餐饮"]


def test_a_trade_is_no_need_of_its_side(spoken):
    spoken.say("we are in the tea business")
    spoken.say("we need packing machines")
    assert offers(spoken) == ["tea"]


def test_a_city_within_the_name_never_replaces_the_stated_one(spoken):
    spoken.say("We are based in Indore")
    spoken.say("Our company name is Surat Silk Mills Pvt Ltd")
    assert spoken.profile.city == "Indore"


def test_a_stated_city_replaces_the_one_within_the_name(spoken):
    spoken.say("Our company name is Surat Silk Mills Pvt Ltd")
    assert spoken.profile.city == "Surat"
    spoken.say("We are based in Indore")
    assert spoken.profile.city == "Indore"


def test_the_country_follows_the_city(spoken):
    spoken.say("We are based in Indore")
    spoken.say("We are based in Surat")
    spoken.say("sorry, our office is in Shenzhen, we are based in Shenzhen")
    assert (spoken.profile.city, spoken.profile.country) == ("Shenzhen", "CN")


def test_a_country_that_was_tapped_stays(spoken):
    spoken.say("India", choice="tell:country:IN")
    spoken.say("we are based in Shenzhen")
    assert spoken.profile.country == "IN"


def test_today_tells_the_date_of_a_start(spoken):
    spoken.say("we need packing machines")
    spoken.say("start next month")
    (start,) = spoken.profile.all("start")
    assert start.value["date"] == "2026-12-01"


def test_nothing_of_the_trade_outlives_a_deletion(spoken):
    spoken.say("we are in the tea business")
    assert spoken.view.state["broad"] == [["offer", "tea"]]
    spoken.say("delete my data")
    spoken.tap("sure:delete")
    assert "broad" not in spoken.view.state
