from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.changes import AnswerPartner, OpenCompany, ShowPartner, TellPartner
from storage.companies import CompanyRecord, load
from storage.conversations import end_turn, receive, received, transcript
from storage.lanes import next_events
from storage.pairs import OvertakenError, answer, answered, ask, exposure, introduction, mutual, refused, seen, show
from storage.tables import now


@pytest.fixture
def met(db):
    """An Indian and two Chinese companies; the first two were shown to each other."""
    db.do(load, [CompanyRecord(id=i, country=i[-2:], name=i) for i in ("ZIN", "ACN", "BCN")])
    db.do(show, "ZIN", "ACN", 0.8)
    db.do(show, "ACN", "ZIN", 0.8)
    return db


def state(db):
    pair = db.read(introduction, "ACN", "ZIN")
    return pair.state, pair.wanted_by


def test_the_indian_side_comes_first(met):
    pair = met.read(introduction, "ACN", "ZIN")
    assert (pair.company_a, pair.company_b) == ("ZIN", "ACN")
    assert pair == met.read(introduction, "ZIN", "ACN")
    assert met.read(introduction, "ZIN", "BCN") is None


def test_two_yeses_are_mutual(met):
    assert state(met) == ("shown", None)
    assert met.do(answer, "ACN", "ZIN", "interested", None) == "wanted"
    assert met.do(answer, "ACN", "ZIN", "interested", None) == "wanted", "twice by one side is still one yes"
    assert state(met) == ("wanted", "ACN")
    assert met.read(mutual, "ZIN") == []
    assert met.do(answer, "ZIN", "ACN", "interested", None) == "mutual"
    assert [pair.other("ZIN") for pair in met.read(mutual, "ZIN")] == ["ACN"]
    assert [pair.other("ACN") for pair in met.read(mutual, "ACN")] == ["ZIN"]


def test_one_no_is_for_ever_and_known_to_both(met):
    met.do(answer, "ACN", "ZIN", "interested", None)
    assert met.do(answer, "ZIN", "ACN", "not_for_me", "too_small") == "declined"
    assert met.do(answer, "ZIN", "ACN", "interested", None) == "declined"
    assert met.read(refused, "ZIN") == {"ACN"}
    assert met.read(refused, "ACN") == {"ZIN"}
    assert met.read(refused, "BCN") == set()


def test_what_was_seen_and_how_often(met):
    start = now()
    met.do(answer, "ZIN", "ACN", "interested", None)
    met.do(show, "ZIN", "ACN", 0.9)
    met.do(show, "ZIN", "BCN", 0.5)
    partners = met.read(seen, "ZIN")
    assert {partner: known.answer for partner, known in partners.items()} == {"ACN": "interested", "BCN": None}
    assert partners["ACN"].at >= start
    assert met.read(exposure) == {"ACN": 2, "BCN": 1, "ZIN": 1}


def test_only_what_was_shown_can_be_answered(met):
    with pytest.raises(LookupError):
        met.do(answer, "ZIN", "BCN", "interested", None)
    with pytest.raises(LookupError):
        met.do(show, "ZIN", "nobody", 0.5)


def test_two_answers_at_the_same_moment_are_mutual(met):
    with ThreadPoolExecutor(2) as threads:
        both = threads.map(lambda pair: met.do(answer, *pair, "interested", None), [("ZIN", "ACN"), ("ACN", "ZIN")])
        assert sorted(both) == ["mutual", "wanted"]
    assert state(met)[0] == "mutual"


def test_a_turn_that_was_overtaken_is_taken_again(met):
    event = met.do(receive, "telegram", "7", "1", "yes")
    said = [
        OpenCompany("P-1", "IN", "en"),
        ShowPartner("ACN", 0.6),
        AnswerPartner("ACN", "interested", expects="mutual"),
    ]
    with pytest.raises(OvertakenError):
        met.do(end_turn, event, "telegram:7", [], said)
    assert met.do(end_turn, event, "telegram:7", [], [*said[:2], AnswerPartner("ACN", "interested", expects="wanted")])


def tell(db, *changes, key="1"):
    event = db.do(receive, "telegram", "7", key, "yes")
    assert db.do(end_turn, event, "telegram:7", [], changes)


def waiting(db, lane):
    return [db.read(received, work.id).choice for work in db.read(next_events, lane, "me", 9)]


def test_news_wait_once_in_each_conversation_of_the_partner(met):
    other = met.do(receive, "wechat", "o1", "1", "你好")
    assert met.do(end_turn, other, "wechat:o1", [], [OpenCompany("C-1", "CN", "zh")])
    tell(met, OpenCompany("P-1", "IN", "en"), TellPartner("C-1", "wanted"), TellPartner("ACN", "wanted"))
    tell(met, TellPartner("C-1", "wanted"), TellPartner("C-1", "mutual"), key="2")
    assert waiting(met, "wechat:o1") == ["news:wanted:P-1", "news:mutual:P-1"]
    assert [message.text for message in met.read(transcript, "wechat:o1")] == ["你好"], "nobody wrote the news"


def test_only_who_is_wanted_is_asked_and_once(met):
    with pytest.raises(OvertakenError):
        met.do(ask, "ZIN", "ACN", 0.7)
    met.do(answer, "ACN", "ZIN", "interested", None)
    with pytest.raises(OvertakenError):
        met.do(ask, "ACN", "ZIN", 0.7)
    met.do(ask, "ZIN", "ACN", 0.7)
    assert state(met) == ("asked", "ACN")
    with pytest.raises(OvertakenError):
        met.do(ask, "ZIN", "ACN", 0.7)
    assert met.do(answer, "ACN", "ZIN", "interested", None) == "asked"
    assert met.do(answer, "ZIN", "ACN", "interested", None) == "mutual"


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["interested", "not_for_me"])), max_size=8))
def test_any_history_of_answers_ends_where_its_words_say(history):
    pair, states = ("shown", None), []
    for company, said in history:
        pair = answered(*pair, company, said)
        states.append(pair[0])
    yes = {company for company, said in history if said == "interested"}
    if any(said == "not_for_me" for _, said in history):
        first_no = [said for _, said in history].index("not_for_me")
        assert set(states[first_no:]) == {"declined"}
    else:
        assert pair[0] == ["shown", "wanted", "mutual"][len(yes)]
