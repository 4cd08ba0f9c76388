"""WeChat's API as the documents and the forum describe it: tokens that rotate, quotas, and faults on request."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

NOT_ALLOWED = "api unauthorized rid: 1"


@dataclass
class FakeApi:
    """`verified` accounts may push; `faults` are answered first, one a call: an errcode, "html", "502" or "stall"."""

    verified: bool = True
    menus: bool = True
    quota: bool = True
    faults: list[int | str] = field(default_factory=list)
    token_faults: list[int | str] = field(default_factory=list)
    forever: int | None = None
    stall: float = 30.0
    sent: list[tuple[str, str]] = field(default_factory=list)
    listed: list[dict[str, Any]] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    allowed: dict[str, tuple[int, float]] = field(default_factory=dict)
    token: str = ""
    numbers: Any = field(default_factory=count)

    def rotate(self) -> None:
        self.token = f"token-{next(self.numbers)}-" + "x" * 500

    def opens(self, user: str, pushes: int = 5, seconds: float = 172_800) -> None:
        self.allowed[user] = (pushes, time.monotonic() + seconds)

    @property
    def server(self) -> Starlette:
        paths = {"stable_token": self._token, "message/custom/send": self._send, "message/custom/typing": self._typing}
        return Starlette(routes=[Route(f"/cgi-bin/{path}", f, methods=["POST"]) for path, f in paths.items()])

    async def _token(self, request: Request) -> Response:
        self.calls["token"] += 1
        asked = await request.json()
        assert (asked["grant_type"], asked["force_refresh"]) == ("client_credential", False)
        if self.token_faults:
            return await self._fault(self.token_faults.pop(0))
        if not self.token:
            self.rotate()
        return JSONResponse({"access_token": self.token, "expires_in": 7200})

    async def _send(self, request: Request) -> Response:
        self.calls["send"] += 1
        body = await request.json()
        if (fault := await self._refusal(request)) is not None:
            return fault
        if body["msgtype"] == "msgmenu":
            if not self.menus:
                return error(40200)
            self.listed.append(body["msgmenu"])
        else:
            if len(body["text"]["content"].encode()) > 2048:
                return error(45002)
            self.sent.append((body["touser"], body["text"]["content"]))
        return self._counted(body["touser"])

    async def _typing(self, request: Request) -> Response:
        self.calls["typing"] += 1
        if (fault := await self._refusal(request)) is not None:
            return fault
        self.typed.append((await request.json())["touser"])
        return error(0)

    def _counted(self, user: str) -> Response:
        left, until = self.allowed.get(user, (0, 0.0))
        if self.quota and time.monotonic() > until:
            return error(45015)
        if self.quota and left <= 0:
            return error(45047)
        self.allowed[user] = (left - 1, until)
        return error(0)

    async def _refusal(self, request: Request) -> Response | None:
        if request.query_params.get("access_token") != self.token:
            return error(40001)
        if self.forever is not None:
            return error(self.forever)
        if self.faults:
            return await self._fault(self.faults.pop(0))
        return None if self.verified else error(48001)

    async def _fault(self, fault: int | str) -> Response:
        if fault == "html":
            return PlainTextResponse("<html>busy</html>")
        if fault == "502":
            return PlainTextResponse("bad gateway", 502)
        if fault == "stall":
            await asyncio.sleep(self.stall)
        return error(fault if isinstance(fault, int) else 0)


def error(code: int) -> Response:
    told = {
        0: "ok",
        40164: "invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 6",
        48001: NOT_ALLOWED,
    }
    return JSONResponse({"errcode": code, "errmsg": told.get(code, "refused rid: 2")})
