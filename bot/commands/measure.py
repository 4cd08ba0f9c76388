"""Commands that play and measure: replay, evaluate, bench."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.options import Data, File, Json, Run, read_settings
from bot.commands.printing import show
from bot.errors import InputError
from bot.progress import progress

if TYPE_CHECKING:
    from bot.config import Settings

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Holds the files of the contract.", show_default=False)]


def replay(file: File, run: Run, data: Data = None) -> None:
    """Play each transcript through a fresh conversation, and write what was understood and said."""
    from bot.files import read_transcripts
    from bot.jsonl import write
    from bot.replay import replayed

    settings, transcripts = read_settings(data), read_transcripts(file)
    with progress(f"Playing {len(transcripts)} transcripts"):
        write(run, asyncio.run(replayed(settings, transcripts)))


def evaluate(folder: Folder, as_json: Json = False, data: Data = None) -> None:
    """Score rank and replay over a folder's files against its judgements."""
    settings = read_settings(data)
    companies, interviews = folder / "companies.jsonl", folder / "interviews.jsonl"
    if not companies.exists() and not interviews.exists():
        raise InputError(f"{folder}: holds neither companies.jsonl nor interviews.jsonl")
    with progress("Ranking and replaying"):
        figures = ranking_figures(settings, companies) if companies.exists() else []
        figures += interview_figures(settings, interviews) if interviews.exists() else []
    show([{"figure": name, "value": value, "cases": cases} for name, value, cases in figures], as_json=as_json)


def ranking_figures(settings: "Settings", path: Path) -> list[tuple[str, float | None, int]]:
    from bot.files import read_companies
    from bot.ranking import ranked
    from retrieval.evaluate import ranking_rows, read_judgements

    records = read_companies(path)
    countries = {need.id: record.country for record in records for need in record.needs}
    return ranking_rows(ranked(settings, records), read_judgements(path.parent), countries)


def interview_figures(settings: "Settings", path: Path) -> list[tuple[str, float | None, int]]:
    from bot.files import read_expected, read_transcripts
    from bot.replay import replayed
    from handlers.fields import field_rows, field_scores

    lines, expected = asyncio.run(replayed(settings, read_transcripts(path))), read_expected(path)
    return field_rows(
        field_scores(expected[line["id"]], line["profile"], wants_human=line["wants_human"]) for line in lines
    )


def bench(
    name: Annotated[str | None, typer.Argument(help="turn, match, reindex, wechat or help; all when left out.")] = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Measure beside the bare peers, in one run."""
    from bot.bench import BENCHES

    settings = read_settings(data)
    if name is not None and name not in BENCHES:
        raise InputError(f"no bench {name}: choose one of {', '.join(BENCHES)}")
    rows = []
    for each in [name] if name else BENCHES:
        with progress(f"Measuring {each}"):
            rows += [{"bench": each, **row} for row in BENCHES[each](settings)]
    show(rows, as_json=as_json)
