"""A company without the second consent searches and is never shown."""

import pytest

from prompts.words import Words
from storage.companies import profile
from tests.fakes import Chat, FakeMatcher

SAY = Words().say


@pytest.fixture
def quiet(chat):
    chat.say("offer")
    chat.tap("consent:keep:yes")
    chat.tap("consent:show_abroad:no")
    chat.say("need")
    chat.say("matches")
    chat.confirmed = chat.say("yes")
    return chat


def test_it_is_confirmed_as_quiet_and_gets_suggestions(quiet):
    assert quiet.profile.status == "quiet"
    assert SAY("quiet", "en") in quiet.confirmed
    assert SAY("live", "en") not in quiet.confirmed
    assert "1. [reason cn-a en]" in quiet.confirmed
    assert "[why cn-b en]" in quiet.say("2")
    assert SAY("settled-quiet", "en") in quiet.say("ask_price")


def test_the_consent_moves_it_there_and_back(quiet):
    quiet.say("/privacy")
    quiet.tap("consent:show_abroad:yes")
    assert quiet.profile.status == "live"
    quiet.say("/privacy")
    quiet.tap("consent:show_abroad:no")
    assert quiet.profile.status == "quiet"


def test_a_pause_ends_as_it_began(quiet):
    quiet.say("pause")
    assert quiet.profile.status == "paused"
    quiet.say("/privacy")
    quiet.tap("consent:show_abroad:yes")
    assert quiet.profile.status == "paused", "a consent does not end a pause"
    quiet.say("resume")
    assert quiet.profile.status == "live"


def test_an_unconfirmed_company_stays_a_draft(kept):
    assert kept.profile.status == "draft"
    kept.say("/privacy")
    kept.tap("consent:show_abroad:no")
    assert kept.profile.status == "draft"


def test_others_do_not_see_it_even_if_the_index_still_does(quiet, db, reader):
    row = quiet.profile.id
    other = Chat(db, FakeMatcher([row]), reader, channel="wechat", user="7")
    other.say("offer")
    other.tap("consent:keep:yes")
    other.tap("consent:show_abroad:yes")
    other.say("matches")
    assert row not in other.say("yes")
    quiet.say("/privacy")
    quiet.tap("consent:show_abroad:yes")
    assert f"[reason {row} en]" in other.say("matches")
    quiet.say("/privacy")
    quiet.tap("consent:show_abroad:no")
    assert row not in other.say("matches")
    assert SAY("partner-gone", other.view.language) in other.say(choice=f"want:{row}")
    assert db.do(profile, row).status == "quiet"
