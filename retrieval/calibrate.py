"""The measured constants: language means of the multilingual encoder, and the threshold of an embedder."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from prompts.reading.script import script
from retrieval.evaluate import Judgements
from retrieval.figures import GOOD
from retrieval.matrix import Encoder

LOST = 0.095  # share of answerable needs that may be shown nothing


@dataclass(frozen=True)
class Threshold:
    """Where a pair becomes worth showing, and what that does on the sets it was measured on."""

    value: float
    silent_when_nothing_fits: float | None
    silent_when_something_fits: float | None


def means(texts: Iterable[str], encoder: Encoder) -> dict[str, list[float]]:
    """Mean vector per script, five decimals: the part of a vector that tells nothing but its language."""
    by_script: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        by_script[script(text)].append(text)
    found = {kind: encoder.encode(rows).mean(0) for kind, rows in sorted(by_script.items())}
    return {kind: [round(float(x), 5) for x in row] for kind, row in found.items()}


def threshold(runs: Sequence[tuple[Sequence[Mapping[str, Any]], Judgements]]) -> Threshold:
    """The highest cut that silences at most LOST of the needs that something fits, over all sets together."""
    fits, misfits = [], []
    for lines, judged in runs:
        for line in lines:
            if "need_id" not in line or not line["scores"]:
                continue
            if max(judged.needs.get(line["need_id"], {}).values(), default=0) >= GOOD:
                fits.append(line["scores"][0])
            elif line["need_id"] in judged.unanswered:
                misfits.append(line["scores"][0])
    cut = float(np.quantile(fits, LOST)) if fits else 0.0
    return Threshold(round(cut, 3), _below(misfits, cut), _below(fits, cut))


def _below(scores: Sequence[float], cut: float) -> float | None:
    return float(np.mean(np.array(scores) < cut)) if scores else None
