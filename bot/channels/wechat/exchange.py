"""One delivery and its answer: within five seconds, the same to every repeat, and never beside a push of it."""

import asyncio
import time
from dataclasses import dataclass
from functools import partial

from bot.app import App, spoken
from bot.channels.channel import HINTS
from bot.channels.wechat import metrics
from bot.channels.wechat.account import Manner, Timing
from bot.channels.wechat.mended import text_reply
from bot.channels.wechat.pages import size
from bot.channels.wechat.posted import Posted
from bot.channels.wechat.room import Room
from bot.channels.wechat.speech import UNASKED, Speech
from bot.metrics import SENT
from handlers.message import Inbound
from storage import wechat
from storage import wechat_ledger as ledger
from storage.conversations import mark_sent
from storage.db import Session

SOON = 15  # seconds after which the answer will stand, as far as anybody knows


@dataclass(frozen=True)
class Begun:
    """A delivery that was stored."""

    delivery: int
    reply: str | None
    event: int | None
    """The message whose turn is waited for."""
    hears: bool
    """The conversation is to hear it, and has not."""
    static: str | None
    can_push: bool
    probe: bool


class Exchange:
    def __init__(self, app: App, room: Room, app_id: str, timing: Timing, manner: Manner) -> None:
        self._app, self._room, self._app_id = app, room, app_id
        self._timing, self._manner = timing, manner

    def speech(self, language: str) -> Speech:
        return Speech(self._app.words, language, self._manner.check, self._manner.label)

    async def begin(self, posted: Posted) -> Begun:
        """Stored, before anything is acted on; from here on no worker pushes what the request may still carry."""
        begun = await self._app.db.run(self._begin, posted)
        if begun.delivery > 1:
            metrics.REPEATS.inc()
        if begun.hears and posted.text is not None:
            country, language = HINTS["wechat"]
            inbound = Inbound("wechat", posted.user, posted.key, posted.text, country=country, language=language)
            event = await self._app.receive(inbound)
            if event is None:  # a delivery of the same moment was faster
                event = await self._app.db.run_read(wechat.event_of, posted.conversation, posted.key)
            return Begun(**{**vars(begun), "event": event, "hears": False})
        return begun

    async def answer(self, posted: Posted, begun: Begun, began: float) -> str | None:
        """The reply's XML; "" = there is nothing to say; None = let the platform post it again."""
        if begun.reply is not None:
            return begun.reply
        until = began + (self._timing.passive if begun.can_push else self._timing.last)
        ready = begun.event is None or await self._room.answered(begun.event, until - time.monotonic())
        if not ready and begun.can_push:
            await self._app.db.run(wechat.let_go, posted.conversation, posted.key)
            return ""
        if not ready and self._manner.hold and begun.delivery < self._timing.repeats:
            return None
        reply = await self._composed(posted, begun, until, late=not ready)
        self._count(begun, reply, began)
        return reply

    async def _composed(self, posted: Posted, begun: Begun, until: float, *, late: bool) -> str:
        """Waits while a worker holds what is to be sent: where it can push it does, else it puts it back at once."""
        while True:
            reply = await self._app.db.run(self._compose, posted, begun, late=late)
            if reply is not None or begun.can_push or time.monotonic() > until:
                return reply or ""
            await asyncio.sleep(self._timing.look)

    def _begin(self, session: Session, posted: Posted) -> Begun:
        there, key = posted.conversation, posted.key
        post = wechat.posted(session, key, there, posted.media)
        account = ledger.account(session, self._app_id)
        if post.reply is not None:
            return Begun(post.delivery, post.reply, None, False, None, account.can_push, probe=False)
        if posted.grants and post.delivery == 1:
            ledger.grant(session, there, *posted.grants)
        wechat.hold(session, there, key, self._window(account.can_push))
        known = wechat.event_of(session, there, key) if post.delivery > 1 else None
        begun = partial(Begun, post.delivery, None, can_push=account.can_push, probe=account.probe_due)
        if posted.fetch and known is None:
            rows, undone = wechat.waiting(session, there).messages, wechat.unanswered(session, there)
            if rows or undone:
                return begun(event=None if rows else undone, hears=False, static=None)
        hears = posted.text is not None and known is None
        return begun(event=known, hears=hears, static=None if posted.text else posted.static)

    def _window(self, can_push: bool) -> float:
        """How long the out lane is kept for the request: until its last repeat, where there are repeats."""
        repeats = self._timing.repeats if self._manner.hold and not can_push else 1
        return repeats * (self._timing.last + 1)

    def _compose(self, session: Session, posted: Posted, begun: Begun, *, late: bool) -> str | None:
        """One passive answer of what waits, in one transaction; None = a worker sends it just now."""
        there, key = posted.conversation, posted.key
        if (known := wechat.reply_of(session, key)) is not None:
            return known
        if not wechat.may_answer(session, there):
            return None
        speech = self.speech(wechat.language(session, there))
        text = self._page(session, posted, begun, speech)
        if not text and late:
            metrics.PLACEHOLDER.inc()
            text = speech.say("wechat-welcome") if posted.notice else speech.say("wechat-wait", seconds=SOON)
        wechat.let_go(session, there, key, self._timing.after if begun.can_push and text else 0.0)
        if not text:
            return ""
        reply = text_reply(posted.user, posted.us, text, int(time.time()))
        wechat.keep_reply(session, key, reply)
        return reply

    def _page(self, session: Session, posted: Posted, begun: Begun, speech: Speech) -> str:
        """What waits, as far as one message carries it, marked as sent; "" = nothing waits."""
        there = posted.conversation
        waiting = wechat.waiting(session, there)
        texts = [speech.text(spoken(message)) for message in waiting.messages]
        key = begun.static or posted.notice
        own = speech.say(key) if key else ""
        found = speech.pages(texts, waiting.offset, size(own) + 2 if own else 0)
        if not found or (begun.static and len(found) > 1):
            return "\n\n".join(filter(None, [own, speech.say("wechat-more") if found else ""])) if begun.static else ""
        number, count, page = waiting.page + 1, waiting.page + len(found), found[0]
        mark_sent(session, [message.id for message in waiting.messages[: page.whole]])
        SENT.labels("wechat", "sent").inc(page.whole)
        rest = waiting.messages[page.whole].id if page.whole < len(texts) else None
        if rest or waiting.page:
            wechat.read_on(session, there, page=number if rest else 0, reading=rest, offset=page.offset)
        text = speech.page(page.text, number, count, goes_on=begun.can_push and number < UNASKED)
        return "\n\n".join(filter(None, [text, own] if begun.static else [own, text]))

    def _count(self, begun: Begun, reply: str, began: float) -> None:
        metrics.SECONDS.observe(time.monotonic() - began)
        if reply:
            metrics.ON_TIME.inc()
            metrics.HOLD_HITS.labels(min(begun.delivery, self._timing.repeats)).inc()
