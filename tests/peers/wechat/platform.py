"""WeChat as a server sees it: posts over real sockets, hangs up, posts again, and shows what it was answered."""

import asyncio
import secrets
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from xml.sax.saxutils import escape

import httpx

from tests.peers.wechat.node import sign

APP_ID, TOKEN, US = "wx0123456789abcdef", "callback-token", "gh_plaza"
KEY, OLD_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba"
NUMBERS = count(7_000_000_000_000)


@dataclass
class Shown:
    """What came of a message: every answer that arrived in time, and what the user saw of it."""

    bodies: list[str | None] = field(default_factory=list)
    """Of each delivery; None = the platform hung up first."""
    text: str | None = None
    unavailable: bool = False
    took: float = 0.0

    @property
    def deliveries(self) -> int:
        return len(self.bodies)


def text(content: str, user: str = "oUser1", number: int | None = None, **more: str) -> dict[str, str]:
    return {"MsgType": "text", "FromUserName": user, "Content": content, "MsgId": str(number or next(NUMBERS)), **more}


def event(name: str, key: str = "", user: str = "oUser1", **more: str) -> dict[str, str]:
    return {"MsgType": "event", "FromUserName": user, "Event": name, "EventKey": key, **more}


def as_xml(fields: dict[str, str]) -> str:
    known = {"ToUserName": US, "CreateTime": str(int(time.time())), **fields}
    return "<xml>" + "".join(f"<{name}>{escape(value)}</{name}>" for name, value in known.items()) + "</xml>"


class FakePlatform:
    def __init__(self, cipher: Any, url: str, patience: float = 5.0) -> None:
        """`patience` = seconds until it hangs up; all its other times follow."""
        self.cipher, self.url, self.patience = cipher, f"{url}/wechat/callback", patience
        self.client = httpx.AsyncClient(timeout=60, trust_env=False)

    def request(self, xml: str, *, key: str = KEY, app_id: str = APP_ID, at: int | None = None) -> dict[str, Any]:
        """What it posts, ready for `post`: query and body."""
        timestamp, nonce = str(at or int(time.time())), str(secrets.randbelow(10**9))
        asked = {"token": TOKEN, "key": key, "id": app_id, "timestamp": timestamp, "nonce": nonce}
        sealed = self.cipher.ask(op="enc", xml=xml, **asked)
        signature = sign(TOKEN, timestamp, nonce)
        query = {"signature": signature, "timestamp": timestamp, "nonce": nonce, "openid": "oUser1"}
        query |= {"encrypt_type": "aes", "msg_signature": sealed["signature"]}
        body = f"<xml><ToUserName><![CDATA[{US}]]></ToUserName><Encrypt><![CDATA[{sealed['encrypt']}]]></Encrypt></xml>"
        return {"params": query, "content": body.encode()}

    async def post(self, request: dict[str, Any]) -> httpx.Response | None:
        """One delivery; None = no answer in time, and the socket is closed."""
        try:
            return await asyncio.wait_for(self.client.post(self.url, **request), self.patience)
        except TimeoutError:
            return None

    async def deliver(self, fields: dict[str, str], deliveries: int = 3) -> Shown:
        request, shown, began = self.request(as_xml(fields)), Shown(), time.monotonic()
        while len(shown.bodies) < deliveries:
            answer = await self.post(request)
            shown.bodies.append(answer.text if answer is not None else None)
            if answer is None:
                continue
            shown.took = time.monotonic() - began
            self._show(shown, answer, fields.get("FromUserName", ""))
            return shown
        shown.unavailable = True
        return shown

    async def say(self, content: str, user: str = "oUser1", **more: Any) -> str | None:
        return (await self.deliver(text(content, user, **more))).text

    def _show(self, shown: Shown, answer: httpx.Response, user: str) -> None:
        if answer.status_code != 200:
            shown.unavailable = True
        elif answer.text not in ("", "success"):
            reply = self.opened(answer.text)
            assert (reply["ToUserName"], reply["FromUserName"], reply["MsgType"]) == (user, US, "text")
            shown.text = reply["Content"]

    def opened(self, body: str, key: str = KEY) -> dict[str, str]:
        return {child.tag: child.text or "" for child in ET.fromstring(self.inner(body, key))}

    def inner(self, body: str, key: str = KEY) -> str:
        """The reply's own XML, after the checks that the platform makes."""
        outer = {child.tag: child.text or "" for child in ET.fromstring(body)}
        asked = {"token": TOKEN, "key": key, "id": APP_ID, "timestamp": outer["TimeStamp"], "nonce": outer["Nonce"]}
        said = self.cipher.ask(op="dec", encrypt=outer["Encrypt"], **asked)
        assert (said["signature"], said["id"]) == (outer["MsgSignature"], APP_ID)
        return str(said["message"])
