"""Files of one JSON object a line: read so strictly that what is wrong can be named, written whole or not at all."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.errors import InputError

LONGEST = 1_000_000  # bytes of one line

Row = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where in a file something stands, to tell what is wrong with it."""

    path: Path
    line: int
    field: str = ""

    def at(self, field: str) -> "Place":
        return Place(self.path, self.line, f"{self.field}.{field}" if self.field else field)

    def item(self, number: int) -> "Place":
        return Place(self.path, self.line, f"{self.field}[{number}]")

    def wrong(self, what: str) -> InputError:
        field = f", field {self.field}" if self.field else ""
        return InputError(f"{self.path}, line {self.line}{field}: {what}")


def rows(path: Path) -> Iterator[tuple[Place, Row]]:
    """Objects with their places; blank lines are passed over, a file without any object is wrong."""
    empty = True
    for place, line in _lines(path):
        if line.strip():
            yield place, _object(line, place)
            empty = False
    if empty:
        raise InputError(f"{path}: holds no line")


def write(path: Path, lines: Iterable[Row]) -> int:
    """How many; a file that stood there before is replaced only once all is written."""
    count = 0
    with _replacing(path) as beside, beside.open("w", encoding="utf-8") as file:
        for row in lines:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def _lines(path: Path) -> Iterator[tuple[Place, str]]:
    """A byte order mark at the beginning is no text."""
    place = Place(path, 0)
    try:
        with path.open("rb") as file:
            while raw := file.readline(LONGEST + 1):
                place = Place(path, place.line + 1)
                if len(raw) > LONGEST:
                    raise place.wrong(f"is longer than {LONGEST} bytes")
                yield place, raw.removeprefix(b"\xef\xbb\xbf" if place.line == 1 else b"").decode()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise place.wrong(f"is no UTF-8 at byte {error.start + 1}") from error


def _object(line: str, place: Place) -> Row:
    try:
        row = json.loads(line, object_pairs_hook=partial(_keys_once, place))
    except (ValueError, RecursionError) as error:
        raise place.wrong(f"is no JSON: {getattr(error, 'msg', error)}") from error
    if not isinstance(row, dict):
        raise place.wrong("must be a JSON object")
    return row


def _keys_once(place: Place, pairs: list[tuple[str, Any]]) -> Row:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise place.at(name).wrong("stands twice")
    return dict(pairs)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    beside = path.with_name(f"{path.name}.new")
    try:
        yield beside
        beside.replace(path)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    finally:
        beside.unlink(missing_ok=True)
