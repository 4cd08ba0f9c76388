"""Commands for a conversation in the terminal: chat, demo."""

import asyncio
import os
import sys
from contextlib import closing, suppress
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.channels.channel import Hint
from bot.commands.options import Data, Language, read_settings
from bot.commands.store import take_in
from bot.progress import progress

if TYPE_CHECKING:
    from bot.config import Settings

Country = Literal["IN", "CN"]
Lang = Annotated[Language | None, typer.Option(help="What the bot speaks at first.", show_default=False)]
Land = Annotated[Country | None, typer.Option(help="Where the channel would say you are.", show_default=False)]
User = Annotated[str | None, typer.Option(help="Who is writing; each name has a conversation of its own.")]


def chat(lang: Lang = None, country: Land = None, user: User = None, data: Data = None) -> None:
    """The interview and the whole conversation, in the terminal."""
    settings = read_settings(data)
    name = user or (country or "me").lower()
    converse(settings, hint(lang, country), name, f"chat --user {quote(name)} --data {quote(str(settings.data))}")


def demo(lang: Lang = None, country: Land = None, user: User = None, data: Data = None) -> None:
    """The same over sample companies of both countries, kept apart from your own in the data folder's demo/."""
    from bot.files import sample_companies

    given = read_settings(data)
    settings = given.model_copy(update={"data": given.data / "demo", "database_url": "", "chroma_url": ""})
    print(take_in(settings, sample_companies()), file=sys.stderr)
    name = user or (country or "me").lower()
    converse(settings, hint(lang, country), name, f"demo --user {quote(name)} --data {quote(str(given.data))}")


def hint(lang: Language | None, country: Country | None) -> Hint:
    return Hint(country, lang or ("zh" if country == "CN" else None))


def converse(settings: "Settings", known: Hint, user: str, arguments: str) -> None:
    """`arguments` bring back to this conversation."""
    from bot.build import build
    from bot.channels.console import Console
    from bot.channels.screen import screen
    from bot.log import configure_logs

    configure_logs()
    console = Console(screen(), user, known)
    with progress("Starting"):
        app = build(settings, [console], owner=console.conversation)
        app.follower.fill()
    with closing(app):
        with suppress(KeyboardInterrupt):
            asyncio.run(console.talk(app))
        print(console.farewell(app, f"{program()} {arguments}"), file=sys.stderr)


def program() -> str:
    """How this was started: `plaza` where it is installed, else by its Python."""
    return "plaza" if Path(sys.argv[0]).stem == "plaza" else f"{quote(os.path.relpath(sys.executable))} -m bot"
