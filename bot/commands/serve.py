"""Commands of the running service: serve, check."""

import logging
import socket
import sys
from typing import TYPE_CHECKING

from bot.commands.options import Data, Json, read_settings
from bot.commands.printing import show
from bot.errors import FailureError, InputError
from bot.progress import progress

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.server import Messenger

STOPPING = 10  # seconds that requests in flight are given


def serve(data: Data = None) -> None:
    """Run the channels that the settings configure, until stopped."""
    import uvicorn

    from bot.build import build
    from bot.log import configure_logs
    from bot.server import make_server

    settings = read_settings(data)
    configure_logs(logging.INFO)
    messengers = configured(settings)
    with progress("Starting"):
        app = build(settings, messengers, owner=f"{socket.gethostname()}:{settings.port}")
    names = ", ".join(each.name for each in messengers) or "no channel yet (see README: settings)"
    print(f"Plaza serves {names} at http://{settings.host}:{settings.port}", file=sys.stderr)
    config = uvicorn.Config(
        make_server(app, messengers),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=STOPPING,
    )
    try:
        uvicorn.Server(config).run()
    finally:
        app.close()


def check(as_json: Json = False, data: Data = None) -> None:
    """Tell what is configured, what works, and how to mend what does not; nothing is sent to a user."""
    from bot.check import findings

    settings = read_settings(data)
    with progress("Looking"):
        found = list(findings(settings, configured(settings)))
    show(
        [{"part": each.part, "state": "ok" if each.works else "FAILS", "told": each.told} for each in found],
        as_json=as_json,
    )
    if failed := [each.part for each in found if not each.works]:
        raise FailureError(f"does not work: {', '.join(failed)}")


def configured(settings: "Settings") -> list["Messenger"]:
    """The channels whose settings are given."""
    found: list[Messenger] = []
    if settings.telegram_token.get_secret_value():
        raise InputError("PLAZA_TELEGRAM_TOKEN: Telegram is not served by this version yet, leave it empty")
    if settings.wechat_app_id:
        from bot.channels.wechat import WeChatChannel

        found.append(WeChatChannel(settings))
    return found
