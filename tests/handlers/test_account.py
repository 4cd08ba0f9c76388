import json

from prompts.words import Words
from storage.companies import profile

SAY = Words().say


def test_a_wish_for_a_person_is_met_at_once_with_a_time(kept):
    answer = kept.say("human")
    assert SAY("human", "en", day="Tue, 24 Nov") in answer
    assert (kept.view.mode, kept.view.wants_human) == ("waiting", True)


def test_on_friday_a_person_is_promised_for_monday(kept):
    kept.day = kept.day.replace(day=27)
    assert "Mon, 30 Nov" in kept.say("human")


def test_while_a_person_is_awaited_the_bot_is_silent_and_keeps_what_is_told(kept):
    kept.say("human")
    assert kept.say("offer") == kept.say("why") == ""
    assert [facet.text for facet in kept.profile.offers] == ["fraud analytics"]
    answer = kept.say("cancel")
    assert SAY("human-cancelled", "en") in answer
    assert SAY("ask-need", "en") in answer
    assert (kept.view.mode, kept.view.wants_human) == ("bot", False)


def test_a_wish_for_a_person_before_the_consent_loses_nothing(chat):
    chat.say("human")
    chat.say("offer")
    chat.say("cancel")
    chat.tap("consent:keep:yes")
    assert len(chat.profile.offers) == 1


def test_with_staff_the_bot_is_silent_but_for_cancel(kept, db):
    from storage.tables import Conversation

    def take_over(session):
        session.get_one(Conversation, kept.view.id).mode = "staff"

    db.do(take_over)
    assert kept.say("offer") == ""
    assert kept.profile.facets == ()
    assert SAY("human-cancelled", "en") in kept.say("cancel")


def test_language_switch_asks_the_open_question_again(kept, reader):
    kept.say("offer")
    answer = kept.say(reader.hears("hindi please", "language", language_wish="hi"))
    assert SAY("language-changed", "hi") in answer
    assert SAY("ask-need", "hi") in answer
    assert kept.view.language == "hi"


def test_language_without_a_name_offers_all_three(kept):
    answer = kept.say("/language")
    assert "[English]\n[中文]\n[हिन्दी]" in answer
    assert SAY("language-changed", "zh") in kept.say("中文")


def test_a_chosen_language_stays(kept, reader):
    kept.say(reader.hears("in english", "language", language_wish="en"))
    assert SAY("not-understood", "en") in kept.say("我们是做数据的公司")


def test_without_a_choice_the_bot_follows_the_writing(kept):
    assert SAY("not-understood", "zh") in kept.say("我们是做数据的公司")
    assert SAY("not-understood", "hi") in kept.say("हम कंपनी हैं")
    kept.say("22")
    assert SAY("not-understood", "hi") in kept.say("ISO 27001")
    assert SAY("not-understood", "en") in kept.say("we go on like this")


def test_export_gives_the_whole_record(kept):
    kept.say("offer")
    answer = kept.say("export")
    record = json.loads(answer[answer.index("{") : answer.rindex("}") + 1])
    assert record["offers"][0]["text"] == "fraud analytics"


def test_pause_and_resume(live):
    live.say("pause")
    assert live.profile.status == "paused"
    assert SAY("settled-paused", "en") in live.say("matches")
    live.say("resume")
    assert live.profile.status == "live"


def test_delete_asks_first_then_leaves_nothing(live, db):
    row = live.profile.id
    assert SAY("sure-delete", "en") in live.say("delete")
    assert live.profile is not None
    assert SAY("deleted", "en") in live.tap("sure:delete")
    assert db.do(profile, row) is None
    assert live.view.state == {}
    assert SAY("welcome", "en") in live.say("hello")


def test_delete_can_be_called_off(live):
    live.say("delete")
    live.tap("do:cancel")
    assert live.profile.status == "live"


def test_deleting_before_the_consent_forgets_what_was_told(chat):
    chat.say("offer")
    chat.say("delete")
    chat.say("yes")
    assert chat.view.state == {}


def test_what_is_stored_is_told_with_the_ways_to_change_it(kept):
    answer = kept.say("/privacy")
    assert SAY("answer-data", "en") in answer
    assert SAY("stored-abroad", "en") in answer
    kept.tap("consent:show_abroad:no")
    assert kept.view.consents["show_abroad"].given is False
