"""wechatpy, and everything that is wrong in it, put right in one place: nothing else of ours imports it.

It compares signatures in time that tells, raises a dozen types for bad input, takes a list for a name, does not
escape what it renders, fetches tokens from a fixed address without a lock or a time limit, retries without end,
and repeats secrets in its errors.
"""

import hmac
import re
import struct
from collections.abc import Callable, Mapping, Sequence
from secrets import token_hex
from typing import Any
from xml.parsers.expat import ExpatError

from wechatpy.client import WeChatClient  # type: ignore[import-untyped]
from wechatpy.client.base import requests  # type: ignore[import-untyped]
from wechatpy.crypto import PrpCrypto, WeChatCrypto  # type: ignore[import-untyped]
from wechatpy.exceptions import WeChatClientException, WeChatException  # type: ignore[import-untyped]
from wechatpy.parser import parse_message  # type: ignore[import-untyped]
from wechatpy.replies import TextReply  # type: ignore[import-untyped]
from wechatpy.utils import WeChatSigner  # type: ignore[import-untyped]

from bot.channels.wechat.account import Credentials

REQUIRED = ("ToUserName", "FromUserName", "CreateTime", "MsgType")
NAME = re.compile(r"[\w@.-]{1,64}", re.ASCII)
# What XML 1.0 forbids; lone surrogates too, which no encoder takes.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
ENCRYPTED = re.compile(rb"<Encrypt>\s*(?:<!\[CDATA\[)?\s*([A-Za-z0-9+/=]{1,65536})\s*(?:\]\]>)?\s*</Encrypt>")
REFUSED_TOKEN = {40001, 40014, 42001}
TOKEN_SECONDS, SEND_SECONDS = 3.0, 5.0


class ForgedError(Exception):
    """It does not come from the platform."""


class UnreadableError(Exception):
    """It comes from the platform, and cannot be read."""


class PlatformError(Exception):
    """The platform did not do it; never holds an address, a token or a name."""

    def __init__(self, code: int | None, reason: str = "") -> None:
        super().__init__(f"{code if code is not None else ''} {reason}".strip())
        self.code, self.reason = code, reason


class UnansweredError(PlatformError):
    """Nobody knows whether it was done."""


def signature(*parts: str) -> str:
    signer = WeChatSigner()
    signer.add_data(*parts)
    return str(signer.signature)


def signed(given: str, *parts: str) -> bool:
    return hmac.compare_digest(signature(*parts).encode(), given.encode(errors="replace"))


class _Prp(PrpCrypto):  # type: ignore[misc]
    def get_random_string(self) -> str:
        return token_hex(8)


class Sealed:
    """Opens what the platform encrypted with the current key or the one before; answers with the key that opened."""

    def __init__(self, credentials: Credentials) -> None:
        self._token, self._app_id = credentials.token, credentials.app_id
        keys = [credentials.aes_key, *filter(None, [credentials.aes_key_previous])]
        self._crypto = [WeChatCrypto(self._token, key, self._app_id) for key in keys]

    def open(self, body: bytes, seal: str, timestamp: str, nonce: str) -> tuple[str, int]:
        """The message, and which key opened it; raises ForgedError. Nothing is parsed before the signature fits."""
        found = ENCRYPTED.search(body)
        cipher = found[1].decode() if found else ""
        if not signed(seal, self._token, timestamp, nonce, cipher) or not cipher:
            raise ForgedError
        for number, crypto in enumerate(self._crypto):
            try:
                return _Prp(crypto.key).decrypt(cipher, self._app_id), number
            except (WeChatException, ValueError, IndexError, struct.error):
                continue
        raise ForgedError

    def seal(self, reply: str, timestamp: str, nonce: str, key: int) -> str:
        return str(self._crypto[key]._encrypt_message(reply, nonce, timestamp, _Prp))  # noqa: SLF001


def parsed(xml: str) -> dict[str, str]:
    """The plain fields of a message; raises UnreadableError."""
    try:
        data = parse_message(ILLEGAL.sub("", xml))._data  # noqa: SLF001 - where wechatpy keeps what it has no name for
        fields = {name: value or "" for name, value in data.items() if value is None or isinstance(value, str)}
        odd = set(data) - set(fields)
        whole = all(NAME.fullmatch(fields[name]) for name in REQUIRED) and fields["CreateTime"].isdecimal()
    except (ExpatError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise UnreadableError(type(error).__name__) from None
    if not whole or odd & {"Content", "Event", "EventKey", "MsgId", "MediaId", "Recognition"}:
        raise UnreadableError("fields")
    return fields


def text_reply(to: str, source: str, text: str, at: int) -> str:
    """One text message whose content cannot end its own CDATA."""
    safe = ILLEGAL.sub("", text).replace("]]>", "]]]]><![CDATA[>")
    return str(TextReply(source=source, target=to, time=at, content=safe).render())


class Client(WeChatClient):  # type: ignore[misc]
    """Calls the platform with a token that others keep; whatever fails is a PlatformError."""

    def __init__(self, credentials: Credentials) -> None:
        super().__init__(credentials.app_id, credentials.app_secret, timeout=SEND_SECONDS, auto_retry=False)
        self.API_BASE_URL = f"{credentials.api_url}/cgi-bin/"
        self._base = credentials.api_url

    def fetch(self) -> tuple[str, float]:
        """A token that stays the same while it is valid, and its seconds."""
        body = {"grant_type": "client_credential", "appid": self.appid, "secret": self.secret, "force_refresh": False}

        def fetched() -> Any:
            answer = self._http.post(f"{self._base}/cgi-bin/stable_token", json=body, timeout=TOKEN_SECONDS)
            answer.raise_for_status()
            return self._handle_result(answer)

        told = _told(fetched)
        if not isinstance(told.get("access_token"), str) or not isinstance(told.get("expires_in"), int):
            raise PlatformError(None, "no token")
        return told["access_token"], float(told["expires_in"])

    def call(self, endpoint: str, body: Mapping[str, Any], token: str) -> dict[str, Any]:
        return _told(lambda: self.post(endpoint, data=dict(body), params={"access_token": token}))


def _told(ask: Callable[[], Any]) -> dict[str, Any]:
    """The answer, a JSON object. The error is raised outside the handler: what wechatpy raised holds the address."""
    try:
        answer = ask()
    except WeChatClientException as error:
        status = getattr(error.response, "status_code", None)
        failure = PlatformError(error.errcode, _ip(str(error.errmsg)) if error.errcode else f"HTTP {status}")
    except requests.HTTPError as error:
        failure = PlatformError(None, f"HTTP {error.response.status_code}")
    except requests.ReadTimeout:
        failure = UnansweredError(None, "no answer in time")
    except requests.RequestException as error:
        failure = PlatformError(None, type(error).__name__)
    except ValueError:
        failure = PlatformError(None, "an errcode that is no number")
    else:
        if isinstance(answer, dict):
            return answer
        failure = PlatformError(None, "an answer that is no JSON object")
    raise failure


def _ip(told: str) -> str:
    """Of what the platform tells, only the address that the console must allow."""
    found: Sequence[str] = re.findall(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])", told)
    return found[0] if found else ""
