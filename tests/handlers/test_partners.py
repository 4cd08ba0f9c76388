from prompts.words import Words
from storage import pairs
from storage.changes import AnswerPartner, ShowPartner
from storage.conversations import end_turn, receive
from storage.tables import Company
from tests.fakes import Chat, FakeMatcher

SAY = Words().say


def test_a_number_in_the_list_opens_that_partner(live):
    answer = live.say("2")
    assert "[why cn-b en]" in answer
    assert "[Interested]" in answer


def test_interested_shows_both_sides_gain_before_anything_is_sent(live, db):
    answer = live.say("interested")
    assert SAY("which-one", "en") in answer
    live.say("2")
    answer = live.say("interested")
    assert "[both cn-b en]" in answer
    assert "[nameless en]" in answer
    assert db.do(pairs.introduction, live.profile.id, "cn-b").state == "shown"
    assert SAY("sent", "en") in live.say("yes")
    assert db.do(pairs.introduction, live.profile.id, "cn-b").state == "wanted"


def test_interested_with_a_number(live, reader):
    assert "[both cn-c en]" in live.say(reader.hears("interested 3", "interested", number=3))


def test_what_is_not_sent_stays_unsent(live, db):
    live.say("1")
    live.tap("want:cn-a")
    assert SAY("cancelled", "en") in live.say("no")
    assert db.do(pairs.introduction, live.profile.id, "cn-a").state == "shown"


def test_not_for_me_counts_at_once_and_takes_a_reason_by_one_tap(live, db):
    live.say("1")
    answer = live.tap("refuse:cn-a")
    assert SAY("refuse-too_small", "en") in answer
    assert db.do(pairs.refused, live.profile.id) == {"cn-a"}
    assert SAY("refused-why", "en") in live.tap("reason:cn-a:too_small")


def test_more_brings_what_was_not_shown(live, db):
    assert SAY("no-more", "en") in live.say("more")
    live.core.matcher.partners += ["cn-d"]
    db.do(lambda session: session.add(Company(id="cn-d", country="CN", status="live")))
    assert "1. [reason cn-d en]" in live.say("more")


def test_partners_already_shown_are_shown_again_when_there_is_nobody_new(live):
    live.core.matcher.suggest = FakeMatcher(()).suggest
    answer = live.say("matches")
    assert "Nobody new yet" in answer
    assert "1. [reason cn-a en]" in answer


def test_an_empty_list_is_honest(db, reader):
    chat = Chat(db, FakeMatcher((), seekers=4), reader)
    chat.say("offer")
    chat.tap("consent:keep:yes")
    chat.tap("consent:show_abroad:yes")
    chat.say("matches")
    answer = chat.say("yes")
    assert SAY("empty", "en") in answer
    assert SAY("empty-seekers", "en", count=4) in answer


def test_a_partner_that_is_gone(live):
    live.core.matcher.partners.remove("cn-a")
    assert SAY("partner-gone", "en") in live.tap("why:cn-a")


def test_partners_before_confirming_lead_to_the_summary(kept):
    kept.say("offer")
    answer = kept.say("matches")
    assert SAY("matches-early", "en") in answer
    assert SAY("confirm", "en") in answer


def test_a_yes_after_the_other_side_declined_is_not_sent(live, db):
    row = live.profile.id
    live.say("1")
    live.tap("want:cn-a")

    event = db.do(receive, live.channel, live.user, "decline", "")
    changes = [ShowPartner("cn-a", 1.0), AnswerPartner("cn-a", "not_for_me")]
    db.do(end_turn, event, live.view.id, [], changes)
    assert SAY("partner-gone", "en") in live.say("yes")
    assert db.do(pairs.introduction, row, "cn-a").state == "declined"
