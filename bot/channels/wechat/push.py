"""Pushes: within what the platform allows a user, and what each of its refusals means."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

import structlog

from bot.channels.channel import HeldError, LaterError, UnreachableError
from bot.channels.wechat import metrics
from bot.channels.wechat.mended import PlatformError, UnansweredError
from bot.channels.wechat.pages import cut, size
from bot.channels.wechat.speech import UNASKED, Speech
from bot.channels.wechat.tokens import Platform
from handlers.message import Outbound
from storage import wechat
from storage import wechat_ledger as ledger
from storage.db import Db, Session
from storage.wechat import Waiting

RESERVE = 1  # pushes of a window that are kept for staff
BUSY, TOO_LONG, TOO_MANY, DAY_IS_OVER, BLOCKED_IP = -1, 45002, 45011, 45009, 40164
NO_WINDOW = {45015, 45047}
FORBIDDEN = {48001, 40200, 48004}
NO_MENU = {40200, 45098}
GONE = {43004, 48002}
AGAIN = (1.0, 3.0)  # seconds after a busy platform is asked again
MINUTE, PAUSE = 60.0, 300.0
BEIJING = timezone(timedelta(hours=8))

log = structlog.get_logger()


class Pusher:
    def __init__(self, db: Db, platform: Platform, app_id: str, *, menus: bool, probe: float) -> None:
        self._db, self._platform, self._app_id = db, platform, app_id
        self._menus = menus
        self._probe = probe
        self.trouble = ""
        """What staff must mend."""

    async def send(self, user: str, batch: Sequence[Outbound], speech: Speech) -> int:
        """How many of the batch were pushed whole; raises only where none was."""
        conversation = f"wechat:{user}"
        account = await self._db.run_read(ledger.account, self._app_id)
        waiting = await self._db.run_read(wechat.waiting, conversation)
        if account.stopped:
            raise LaterError(account.stopped)
        if not account.can_push or waiting.page >= UNASKED:
            raise HeldError
        return await self._send(user, batch, speech, waiting)

    async def _send(self, user: str, batch: Sequence[Outbound], speech: Speech, waiting: Waiting) -> int:
        conversation, sent = f"wechat:{user}", 0
        found = speech.pages([speech.text(said) for said in batch], waiting.offset)
        count = waiting.page + len(found)
        for number, page in enumerate(found[: UNASKED - waiting.page], waiting.page + 1):
            text = speech.page(page.text, number, count, goes_on=number < UNASKED)
            menu = batch[0] if len(batch) == len(found) == 1 and self._menus else None
            try:
                await self._push(user, text, speech, menu)
            except (PlatformError, HeldError) as error:
                unread = waiting.messages[sent].id if sent < len(waiting.messages) else None
                meant = await self._db.run(self._means, conversation, unread, error)
                if sent:
                    return sent
                raise meant from None
            sent = page.whole
            rest = waiting.messages[sent].id if sent < len(waiting.messages) else None
            await self._db.run(
                wechat.read_on, conversation, page=number if rest else 0, reading=rest, offset=page.offset
            )
        if not sent:
            raise HeldError
        return sent

    async def _push(self, user: str, text: str, speech: Speech, menu: Outbound | None) -> None:
        if not await self._db.run(ledger.spend, f"wechat:{user}", RESERVE):
            raise HeldError
        if menu and menu.choices:
            try:
                return await self._post(_menu(user, menu, speech))
            except PlatformError as error:
                if error.code not in NO_MENU:
                    raise
                self._menus = False
        try:
            await self._post(_text(user, text))
        except PlatformError as error:
            if error.code != TOO_LONG:
                raise
            half = cut(text, size(text) // 2)
            await self._post(_text(user, text[:half]))
            await self._post(_text(user, text[half:].strip()))

    async def _post(self, body: dict[str, object]) -> None:
        for wait in (*AGAIN, None):
            try:
                await self._platform.call("message/custom/send", body)
            except PlatformError as error:
                metrics.PUSH_ERROR.labels(error.code if error.code is not None else "none").inc()
                if error.code != BUSY or wait is None:
                    raise
                await asyncio.sleep(wait)
            else:
                metrics.PUSH_OK.inc()
                self.trouble = ""
                return

    def _means(self, session: Session, conversation: str, unread: int | None, error: Exception) -> Exception:
        """What follows from a refusal, written down; the exception that tells the worker."""
        if not isinstance(error, PlatformError):
            return error
        if isinstance(error, UnansweredError):  # pushed again it could come twice: it waits until they write
            ledger.unconfirmed(session, conversation, unread)
            return HeldError()
        if error.code in NO_WINDOW:
            ledger.close_window(session, conversation)
            return HeldError()
        if error.code in GONE:
            return UnreachableError()
        return self._account(session, error)

    def _account(self, session: Session, error: PlatformError) -> Exception:
        """Refusals that are not about this user: nothing is lost, and staff is told."""
        if error.code == TOO_MANY:
            return LaterError(MINUTE)
        self.trouble = f"WeChat refuses pushes: {error}"
        log.warning("wechat refuses", code=error.code, reason=error.reason)
        if error.code == DAY_IS_OVER:
            midnight = _midnight(datetime.now(BEIJING))
            ledger.stop_until(session, self._app_id, midnight)
            return LaterError((midnight - datetime.now(BEIJING)).total_seconds())
        if error.code in FORBIDDEN:
            ledger.can_push(session, self._app_id, can=False, again=self._probe)
            return HeldError()
        if error.code == BLOCKED_IP:
            self.trouble = f"WeChat refuses this server's address {error.reason}: add it to the console's IP allow-list"
        return LaterError(PAUSE if error.code == BLOCKED_IP else MINUTE)


def _text(user: str, text: str) -> dict[str, object]:
    return {"touser": user, "msgtype": "text", "text": {"content": text}}


def _menu(user: str, said: Outbound, speech: Speech) -> dict[str, object]:
    """A tap on it comes back as a text: the label itself."""
    listed = [{"id": str(number), "content": choice.label} for number, choice in enumerate(said.choices, 1)]
    head = speech.text(Outbound(said.text))
    return {"touser": user, "msgtype": "msgmenu", "msgmenu": {"head_content": head, "list": listed, "tail_content": ""}}


def _midnight(at: datetime) -> datetime:
    return (at + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
