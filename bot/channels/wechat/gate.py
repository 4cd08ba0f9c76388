"""Who may come in: the cheap checks first, and nothing is parsed before it is known to be the platform's."""

import re
import time
from dataclasses import dataclass

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.channels.wechat import metrics
from bot.channels.wechat.account import Credentials
from bot.channels.wechat.mended import ForgedError, Sealed, UnreadableError, parsed, signed

LARGEST = 64 * 1024
FRESH = 300  # seconds
TIME = re.compile(r"\d{10}", re.ASCII)
NONCE = re.compile(r"[\w-]{1,128}", re.ASCII)  # it is repeated in the reply's XML
NOTHING = "success"

log = structlog.get_logger()


@dataclass(frozen=True)
class Admitted:
    fields: dict[str, str]
    timestamp: str
    nonce: str
    key: int
    """Which key opened it: the reply is sealed with the same."""


class Gate:
    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._sealed = Sealed(credentials)

    async def verify(self, request: Request) -> Response:
        """The console's own test: its echo, if it signed it."""
        echo = request.query_params.get("echostr")
        if echo is None or not self._is_signed(request):
            return refused(403)
        return PlainTextResponse(echo)

    async def admit(self, request: Request) -> Admitted | Response:
        body = await _body(request)
        if body is None:
            return refused(413)
        query = request.query_params
        seal = query.get("msg_signature", "")
        if not self._is_signed(request) or query.get("encrypt_type") != "aes" or not seal:
            return refused(403)
        timestamp, nonce = query["timestamp"], query["nonce"]
        try:
            xml, key = self._sealed.open(body, seal, timestamp, nonce)
            return Admitted(self._ours(parsed(xml)), timestamp, nonce, key)
        except ForgedError:
            return refused(403)
        except UnreadableError as error:  # told otherwise, the platform would repeat it, and blame us to the user
            metrics.UNREADABLE.inc()
            log.warning("wechat message unreadable", reason=str(error))
            return PlainTextResponse(NOTHING)

    def seal(self, reply: str, admitted: Admitted) -> Response:
        if not reply:
            return PlainTextResponse(NOTHING)
        sealed = self._sealed.seal(reply, admitted.timestamp, admitted.nonce, admitted.key)
        return Response(sealed, media_type="application/xml")

    def _ours(self, fields: dict[str, str]) -> dict[str, str]:
        if self._credentials.account not in ("", fields["ToUserName"]):
            raise UnreadableError("another account")
        return fields

    def _is_signed(self, request: Request) -> bool:
        """A signature has no mark between its parts, hence the strict forms; repeats carry the same within minutes."""
        query = request.query_params
        timestamp, nonce, signature = (query.get(name, "") for name in ("timestamp", "nonce", "signature"))
        if not TIME.fullmatch(timestamp) or not NONCE.fullmatch(nonce):
            return False
        fresh = abs(time.time() - int(timestamp)) <= FRESH
        return fresh and signed(signature, self._credentials.token, timestamp, nonce)


def refused(status: int) -> Response:
    metrics.REFUSED.labels(status).inc()
    return PlainTextResponse("", status)


async def _body(request: Request) -> bytes | None:
    """None = too large."""
    if int(request.headers.get("content-length") or 0) > LARGEST:
        return None
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return body
