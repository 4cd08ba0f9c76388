"""Rows as a table for people or as JSON for programs."""

import json
from collections.abc import Mapping, Sequence
from typing import Any


def show(rows: Sequence[Mapping[str, Any]], *, as_json: bool) -> None:
    print(json.dumps(rows, ensure_ascii=False, indent=1) if as_json else table(rows))


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Columns by the keys in their first order; an empty cell where a row has no such key."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([cell(row.get(name)) for name in names] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(names))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
