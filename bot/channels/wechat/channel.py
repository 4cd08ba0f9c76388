"""WeChat: a Service or Official Account, in safe mode."""

import asyncio
import time
from collections.abc import Coroutine, Sequence
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.app import App
from bot.channels.wechat import metrics
from bot.channels.wechat.account import Manner, Timing, credentials
from bot.channels.wechat.exchange import Exchange
from bot.channels.wechat.gate import NOTHING, Gate
from bot.channels.wechat.mended import Client, PlatformError
from bot.channels.wechat.posted import Posted, posted
from bot.channels.wechat.push import FORBIDDEN, Pusher
from bot.channels.wechat.room import Room
from bot.channels.wechat.tokens import Platform
from bot.config import Settings
from bot.worker import attempt
from handlers.message import Outbound
from storage import wechat
from storage import wechat_ledger as ledger

PATH = "/wechat/callback"
OPEN_WINDOW = {0, 45080, 45081}  # what "is typing" is answered where pushes are allowed
UPKEEP = 600.0  # seconds
DAY = 86_400.0
CURES = {
    40013: "PLAZA_WECHAT_APP_ID is not the account's",
    40125: "PLAZA_WECHAT_APP_SECRET is not the account's; the console makes a new one",
    40164: "add this server's address {} to the IP allow-list in the console",
    40243: "the AppSecret is frozen; unfreeze it in the console",
}
OTHER_CURE = "see whether PLAZA_WECHAT_API_URL can be reached from here"

log = structlog.get_logger()


class WeChatChannel:
    name, serves = "wechat", "wechat:"
    moment = 0.0  # the request waits for the answer: each message is one turn, those that come meanwhile the next

    def __init__(
        self, settings: Settings, timing: Timing | None = None, manner: Manner | None = None, account: str = ""
    ) -> None:
        """`account` = our own id as messages name it (gh_…); others' are not taken."""
        self.credentials = credentials(settings, account)
        self._timing = timing or Timing()
        self._manner = manner or Manner(label=bool(settings.model))
        self._gate = Gate(self.credentials)
        self._client = Client(self.credentials)
        self._pusher: Pusher | None = None
        self._tasks = set[asyncio.Task[Any]]()

    def routes(self, app: App) -> Sequence[BaseRoute]:
        self._app = app
        app_id, timing = self.credentials.app_id, self._timing
        self._room = Room(app.db, timing.look)
        self._exchange = Exchange(app, self._room, app_id, timing, self._manner)
        self._platform = Platform(app.db, self._client)
        self._pusher = Pusher(app.db, self._platform, app_id, menus=self._manner.menus, probe=timing.probe)
        return [Route(PATH, self._gate.verify, methods=["GET"]), Route(PATH, self._take, methods=["POST"])]

    @property
    def trouble(self) -> str:
        return self._pusher.trouble if self._pusher else ""

    async def run(self, app: App) -> None:
        await asyncio.gather(self._room.run(), self._keep_up(app))

    async def send(self, user: str, batch: Sequence[Outbound]) -> int:
        assert self._pusher, "routes() comes first"
        spoken = await self._app.db.run_read(wechat.language, f"wechat:{user}")
        return await self._pusher.send(user, batch, self._exchange.speech(spoken))

    async def probe(self) -> str:
        """Whether a token is to be had; the platform gives the one that is in force, and nothing changes."""
        try:
            await asyncio.to_thread(self._client.fetch)
        except PlatformError as error:
            return f"WeChat gives no token ({error}): {CURES.get(error.code or 0, OTHER_CURE).format(error.reason)}"
        return ""

    async def _take(self, request: Request) -> Response:
        began = time.monotonic()
        admitted = await self._gate.admit(request)
        if isinstance(admitted, Response):
            return admitted
        it = posted(admitted.fields, self.credentials.app_id, self._app.words)
        if it.leaves:
            await self._app.unreachable(it.conversation)
        if it.text is None and it.static is None:
            return PlainTextResponse(NOTHING)
        reply = await asyncio.shield(self._start(self._answer(it, began)))
        if reply is None:
            return await self._hold(request, began)
        return self._gate.seal(reply, admitted)

    async def _answer(self, it: Posted, began: float) -> str | None:
        """A task of its own: what it waits for goes on when the platform hangs up."""
        begun = await self._exchange.begin(it)
        if begun.probe and begun.reply is None:
            self._start(attempt(self._learn(it)))
        signs = self._start(attempt(self._type(it))) if begun.can_push and begun.event else None
        try:
            return await self._exchange.answer(it, begun, began)
        finally:
            if signs:
                signs.cancel()

    async def _hold(self, request: Request, began: float) -> Response:
        """Write nothing: what is written late, the platform takes for an answer, and does not come again."""
        left = began + self._timing.hold - time.monotonic()
        try:
            await asyncio.wait_for(_gone(request), max(0.0, left))
        except TimeoutError:
            return PlainTextResponse("", 408)
        return PlainTextResponse("", 408)

    async def _type(self, it: Posted) -> None:
        await asyncio.sleep(self._timing.typing)
        if await self._app.db.run(ledger.may_type, it.conversation, self._timing.typing_again):
            await self._typing(it.user)

    async def _typing(self, user: str) -> int | None:
        try:
            await self._platform.call("message/custom/typing", {"touser": user, "command": "Typing"})
        except PlatformError as error:
            return error.code
        return 0

    async def _learn(self, it: Posted) -> None:
        """Whether this account may push: an unverified one is refused already the sign that it types."""
        app_id = self.credentials.app_id
        if not await self._app.db.run(ledger.take_probe, app_id, self._timing.probe):
            return
        told = await self._typing(it.user)
        if told in OPEN_WINDOW:
            await self._app.db.run(ledger.can_push, app_id, can=True, again=DAY)
        elif told in FORBIDDEN:
            await self._app.db.run(ledger.can_push, app_id, can=False, again=self._timing.probe)

    async def _keep_up(self, app: App) -> None:
        watch = metrics.Watch()
        while True:
            await app.db.run(wechat.prune)
            if expired := await app.db.run(wechat.expire):
                metrics.EXPIRED.inc(expired)
                log.warning("wechat answers expired", count=expired)
            for alert in watch.alerts():
                log.warning("wechat alert", alert=alert)
            metrics.PENDING.set(await app.db.run_read(wechat.depth))
            await asyncio.sleep(UPKEEP)

    def _start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
