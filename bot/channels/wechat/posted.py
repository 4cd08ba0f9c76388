"""What the platform posted, told apart: words for the conversation, a line of ours, or nothing to say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from re import ASCII
from re import compile as pattern

from prompts.words import Words

MESSAGE, TAP = (5, timedelta(hours=48)), (3, timedelta(minutes=1))
CODE = pattern(r"[\w-]{1,64}", ASCII)
COMMAND = pattern(r"/?[a-z]{2,20}")
STATIC = {"image": "wechat-image", "voice": "wechat-voice"}


@dataclass(frozen=True)
class Posted:
    """A message or an event of the platform."""

    key: str
    user: str
    us: str
    text: str | None = None
    """For the conversation."""
    static: str | None = None
    """The words that answer it, where the conversation has nothing to do with it."""
    fetch: bool = False
    """Asks for what waits, if anything does."""
    notice: str | None = None
    """Words that stand before the answer."""
    grants: tuple[int, timedelta] | None = None
    leaves: bool = False
    media: str | None = None

    @property
    def conversation(self) -> str:
        return f"wechat:{self.user}"


def posted(fields: Mapping[str, str], app_id: str, words: Words) -> Posted:
    kind = fields["MsgType"].lower()
    bare = Posted(_key(fields, app_id), fields["FromUserName"], fields["ToUserName"])
    if kind == "event":
        return _event(bare, fields)
    granted = replace(bare, grants=TAP if "bizmsgmenuid" in fields else MESSAGE)
    text = fields.get({"text": "Content", "voice": "Recognition"}.get(kind, ""), "").strip()
    if text:
        return _text(granted, text, words)
    media = " ".join(filter(None, (fields.get("MediaId"), fields.get("PicUrl"))))
    return replace(granted, static=STATIC.get(kind, "wechat-other"), media=media if kind == "image" else None)


def _key(fields: Mapping[str, str], app_id: str) -> str:
    if (number := fields.get("MsgId", "")).strip("0"):
        return f"m:{app_id}:{number}"
    told = (fields["FromUserName"], fields["CreateTime"], fields.get("Event", ""), fields.get("EventKey", ""))
    return ":".join(("e", app_id, *told))


def _text(granted: Posted, text: str, words: Words) -> Posted:
    if words.say("wechat-file-sign", "zh") in text:
        return replace(granted, static="wechat-file")
    zero, *others = (phrase.strip() for phrase in words.say("wechat-fetch", "zh").split("|"))
    plain = text.translate({ord("０"): "0"}).strip(" 。.！!")
    if plain == zero:
        return replace(granted, fetch=True, static="wechat-nothing")
    return replace(granted, text=text, fetch=plain in others)  # "go on" means the conversation where nothing waits


def _event(bare: Posted, fields: Mapping[str, str]) -> Posted:
    event, key = fields.get("Event", "").lower(), fields.get("EventKey", "")
    if event in {"subscribe", "subscribe_scan", "scan"}:
        code = key.removeprefix("qrscene_")
        start = f"/start {code}" if CODE.fullmatch(code) else "/start"
        return replace(bare, text=start, notice="wechat-notice", grants=TAP)
    if event == "unsubscribe":
        return replace(bare, leaves=True)
    if event == "click":
        return _click(replace(bare, grants=TAP), key)
    return bare


def _click(tapped: Posted, key: str) -> Posted:
    """A tap opens one minute only: who wants a person is asked to type a line, which opens two days."""
    if key.strip("/") == "human":
        return replace(tapped, static="wechat-type")
    known = COMMAND.fullmatch(key)
    return replace(tapped, text=f"/{key.strip('/')}") if known else replace(tapped, static="wechat-other")
