"""Commands on matching: match, rank, calibrate."""

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.options import CompanyId, Data, File, Json, Language, Run, read_settings
from bot.errors import InputError
from bot.progress import progress

if TYPE_CHECKING:
    from prompts.words import Words
    from retrieval.match import Emptiness

Folders = Annotated[list[Path], typer.Argument(help="Folders of companies.jsonl and judgements.", show_default=False)]


def match(
    company_id: CompanyId,
    top: Annotated[int, typer.Option(min=1, help="How many at most.")] = 10,
    lang: Language = "en",
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Suggest partners for a company, best first."""
    from bot.build import partners
    from bot.store import open_store
    from retrieval.summary import match_line
    from storage.companies import profile

    settings = read_settings(data)
    with closing(open_store(settings)) as db, progress("Reading the market"):
        if db.read(profile, company_id) is None:
            raise InputError(f"no company {company_id}")
        found = partners(settings, db)
        found.market.fill()
        suggested = found.suggest(company_id, top)
        lines = [match_line(each, found.words, found.explainer, lang) for each in suggested.matches]
    empty = why_empty(suggested.empty, found.words, lang) if suggested.empty else None
    if as_json:
        print(
            json.dumps(
                {"company_id": company_id, "matches": lines} | ({"why_empty": empty} if empty else {}),
                ensure_ascii=False,
                indent=1,
            )
        )
    elif empty:
        print(empty)
    for number, line in enumerate(lines if not as_json else (), 1):
        print(f"{number}. {line['company_id']} ({line['score']:.2f}): {line['text']}")


def why_empty(empty: "Emptiness", words: "Words", language: str) -> str:
    told = [words.say("empty", language), words.say("empty-seekers", language, count=empty.seekers)]
    if empty.advice:
        told.append(words.say(empty.advice, language, **empty.arguments))
    return " ".join(told)


def rank(file: File, run: Run, data: Data = None) -> None:
    """Rank all offers for every need of a file, and all partners for every company, in a throw-away store."""
    from bot.files import read_companies
    from bot.jsonl import write
    from bot.ranking import ranked

    settings, records = read_settings(data), read_companies(file)
    with progress(f"Comparing {len(records)} companies"):
        write(run, ranked(settings, records))


calibrate = typer.Typer(help="Measure the constants of retrieval/data anew.", no_args_is_help=True)


@calibrate.command()
def threshold(folders: Folders, data: Data = None) -> None:
    """Tell from which score a pair is worth showing, over all the folders together."""
    from bot.files import read_companies
    from bot.ranking import ranked
    from retrieval.calibrate import threshold as measured
    from retrieval.evaluate import read_judgements

    settings = read_settings(data)
    with progress("Ranking"):
        runs = [(ranked(settings, read_companies(each / "companies.jsonl")), read_judgements(each)) for each in folders]
    print(json.dumps(asdict(measured(runs)), indent=1))


@calibrate.command()
def means() -> None:
    """Print data/means.json: the accent of each script in the multilingual encoder, over the sample companies."""
    from bot.files import sample_companies
    from retrieval.calibrate import means as measured
    from retrieval.encoders import multilingual_encoder

    texts = [facet.text for record in sample_companies() for facet in (*record.offers, *record.needs)]
    encoder = multilingual_encoder()
    if encoder is None:
        raise InputError("the multilingual encoder's package is not installed")
    with progress("Encoding"):
        print(json.dumps(measured(texts, encoder)))


@calibrate.command()
def talk() -> None:
    """Print data/talk.json: the plane between talk that trades nothing and the trades of the sample companies."""
    from bot.files import sample_companies
    from retrieval.embed import make_embeddings
    from retrieval.talk import examples, learn

    embeddings = make_embeddings("embedded")
    trade = [facet.text for record in sample_companies() for facet in (*record.offers, *record.needs)]
    with progress("Encoding"):
        rows = embeddings.vectors(examples("talk")), embeddings.vectors([*trade, *examples("trade")])
        plane = [round(float(weight), 4) for weight in learn(*rows)]
    print(json.dumps({embeddings.family: plane}))
