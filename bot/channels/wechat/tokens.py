"""Calls of the platform with the token that all processes share, fetched by one of them at a time."""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

from bot.channels.wechat import metrics
from bot.channels.wechat.mended import REFUSED_TOKEN, TOKEN_SECONDS, Client, PlatformError
from storage import wechat_ledger as ledger
from storage.db import Db

LOOK = 0.05  # seconds until those who wait for somebody else's fetching look again


class Platform:
    def __init__(self, db: Db, client: Client) -> None:
        self._db = db
        self._client = client
        self._app_id = str(client.appid)

    async def call(self, endpoint: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Raises PlatformError."""
        return await asyncio.to_thread(self._call, endpoint, body)

    def token(self) -> str:
        """The one in force; whoever finds none fetches it, and the others wait for that."""
        deadline = time.monotonic() + 3 * TOKEN_SECONDS
        while time.monotonic() < deadline:
            if known := self._db.read(ledger.token, self._app_id):
                return known
            if self._db.do(ledger.fetch_token, self._app_id, 2 * TOKEN_SECONDS):
                return self._fetch()
            time.sleep(LOOK)
        raise PlatformError(None, "no token")

    def _fetch(self) -> str:
        if known := self._db.read(ledger.token, self._app_id):  # fetched between the look and the lease
            self._db.do(ledger.end_fetching, self._app_id)
            return known
        metrics.TOKENS.inc()
        try:
            token, seconds = self._client.fetch()
        except PlatformError:
            self._db.do(ledger.end_fetching, self._app_id)
            raise
        self._db.do(ledger.keep_token, self._app_id, token, seconds)
        return token

    def _call(self, endpoint: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """A token that is refused is fetched anew once."""
        token = self.token()
        try:
            return self._client.call(endpoint, body, token)
        except PlatformError as error:
            if error.code not in REFUSED_TOKEN:
                raise
        self._db.do(ledger.drop_token, self._app_id, token)
        return self._client.call(endpoint, body, self.token())
