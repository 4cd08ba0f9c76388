"""The command line: which commands there are, and how they end."""

import sys

import typer

from bot.commands import measure, partners, serve, store, talk
from bot.errors import FailureError, InputError

app = typer.Typer(
    help="Plaza: finds partners between companies of India and China.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (
    talk.demo,
    talk.chat,
    serve.serve,
    serve.check,
    store.load,
    partners.match,
    partners.rank,
    measure.replay,
    measure.evaluate,
    measure.bench,
    store.reindex,
    store.export,
    store.erase,
    store.rotate,
):
    app.command()(command)
app.add_typer(partners.calibrate, name="calibrate")


def main() -> None:
    try:
        app()
    except InputError as error:
        ended(error, 2)
    except FailureError as error:
        ended(error, 1)


def ended(error: Exception, status: int) -> None:
    print(f"plaza: {error}", file=sys.stderr)
    sys.exit(status)
