"""The web server of `plaza serve`: the channels' callbacks beside health, readiness and metrics."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Protocol, runtime_checkable

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot import metrics
from bot.app import App
from bot.channels.channel import Channel
from bot.worker import attempt
from storage import lanes
from storage.db import DbError, Session, answers

QUIET = 2.0  # seconds between two tries of a channel whose own work ended


@runtime_checkable
class Messenger(Channel, Protocol):
    """A channel to the world outside."""

    @property
    def trouble(self) -> str:
        """What does not work, in one line without a secret; "" = it works."""

    async def probe(self) -> str:
        """Ask the platform once, writing to nobody: what does not work and how to mend it, "" = all does."""

    def routes(self, app: App) -> Sequence[BaseRoute]:
        """Its callbacks on this server."""

    async def run(self, app: App) -> None:
        """Its own work beside the callbacks, until cancelled."""


def make_server(app: App, messengers: Sequence[Messenger]) -> Starlette:
    """The ASGI application; its lifespan is that of the worker and the channels."""

    @asynccontextmanager
    async def lifespan(_server: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(app.running())
            for messenger in messengers:
                await stack.enter_async_context(at_work(messenger, app))
            yield

    async def ready(_request: Request) -> Response:
        found = await state(app, messengers)
        return JSONResponse(found, 200 if serves(found, messengers) else 503)

    async def figures(_request: Request) -> Response:
        await app.db.run_read(count)
        return Response(metrics.exposition(), media_type=CONTENT_TYPE_LATEST)

    own = [Route("/health", health), Route("/ready", ready), Route("/metrics", figures)]
    return Starlette(routes=[*own, *(route for each in messengers for route in each.routes(app))], lifespan=lifespan)


async def health(_request: Request) -> Response:
    return PlainTextResponse("ok")


async def state(app: App, messengers: Sequence[Messenger]) -> dict[str, str]:
    """What this process rests on, each "ok" or what is wrong with it."""
    found = {"index": app.market.trouble or "ok"}
    try:
        await app.db.run_read(answers)
        found["database"] = "ok"
    except DbError as error:
        found["database"] = type(error).__name__
    return found | {messenger.name: messenger.trouble or "ok" for messenger in messengers}


def serves(found: Mapping[str, str], messengers: Sequence[Messenger]) -> bool:
    """Without its index Plaza searches exactly, and with one of two channels it still serves the other."""
    channels = [found[messenger.name] == "ok" for messenger in messengers]
    return found["database"] == "ok" and (any(channels) or not channels)


def count(session: Session) -> None:
    """Bring the gauges up to date."""
    for kind in ("in", "out"):
        metrics.WAITING.labels(kind).set(lanes.backlog(session, kind))
    metrics.DEAD.set(lanes.dead_count(session))


@asynccontextmanager
async def at_work(messenger: Messenger, app: App) -> AsyncIterator[None]:
    """One channel that fails leaves the others and the server alone, and is begun again."""
    task = asyncio.create_task(_run(messenger, app))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _run(messenger: Messenger, app: App) -> None:
    while True:
        await attempt(messenger.run(app))
        await asyncio.sleep(QUIET)
