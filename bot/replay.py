"""Transcripts played as if a person wrote them, each in a fresh conversation of its channel."""

from collections.abc import Sequence
from contextlib import closing

from bot.app import App
from bot.build import build
from bot.channels.channel import HINTS
from bot.config import Settings
from bot.files import Transcript
from bot.jsonl import Row
from bot.store import throwaway
from handlers.message import Inbound
from handlers.profile import understood
from storage.companies import profile
from storage.conversations import conversation
from storage.lanes import next_events


async def replayed(settings: Settings, transcripts: Sequence[Transcript]) -> list[Row]:
    """The lines of replay's OUT.jsonl; whatever goes wrong in a turn is raised."""
    with throwaway(settings) as fresh, closing(build(fresh, indexed=False)) as app:
        return [await play(app, transcript) for transcript in transcripts]


async def play(app: App, transcript: Transcript) -> Row:
    lane, said, last = f"{transcript.channel}:{transcript.id}", list[list[str]](), 0
    for number, text in enumerate(transcript.turns):
        await app.receive(written(transcript, number, text))
        await app.turn(await app.db.run(next_events, lane, app.owner, 1))
        answers = [line for line in await app.transcript(lane) if line.kind == "out" and line.id > last]
        said.append([line.text for line in answers])
        last = answers[-1].id if answers else last
    view = await app.db.run_read(conversation, lane)
    stored = await app.db.run_read(profile, view.company_id) if view.company_id else None
    told = {"profile": understood(view, stored), "wants_human": view.wants_human, "bot": said}
    return {"id": transcript.id, **told}


def written(transcript: Transcript, number: int, text: str) -> Inbound:
    country, language = HINTS[transcript.channel]
    return Inbound(transcript.channel, transcript.id, str(number), text, country=country, language=language)
