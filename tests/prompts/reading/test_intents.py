"""The wish to reach a person, and talk about people that is none."""

import pytest

from prompts.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "can someone call me", "put me through to your office", "who can I phone about this", "is there anyone I can ring",
        "I'd rather talk to a human", "please have a colleague of yours contact us", "let me speak with your manager",
        "share your number, I will call", "what's your phone number", "Could one of your people give me a ring tomorrow?",
        "stop. I want an actual person", "no more bots, give me a person", "this is useless, get me a human NOW",
        "pls arrange a callback", "can we do this over a call instead", "may I have the contact of somebody in charge",
        "I need to talk to somebody real", "kindly connect me with your representative", "any human available?",
        "can I get a call back", "I don't want to chat with a bot", "forward me to support", "human please",
        "how do I reach a real person", "would prefer a phone conversation with your team", "need to speak to someone",
        "my director wishes to speak with your officer", "please provide a contact person", "transfer me to an agent",
        "ask your manager to ring me", "live agent", "is it possible to speak with somebody from your side?",
    ],
)  # fmt: skip
def test_english_wish(text: str) -> None:
    assert read(text).has("human")


@pytest.mark.parametrize(
    "text",
    [
        "kisi se baat karwa do", "apna number do", "koi insaan hai kya", "mujhe call karo", "phone pe baat karni hai",
        "kisi bande se baat karao", "aapke manager se baat karni hai", "bot se baat nahi karni", "call back karwa dijiye",
        "koi banda phone kar le mujhe", "asli aadmi se baat karna hai", "number bhej do main khud call karunga",
        "kya main kisi se phone pe baat kar sakta hu", "customer care ka number dijiye", "yaar koi aadmi hai udhar?",
        "कोई बात कर सकता है", "किसी से बात करा दीजिए", "मुझे फोन करवा दो", "किसी आदमी से बात करनी है",
        "अपना नंबर दीजिए", "मशीन से बात नहीं करनी", "क्या मैं किसी इंसान से बात कर सकता हूँ", "कॉल बैक चाहिए",
        "अपने मैनेजर से बात कराइए", "कोई फोन पर बात करे", "फोन नंबर भेज दीजिए", "कस्टमर केयर से जोड़िए",
    ],
)  # fmt: skip
def test_hindi_wish(text: str) -> None:
    assert read(text).has("human")


@pytest.mark.parametrize(
    "text",
    [
        "转人工", "有人吗？我要跟人说话", "麻烦转接一下人工客服", "能不能给我回个电话", "叫你们经理来", "打电话给我",
        "请工作人员联系我", "有没有真人啊", "我不想跟机器人聊", "加个微信聊吧", "能加微信吗", "你们电话多少",
        "找个能说话的人来", "换个人来跟我谈", "客服在吗", "可以电话沟通吗", "让业务员联系我", "留个电话给我吧",
        "能不能安排专人对接", "我要人工服务", "有没有联系电话", "找个活人跟我说", "可以跟你们负责人通个话吗",
        "麻烦回电", "方便的话让同事打给我", "能和真人聊吗", "别让机器回了，找真人", "有没有人工", "请派人联系我们",
        "想当面谈", "我要投诉，找你们领导",
    ],
)  # fmt: skip
def test_chinese_wish(text: str) -> None:
    assert read(text).has("human")


@pytest.mark.parametrize(
    "text",
    [
        "we run a call centre with 40 agents", "we sell customer service software", "need human annotators for Hindi",
        "no need of a person, continue", "we offer human resource consulting", "we do staffing for factories",
        "looking for sales agents in Dubai", "are you a human or a bot?", "don't call me please",
        "our customer care team handles 500 calls a day", "human translators required", "I am the manager here",
        "we need a support partner in Shanghai", "our team speaks to farmers every week",
        "हम कॉल सेंटर चलाते हैं", "hame sales agent chahiye china me", "call mat karna", "इंसान की जरूरत नहीं",
        "人工智能公司，做质检", "我们做客服外包", "需要人工标注团队", "要找印度的销售渠道", "不用打电话，这里说就行",
        "做智能客服系统", "招业务员20名", "我们给医院提供人工耳蜗配件", "不需要人工", "有人工审核流程", "真人实拍的视频服务",
        "我们公司有客服团队30人", "找代理商和经销商",
    ],
)  # fmt: skip
def test_talk_about_people(text: str) -> None:
    assert not read(text).has("human")


@pytest.mark.parametrize(
    ("text", "intent"),
    [("undo", "undo"), ("继续", "resume"), ("आगे बढ़ो", "skip"), ("谢谢", "thanks"), ("👍", "yes"), ("🌵🌵", "empty")],
)
def test_whole_messages(text: str, intent: str) -> None:
    assert intent in read(text).intents


def test_an_edit_carries_its_line() -> None:
    reading = read("change 4")
    assert (reading.intents, reading.number) == (("edit",), 4)
