from prompts.words import Words
from tests.fakes import fact, need, offer

SAY = Words().say


def test_one_message_fills_many_things_and_is_read_back(kept, reader):
    facts = reader.script["pune"].facts + reader.script["22"].facts
    text = reader.hears("all", "tell", facets=(offer("fraud analytics"), need("data engineering")), facts=facts)
    answer = kept.say(text)
    assert "Got it: Pune · 22 people · offer: fraud analytics · need: data engineering." in answer
    assert "What is your company's name?" in answer
    assert "(2 of 9 done)" in answer


def test_offer_and_need_come_first_then_what_splits_the_candidates(kept):
    assert SAY("ask-need", "en") in kept.say("offer")
    kept.core.matcher.next_question = lambda profile, questions: "budget"
    assert SAY("ask-budget", "en") in kept.say("need")


def test_the_open_question_is_told_to_the_reader(kept, reader):
    kept.say("offer")
    kept.say("need")
    reader.asked.clear()
    kept.say("orbit")
    assert reader.asked == ["company"]


def test_a_correction_is_shown_as_old_and_new_and_can_be_undone(kept):
    kept.say("22")
    answer = kept.say("24")
    assert "Changed number of people: 22 people → 24 people." in answer
    assert SAY("undone", "en") in kept.tap("do:undo")
    assert kept.profile.headcount == 22
    assert len(kept.profile.all("headcount")) == 1


def test_undo_takes_back_what_was_added(kept):
    kept.say("offer")
    assert SAY("ask-opening", "en") in kept.say("undo")
    assert kept.profile.facets == ()
    assert SAY("undo-nothing", "en") in kept.say("undo")


def test_undo_works_before_the_consent(chat):
    chat.say("22")
    chat.say("24")
    chat.say("undo")
    assert chat.view.state["draft"]["facts"] == [["headcount", 22, "22"]]


def test_what_is_denied_is_withdrawn_with_undo(kept, reader):
    kept.say("offer")
    kept.say(reader.hears("no fraud", "tell", denied=(offer("Fraud  Analytics"),)))
    assert kept.profile.offers == ()
    kept.say("undo")
    assert [facet.text for facet in kept.profile.offers] == ["fraud analytics"]


def test_the_same_thing_again_is_not_stored_twice(kept, reader):
    kept.say("offer")
    answer = kept.say(reader.hears("again", "tell", facets=(offer("FRAUD analytics"),)))
    assert SAY("known-already", "en") in answer
    assert len(kept.profile.offers) == 1


def test_the_currency_is_asked_when_the_budget_has_none(kept, reader):
    kept.say("offer")
    kept.say("need")
    assert SAY("ask-currency", "en") in kept.say("30k")
    answer = kept.tap("tell:currency:USD")
    assert "30K → $30K" in answer
    assert kept.profile.fact("budget").value == {"low": 30000, "high": 30000, "currency": "USD"}


def test_skip_tells_its_price_and_goes_on(kept):
    kept.say("offer")
    answer = kept.say("skip")
    assert SAY("price-need", "en") in answer
    assert "(1 of 9 done)" in answer
    assert SAY("ask-need", "en") not in answer


def test_a_no_to_an_open_question_skips_it(kept):
    for text in ("offer", "need", "orbit", "pune", "22"):
        answer = kept.say(text)
    assert SAY("ask-proof", "en") in answer
    assert SAY("price-proof", "en") in kept.say("no")


def test_back_opens_the_question_before_with_its_answer(kept):
    kept.say("offer")
    kept.say("need")
    answer = kept.say("back")
    assert SAY("ask-edit", "en", what="Need", now="data engineering") in answer
    kept.say("skip")
    assert [facet.text for facet in kept.profile.needs] == ["data engineering"]


def test_back_at_the_first_question_says_so(kept):
    kept.say("hello")
    assert SAY("back-nothing", "en") in kept.say("back")


def test_change_5_asks_that_line_again_and_replaces_it(kept, reader):
    kept.say("offer")
    kept.say("need")
    kept.say("matches")
    answer = kept.say(reader.hears("change 2", "edit", number=2))
    assert "fraud analytics" in answer
    answer = kept.say(reader.hears("kyc", "tell", facets=(offer("kyc checks"),)))
    assert [facet.text for facet in kept.profile.offers] == ["kyc checks"]
    assert "2. Offer: kyc checks" in answer
    kept.say("undo")
    assert [facet.text for facet in kept.profile.offers] == ["fraud analytics"]


def test_change_with_the_new_value_in_the_same_message(kept, reader):
    kept.say("offer")
    answer = kept.say(reader.hears("change 2 to kyc", "edit", "tell", number=2, facets=(offer("kyc checks"),)))
    assert [facet.text for facet in kept.profile.offers] == ["kyc checks"]
    assert SAY("ask-need", "en") in answer


def test_change_without_a_number_asks_which(kept, reader):
    kept.say("offer")
    assert SAY("edit-which", "en") in kept.say(reader.hears("change", "edit"))


def test_restart_asks_first_and_can_be_undone(kept):
    kept.say("offer")
    kept.say("22")
    assert SAY("sure-restart", "en") in kept.say("restart")
    assert len(kept.profile.facets) == 1
    assert SAY("ask-opening", "en") in kept.say("yes")
    assert kept.profile.facets == kept.profile.facts == ()
    kept.say("undo")
    assert (len(kept.profile.facets), kept.profile.headcount) == (1, 22)


def test_restart_can_be_called_off(kept):
    kept.say("offer")
    kept.say("restart")
    assert SAY("ask-need", "en") in kept.say("no")
    assert len(kept.profile.facets) == 1


def test_after_days_it_goes_on_where_it_stood(kept):
    kept.say("offer")
    kept.say("need")
    kept.day = kept.day.replace(day=28)
    answer = kept.say("hello")
    assert SAY("welcome-back", "en", what="Company", known=2, total=9) in answer
    assert "What is your company's" in answer


def test_confirming_goes_live_and_shows_partners_at_once(kept):
    kept.say("offer")
    kept.say("need")
    for _ in range(7):
        answer = kept.say("skip")
    assert SAY("confirm", "en") in answer
    answer = kept.say("yes")
    assert SAY("live", "en") in answer
    assert "1. [reason cn-a en]" in answer
    assert kept.profile.status == "live"


def test_nothing_is_confirmed_without_an_offer_or_a_need(kept):
    for _ in range(10):
        answer = kept.say("skip")
    assert SAY("need-something", "en") in answer
    assert kept.profile.status == "draft"


def test_the_country_is_asked_where_neither_channel_nor_city_tells(db, reader):
    from tests.fakes import Chat, FakeMatcher

    chat = Chat(db, FakeMatcher(), reader, channel="console")
    chat.say("offer")
    chat.tap("consent:keep:yes")
    chat.tap("consent:show_abroad:yes")
    assert SAY("ask-country", "en") not in chat.say("matches")
    for text in ("orbit", "22"):
        chat.say(text)
    chat.say(reader.hears("city", "tell", facts=(fact("city", "Xanadu"),)))
    assert chat.profile.country is None
    answer = chat.say("matches")
    assert SAY("ask-country", "en") in answer
    chat.tap("tell:country:CN")
    assert chat.profile.country == "CN"


def test_a_live_company_may_still_change(live):
    answer = live.say("24")
    assert SAY("settled", "en") in answer
    assert live.profile.headcount == 24
