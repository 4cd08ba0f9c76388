"""The product put together, and the way of a message through it. Channels and pages know nothing else."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from bot import metrics
from bot.burst import finish, heard, write
from bot.channels.channel import Channel, LaterError, UnreachableError
from bot.follower import Follower
from bot.worker import Handler, Worker
from handlers.core import Core
from handlers.message import Choice, Inbound, Outbound
from handlers.turn import take_turn
from prompts.words import Words
from retrieval.market import Market
from storage import conversations, lanes
from storage.conversations import Message
from storage.db import Db, Session, vault
from storage.lanes import Work
from storage.messages import out_lane, sealed

BURST = 20  # messages taken as one
TRIES = 4  # of a turn: nobody waits longer for an answer
PATIENCE = 1.0  # seconds until settled() looks for what another process did
UNREACHED = 60.0  # seconds until a channel that delivered nothing is tried again


class App:
    def __init__(self, core: Core, market: Market, channels: Sequence[Channel] = (), owner: str = "plaza") -> None:
        self.core = core
        self.market = market
        self.owner = owner
        self._channels = {channel.name: channel for channel in channels}
        handlers = {
            "in": Handler(self.turn, BURST, TRIES, self._apologise),
            "out": Handler(self.deliver),
        }
        serves = [channel.serves for channel in channels]
        self._worker = Worker(core.db, handlers, owner, [*serves, *map(out_lane, serves)])
        self.follower = Follower(core.db, market)

    @property
    def db(self) -> Db:
        return self.core.db

    @property
    def words(self) -> Words:
        return self.core.words

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answers what comes in, until left; what was begun is ended first."""
        await asyncio.to_thread(self.follower.fill)
        tasks = [asyncio.create_task(self._worker.run()), asyncio.create_task(self.follower.run())]
        try:
            yield
        finally:
            self._worker.stop()
            self.follower.stop()
            await asyncio.gather(*tasks)

    def close(self) -> None:
        self.market.close()
        self.db.close()

    async def receive(self, inbound: Inbound) -> int | None:
        """Store a message and wake its lane; None = this key was seen before."""
        text = inbound.text.replace("\0", "").encode(errors="replace").decode()
        event = await self.db.run(
            conversations.receive,
            inbound.channel,
            inbound.user,
            inbound.key,
            text,
            choice=inbound.choice,
            name=inbound.name,
            country=inbound.country,
            language=inbound.language,
        )
        (metrics.REPEATED if event is None else metrics.RECEIVED).labels(inbound.channel).inc()
        self._worker.wake()
        return event

    async def settled(self, conversation: str) -> None:
        """Wait until all that was said there is answered, and the answers are sent."""
        while True:
            passed = self._worker.passed
            said = await self.transcript(conversation)
            if all(message.done for message in said):
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(passed.wait(), PATIENCE)

    async def transcript(self, conversation: str) -> list[Message]:
        return await self.db.run_read(conversations.transcript, conversation)

    async def turn(self, works: Sequence[Work]) -> None:
        """Answer one message, or several that came within a moment."""
        lane = works[0].lane
        channel = self._channels.get(lane.partition(":")[0])
        if channel and channel.moment:
            await asyncio.sleep(channel.moment)
            works = await self.db.run(lanes.next_events, lane, self.owner, BURST)
        events, inbound = await self.db.run_read(heard, works)
        if inbound is None:
            await self.db.run(finish, events)
            return
        conversation = await self.db.run_read(conversations.conversation, lane)
        with metrics.TURN.time():
            await self.db.run(write, events, lane, await take_turn(self.core, conversation, inbound))
        self._worker.wake()
        self.follower.wake()

    async def deliver(self, works: Sequence[Work]) -> None:
        """Send all that waits for a conversation, in order."""
        conversation = works[0].lane.removeprefix(out_lane(""))
        name, _, user = conversation.partition(":")
        waiting = await self.db.run_read(conversations.unsent, conversation)
        try:
            sent = await self._channels[name].send(user, [spoken(message) for message in waiting])
        except UnreachableError:
            metrics.SENT.labels(name, "unreachable").inc()
            await self.unreachable(conversation)
            raise
        metrics.SENT.labels(name, "sent").inc(sent)
        await self.db.run(conversations.mark_sent, [message.id for message in waiting[:sent]])
        if not sent:
            raise LaterError(UNREACHED)

    async def unreachable(self, conversation: str) -> None:
        """They blocked us or left: nothing is sent until they write again."""
        await self.db.run(conversations.unreachable, conversation)

    def _apologise(self, session: Session, work: Work) -> None:
        """A turn that cannot be taken: the user is told, staff sees the dead letter."""
        language = conversations.conversation(session, work.lane).language
        sorry = sealed(vault(session), text=self.words.say("trouble", language), choices=[])
        lanes.put(session, out_lane(work.lane), "out", f"{work.id}:trouble", sorry)


def spoken(message: Message) -> Outbound:
    """A line of the transcript as it was said."""
    return Outbound(message.text, tuple(Choice(value, label) for value, label in message.choices))
