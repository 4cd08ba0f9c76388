from prompts.words import Words
from storage.changes import AnswerPartner, OpenCompany, ShowPartner
from storage.companies import profile
from storage.conversations import end_turn, receive
from tests.fakes import offer

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
    kept.say("22")
    answer = kept.say("export")
    assert answer.startswith(SAY("export", "en"))
    assert "offers:\n- words: fraud analytics\n" in answer
    assert "- number of people: 22 people (as said: 22" in answer
    assert "about: show_abroad" in answer
    assert "given: yes" in answer
    assert "+00:00" not in answer
    assert SAY("ask-need", "en") in answer


def test_export_before_the_consent_gives_what_was_told(chat):
    assert SAY("export-nothing", "en") in chat.say("export")
    chat.say("offer")
    assert "offers:\n- fraud analytics" in chat.say("export")


def test_export_names_no_partner_and_tells_no_answer_of_theirs(live, db):
    event = db.do(receive, "wechat", "7", "1", "no")
    decline = [OpenCompany("cn-z", "CN", "zh"), ShowPartner(live.profile.id, 0.5)]
    refuse = AnswerPartner(live.profile.id, "not_for_me")
    db.do(end_turn, event, "wechat:7", [], [*decline, refuse])
    answer = live.say("export")
    assert SAY("record-suggestions", "en") in answer
    assert "cn-" not in answer.partition(SAY("ask-need", "en"))[0]
    assert "declined" not in answer


def test_a_long_record_comes_in_several_messages_cut_at_line_ends(kept, reader):
    for number in range(60):
        text = f"{number:02} " + "weaving and dyeing of silk " * 6 + "end"
        kept.say(reader.hears(text, "tell", facets=(offer(text),)))
    kept.say("export")
    assert len(kept.said) > 2
    assert all(len(said.text) <= 3500 for said in kept.said)
    assert all(said.text.endswith("end") for said in kept.said[:-1])
    assert [bool(said.choices) for said in kept.said] == [False] * (len(kept.said) - 1) + [True]


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
