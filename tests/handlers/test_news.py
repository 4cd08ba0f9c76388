"""What one side answers reaches the other: once, at a moment that suits, and never a no."""

import pytest

from prompts.words import Words
from storage import pairs
from storage.changes import AnswerPartner, OpenCompany, SetStatus, ShowPartner, TellPartner
from storage.conversations import end_turn, receive
from storage.tables import Conversation
from tests.fakes import Chat, FakeMatcher

SAY = Words().say


@pytest.fixture
def other(db, live, reader):
    """A live Chinese company; it and `live` are each other's only partner."""
    reader.hears("我们想找数据分析", "tell", facets=reader.script["need"].facets, language="zh")
    other = Chat(db, FakeMatcher([live.profile.id]), reader, channel="wechat", user="7")
    for text in ("我们想找数据分析", "consent:keep:yes", "consent:show_abroad:yes", "matches"):
        other.tap(text) if ":" in text else other.say(text)
    other.core.matcher.partners = []
    other.say("yes")
    other.core.matcher.partners = [live.profile.id]
    live.core.matcher.partners = [other.profile.id]
    live.say("more")
    return other


def wants(chat, partner):
    chat.tap(f"want:{partner.profile.id}")
    return chat.say("yes")


def state(db, one, two):
    return db.do(pairs.introduction, one.profile.id, two.profile.id).state


def set_mode(db, chat, mode):
    db.do(lambda session: setattr(session.get_one(Conversation, chat.view.id), "mode", mode))


def test_the_other_side_is_asked_once_in_its_language(live, other, db):
    assert SAY("sent", "en") in wants(live, other)
    asked = other.hear_news()
    for line in (
        SAY("wanted", "zh"),
        f"[both {live.profile.id} zh]",
        SAY("wanted-summary", "zh", text="[nameless zh]"),
    ):
        assert line in asked
    assert [choice.value.partition(":")[0] for choice in other.said[0].choices] == ["want", "refuse", "why"]
    assert state(db, live, other) == "asked"
    live.say(choice=f"want:{other.profile.id}")
    assert SAY("sent", "en") in live.say("yes"), "said again, it is the same yes"
    assert other.hear_news() == ""


def test_a_yes_in_return_is_told_to_both_in_their_languages(live, other, db):
    wants(live, other)
    other.hear_news()
    other.say("1")
    assert other.say("yes").startswith(SAY("mutual", "zh", day="11月24日周二"))
    assert live.hear_news() == SAY("mutual", "en", day="Tue, 24 Nov")
    assert state(db, live, other) == "mutual"
    assert (live.hear_news(), other.hear_news()) == ("", "")


def test_a_no_is_told_to_nobody(live, other, db):
    wants(live, other)
    other.hear_news()
    assert SAY("refused", "zh") in other.say("2")
    assert live.hear_news() == ""
    assert state(db, live, other) == "declined"


def test_why_is_answered_before_the_yes(live, other):
    wants(live, other)
    other.hear_news()
    assert f"[why {live.profile.id} zh]" in other.say("3")
    assert SAY("tap-want", "zh") in other.say("matches")


def test_two_yeses_that_cross_need_no_question(live, other, db):
    wants(live, other)
    event = db.do(receive, "wechat", "7", "cross", "yes")
    yes = (ShowPartner(live.profile.id, 0.9), AnswerPartner(live.profile.id, "interested"))
    told = TellPartner(live.profile.id, "mutual")
    db.do(end_turn, event, other.view.id, [], [*yes, told])
    assert other.hear_news() == ""
    assert live.hear_news() == SAY("mutual", "en", day="Tue, 24 Nov")


@pytest.mark.parametrize("mode", ["waiting", "staff"])
def test_while_a_person_speaks_the_news_wait(live, other, db, mode):
    wants(live, other)
    set_mode(db, other, mode)
    assert other.hear_news() == ""
    assert other.say("offer") == ""
    assert state(db, live, other) == "wanted"
    answer = other.say("cancel")
    assert SAY("wanted", "zh") in answer
    assert answer.count(SAY("tap-want", "zh")) == 1
    assert "news" not in other.view.state
    assert SAY("wanted", "zh") not in other.say("cancel")


def test_the_news_of_both_wait_for_staff_too(live, other, db):
    wants(live, other)
    other.hear_news()
    set_mode(db, live, "staff")
    other.say("1")
    other.say("yes")
    assert live.hear_news() == ""
    set_mode(db, live, "bot")
    assert SAY("mutual", "en", day="Tue, 24 Nov") in live.say("ask_price")


def test_a_question_is_not_broken_into(live, other, db):
    wants(live, other)
    other.say("delete")
    assert other.hear_news() == ""
    assert SAY("wanted", "zh") in other.say("cancel")
    assert other.profile is not None


def test_who_paused_is_asked_when_back(live, other):
    wants(live, other)
    other.say("pause")
    assert other.hear_news() == ""
    assert SAY("wanted", "zh") in other.say("resume")


def test_nobody_is_asked_for_a_company_that_is_not_shown(live, other, db):
    wants(live, other)
    live.say("/privacy")
    live.tap("consent:show_abroad:no")
    assert other.hear_news() == ""
    assert state(db, live, other) == "wanted"


def test_without_the_second_consent_staff_asks(live, other, db):
    live.say("/privacy")
    live.tap("consent:show_abroad:no")
    live.say(choice=f"want:{other.profile.id}")
    assert SAY("sent-by-staff", "en") in live.say("yes")
    assert other.hear_news() == ""


def test_a_company_that_is_deleted_is_no_news(live, other):
    wants(live, other)
    live.say("delete")
    live.say("yes")
    assert other.hear_news() == ""


def test_a_deletion_takes_the_waiting_news_with_it(live, other, db):
    wants(live, other)
    other.say("delete")
    other.hear_news()
    other.say("yes")
    assert (other.profile, other.view.state) == (None, {})
    assert other.hear_news() == ""


def test_a_forged_tap_brings_no_news(live, other, db):
    assert other.say(choice=f"news:wanted:{live.profile.id}") == ""
    assert other.say(choice="news:nothing") == ""
    assert other.say(choice="news:gift:x") == ""
    assert state(db, live, other) == "shown"


def test_of_several_who_ask_one_is_told_at_a_time(live, other, db):
    wants(live, other)
    second = db.do(receive, "telegram", "9", "1", "yes")
    row = other.profile.id
    company = [OpenCompany("in-2", "IN", "en"), SetStatus("live"), ShowPartner(row, 0.5)]
    yes = [AnswerPartner(row, "interested"), TellPartner(row, "wanted")]
    db.do(end_turn, second, "telegram:9", [], [*company, *yes])
    other.core.matcher.partners.append("in-2")
    set_mode(db, other, "waiting")
    assert other.hear_news() == ""
    first = other.say("cancel")
    assert first.count(SAY("wanted", "zh")) == 1
    assert first.count(SAY("tap-want", "zh")) == 1
    assert "[both in-2 zh]" in other.say("ask_price")
