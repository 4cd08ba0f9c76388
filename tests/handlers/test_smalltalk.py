from prompts.words import Words

SAY = Words().say


def test_a_digression_is_answered_and_the_thread_taken_up(kept):
    kept.say("offer")
    answer = kept.say("ask_price")
    assert SAY("answer-ask_price", "en") in answer
    assert SAY("ask-need", "en") in answer


def test_several_questions_beside_a_fact_are_all_answered(kept, reader):
    kept.say("offer")
    facts = reader.script["22"].facts
    answer = kept.say(reader.hears("much", "tell", "ask_price", "ask_wechat", facts=facts))
    for part in (SAY("answer-ask_price", "en"), SAY("answer-ask_wechat", "en"), "Got it: 22 people."):
        assert part in answer


def test_on_wechat_the_question_is_about_telegram(db, reader):
    from tests.fakes import Chat, FakeMatcher

    chat = Chat(db, FakeMatcher(), reader, channel="wechat")
    assert SAY("answer-ask_telegram", "en") in chat.say(reader.hears("telegram?", "ask_wechat"))


def test_each_remark_gets_a_short_answer_and_loses_nothing(kept, reader):
    kept.say("offer")
    for intent in ("insult", "order", "other_language", "thanks", "greeting", "small_talk", "empty"):
        answer = kept.say(reader.hears(f"remark {intent}", intent))
        assert SAY(f"small-{intent}", "en") in answer
        assert SAY("ask-need", "en") in answer


def test_a_bare_ok_repeats_the_question(kept):
    kept.say("offer")
    assert SAY("small-ok", "en") in kept.say("yes")


def test_the_third_misunderstanding_in_a_row_offers_a_person(kept):
    kept.say("offer")
    assert SAY("not-understood", "en") in kept.say("mumble")
    kept.say("mumble")
    answer = kept.say("mumble")
    assert SAY("not-understood-again", "en") in answer
    kept.tap("do:human")
    assert kept.view.mode == "waiting"


def test_anything_understood_starts_the_count_anew(kept):
    kept.say("mumble")
    kept.say("mumble")
    kept.say("offer")
    assert SAY("not-understood-again", "en") not in kept.say("mumble")


def test_commands_and_numbers_and_labels_are_taps(kept):
    kept.say("offer")
    kept.say("need")
    assert SAY("price-company", "en") in kept.say("Skip")
    assert SAY("price-proof", "en") in kept.say("/skip")
    assert "They pay us" in kept.said[0].choices[0].label
    kept.say("2")
    assert kept.profile.fact("payer").value == "we_pay"


def test_a_number_without_a_choice_is_not_understood(kept):
    kept.say("offer")
    assert SAY("not-understood", "en") in kept.say("9")


def test_a_tap_that_nobody_was_offered_does_no_harm(live):
    for value in (
        "want:cn-z",
        "refuse:",
        "do:nothing",
        "sure:",
        "tell:payer:nobody",
        "consent:all:yes",
        "x",
        "reason:cn-a",
    ):
        assert live.say("", choice=value), value
    assert live.profile.facts == ()


def test_a_yes_to_something_else_deletes_nothing(live):
    live.say("delete")
    live.say("ask_price")
    live.say("yes")
    assert live.profile is not None


def test_after_a_digression_the_sending_is_asked_again(live):
    live.say("1")
    live.tap("want:cn-a")
    assert "[both cn-a en]" in live.say("ask_price")
    assert SAY("sent", "en") in live.say("yes")
