from sqlmodel import select

from handlers.profile import understood
from prompts.words import Words
from storage.tables import Facet, Fact
from tests.fakes import Chat, FakeMatcher, fact

SAY = Words().say


def rows(db, table):
    return db.do(lambda session: len(session.exec(select(table)).all()))


def test_consent_is_asked_first(chat):
    answer = chat.say("hello")
    assert SAY("welcome", "en") in answer
    assert SAY("consent-keep", "en") in answer


def test_what_was_said_before_the_consent_is_stored_with_it_and_not_asked_again(chat, db):
    chat.say("offer")
    answer = chat.say("22")
    assert SAY("consent-keep", "en") in answer
    assert rows(db, Facet) == rows(db, Fact) == 0
    chat.tap("consent:keep:yes")
    assert [facet.text for facet in chat.profile.offers] == ["fraud analytics"]
    assert chat.profile.headcount == 22
    answer = chat.tap("consent:show_abroad:no")
    assert SAY("ask-need", "en") in answer


def test_understood_tells_what_waits_for_the_consent_and_what_is_stored(chat):
    chat.say("offer")
    chat.say("22")
    chat.say("24")
    told = understood(chat.view, chat.profile)
    assert (told["offers"], told["headcount"], told["country"]) == (["fraud analytics"], 24, None)
    chat.tap("consent:keep:yes")
    assert understood(chat.view, chat.profile) == told


def test_only_certificates_that_are_held_are_certifications(chat, reader):
    states = {"ISO 27001": "held", "SOC 2": "applying", "PCI DSS": "not_held"}
    heard = [{"name": name, "state": state} for name, state in states.items()]
    facts = tuple(fact("certificate", value) for value in heard)
    chat.say(reader.hears("certificates", "tell", facts=facts))
    assert understood(chat.view, None)["certifications"] == ["ISO 27001"]


def test_without_the_first_consent_nothing_is_stored_or_remembered(chat, db):
    chat.say("offer")
    answer = chat.tap("consent:keep:no")
    assert SAY("declined", "en") in answer
    assert "fraud" not in chat.say("need")
    assert "draft" not in chat.view.state
    assert rows(db, Facet) == 0
    chat.tap("consent:keep:yes")
    assert chat.profile.facets == ()


def test_each_consent_is_recorded_with_its_wording(chat):
    chat.say("hello")
    chat.tap("consent:keep:yes")
    chat.tap("consent:show_abroad:no")
    consents = chat.view.consents
    assert {kind: consent.given for kind, consent in consents.items()} == {"keep": True, "show_abroad": False}
    assert consents["keep"].wording == Words().version("consent-keep", "en")


def test_without_the_second_consent_staff_mediates(db, partners, reader):
    chat = Chat(db, FakeMatcher(partners), reader)
    chat.say("offer")
    chat.tap("consent:keep:yes")
    chat.tap("consent:show_abroad:no")
    chat.say("matches")
    assert "[reason cn-a en]" in chat.say("yes")
    chat.tap("why:cn-a")
    answer = chat.tap("want:cn-a")
    assert SAY("they-see-nothing", "en") in answer
    assert "[nameless" not in answer
    assert SAY("sent-by-staff", "en") in chat.tap("send:cn-a")


def test_an_undecided_second_consent_holds_nothing_up(chat):
    chat.say("hello")
    chat.tap("consent:keep:yes")
    assert SAY("ask-need", "en") in chat.say("offer")
    assert "show_abroad" not in chat.view.consents


def test_a_yes_that_tells_something_is_no_consent(chat, reader):
    chat.say("hello")
    text = reader.hears("yes we do fraud analytics", "yes", "tell", facets=reader.script["offer"].facets)
    assert SAY("consent-keep", "en") in chat.say(text)
    assert chat.profile is None
