"""50 users at once while 50 requests of others are held: how long a passive answer takes, over real sockets."""

import asyncio
import secrets
import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from itertools import count
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import escape

import uvicorn
from pydantic import SecretStr

from bot.app import App
from bot.build import build
from bot.channels.wechat.account import credentials
from bot.channels.wechat.channel import PATH, WeChatChannel
from bot.channels.wechat.mended import Sealed, signature
from bot.config import Settings
from bot.files import sample_companies
from bot.server import make_server
from bot.store import throwaway
from retrieval.index.bench import Row
from storage import lanes
from storage.companies import CompanyRecord
from storage.db import Session

USERS, HELD, ON_TIME, PATIENCE = 50, 50, 4.5, 5.0
STEPS = ("hello", "{name}, {city}", "yes", "{offer}", "{need}", "{headcount}")
PLAIN = {"wechat_app_id": "wxbench", "wechat_api_url": "http://127.0.0.1:9"}
SECRET = {"app_secret": "secret", "token": "bench", "aes_key": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"}

Say = Callable[[str, str], Coroutine[Any, Any, float | None]]


def bench_wechat(settings: Settings) -> list[Row]:
    """Steps of the interview, without a model; everything is durable."""
    account = PLAIN | {f"wechat_{name}": SecretStr(value) for name, value in SECRET.items()}
    with throwaway(settings) as fresh:
        known = fresh.model_copy(update={**account, "wechat_aes_key_previous": SecretStr(""), "model": ""})
        channel = WeChatChannel(known)
        with closing(build(known, [channel], indexed=False)) as app:
            took, held = asyncio.run(_measured(known, app, channel))
    answered = [seconds for seconds in took if seconds is not None]
    on_time = sum(seconds <= ON_TIME for seconds in answered) / len(took)
    p99 = quantiles(answered, n=100)[98]
    spread: Row = {"p50_ms": 1e3 * median(answered), "p99_ms": 1e3 * p99}
    return [{"name": f"{USERS} users at once", "held": held, "answers": len(answered), "on_time": on_time, **spread}]


async def _measured(settings: Settings, app: App, channel: WeChatChannel) -> tuple[list[float | None], int]:
    """Each user takes all steps, the next as soon as one was answered; the held ones wait for another process."""
    companies = sample_companies()
    await app.db.run(_elsewhere)
    async with _served(app, channel) as port:
        say = _sayer(settings, port)
        held = [asyncio.create_task(say(f"held{number}", "hello")) for number in range(HELD)]
        await asyncio.sleep(0.5)
        walks = [_walk(say, f"user{number}", companies[number % len(companies)]) for number in range(USERS)]
        told = asyncio.gather(*walks)
        await asyncio.sleep(0)
        still = sum(not task.done() for task in held)
        took = [seconds for walk in await told for seconds in walk]
        await asyncio.gather(*held)
    return took, still


def _elsewhere(session: Session) -> None:
    """Conversations that another process works on, and goes on working on."""
    for number in range(HELD):
        lanes.put(session, f"wechat:held{number}", "held", str(number), {})
    lanes.claim(session, "elsewhere", HELD, timedelta(hours=1), ["held"])


async def _walk(say: Say, user: str, company: CompanyRecord) -> Sequence[float | None]:
    known = {"offer": company.offers[0].text, "need": company.needs[0].text, **vars(company)}
    return [await say(user, step.format_map(known)) for step in STEPS]


def _sayer(settings: Settings, port: int) -> Say:
    account, numbers = credentials(settings, ""), count(1_000_000)
    sealed = Sealed(account)

    async def say(user: str, said: str) -> float | None:
        """Seconds until the platform had its answer; None = it hung up."""
        fields = {"ToUserName": "gh_bench", "FromUserName": user, "CreateTime": str(int(time.time()))}
        fields |= {"MsgType": "text", "Content": said, "MsgId": str(next(numbers))}
        xml = "<xml>" + "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items()) + "</xml>"
        at, nonce = str(int(time.time())), str(secrets.randbelow(10**9))
        body = sealed.seal(xml, at, nonce, 0)
        query = {"timestamp": at, "nonce": nonce, "signature": signature(account.token, at, nonce)}
        seal = body.partition("<MsgSignature><![CDATA[")[2].partition("]]")[0]
        path = f"{PATH}?{urlencode(query | {'encrypt_type': 'aes', 'msg_signature': seal})}"
        began = time.monotonic()
        try:
            answer = await asyncio.wait_for(_post(port, path, body.encode()), PATIENCE)
        except TimeoutError:
            return None
        return time.monotonic() - began if b"<Encrypt>" in answer else None

    return say


async def _post(port: int, path: str, body: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        head = f"POST {path} HTTP/1.1\r\nHost: bench\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        return await reader.read()
    finally:
        writer.close()


@asynccontextmanager
async def _served(app: App, channel: WeChatChannel) -> AsyncIterator[int]:
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listener:
        config = uvicorn.Config(make_server(app, [channel]), log_config=None, access_log=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:  # noqa: ASYNC110 - it has no event for it
            await asyncio.sleep(0.01)
        yield listener.getsockname()[1]
        server.should_exit = True
        await serving
