"""How well the reader alone understands transcripts: mean over the fields, and what it missed.

Run: python tests/eval/interview_score.py tests/eval/interviews/tune_*.jsonl
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from snowballstemmer import stemmer

from prompts.reading import Reading, read

ORDER = ("company", "offer", "proof", "need", "payer", "budget", "start", "data_place", "partnership")
EXACT = ("company_name", "city", "country", "headcount", "wants_human")
SETS = ("offers", "needs", "certifications")
STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "and",
        "or",
        "to",
        "in",
        "on",
        "with",
        "at",
        "by",
        "from",
        "is",
        "are",
        "we",
        "our",
        "ka",
        "ki",
        "ke",
        "ko",
        "se",
        "aur",
        "jo",
        "me",
        "mein",
        "और",
        "का",
        "की",
        "के",
        "को",
        "से",
        "में",
        "的",
        "和",
    ]
)
_stem = stemmer("english").stemWord


class Profile:
    """A simple merge over the turns."""

    def __init__(self, channel: str) -> None:
        self.facts: dict[str, Any] = {}
        self.inferred: set[str] = set()
        self.facets: dict[str, list[tuple[str, bool]]] = {"offer": [], "need": []}
        self.certificates: dict[str, str] = {}
        self.human = False
        self.asked: dict[str, int] = defaultdict(int)
        self.channel = channel

    def take(self, reading: Reading) -> None:
        self.human = self.human or reading.has("human")
        for fact in reading.facts:
            if fact.kind == "certificate":
                self.certificates[fact.value["name"]] = fact.value["state"]
            elif not fact.inferred or fact.kind not in self.facts or fact.kind == "country":
                self.facts[fact.kind] = fact.value
        for facet in reading.facets:
            others = [(text, broad) for text, broad in self.facets[facet.side] if plain(text) != plain(facet.text)]
            self.facets[facet.side] = [*others, (facet.text, facet.broad)]
        for no in reading.denied:
            self.facets[no.side] = [(t, b) for t, b in self.facets[no.side] if not alike(t, no.text)]

    def next_question(self) -> str | None:
        filled = {
            "company": "name" in self.facts,
            "offer": any(not broad for _, broad in self.facets["offer"]),
            "proof": bool(self.certificates) or "customers" in self.facts,
            "need": bool(self.facets["need"]),
        }
        for question in ORDER:
            if not filled.get(question, question in self.facts) and self.asked[question] < 3:
                self.asked[question] += 1
                return question
        return None

    def result(self) -> dict[str, Any]:
        country = self.facts.get("country") or ("IN" if self.channel == "telegram" else "CN")
        return {
            "company_name": self.facts.get("name"),
            "city": self.facts.get("city"),
            "country": country,
            "headcount": self.facts.get("headcount"),
            "offers": self.side("offer"),
            "needs": self.side("need"),
            "certifications": [name for name, state in self.certificates.items() if state == "held"],
            "wants_human": self.human,
        }

    def side(self, side: str) -> list[str]:
        close = [text for text, broad in self.facets[side] if not broad]
        return close or [text for text, _ in self.facets[side]]


def tokens(phrase: str) -> list[str]:
    phrase = phrase.lower()
    latin = [_stem(w) for w in re.findall(r"[a-z0-9]+", phrase) if w not in STOP]
    hindi = [w for w in re.findall(r"[\u0900-\u097f]+", phrase) if w not in STOP]
    han = re.findall(r"[\u3400-\u9fff]+", phrase)
    return (
        latin + hindi + [c for run in han for c in run] + [run[i : i + 2] for run in han for i in range(len(run) - 1)]
    )


def overlap(one: str, other: str) -> float:
    a, b = tokens(one), tokens(other)
    left = list(b)
    common = 0
    for token in a:
        if token in left:
            left.remove(token)
            common += 1
    return 2 * common / (len(a) + len(b)) if a and b else 0.0


def alike(one: str, other: str) -> bool:
    short, long = sorted((plain(one), plain(other)), key=len)
    return overlap(one, other) >= 0.5 or (bool(short) and short in long and 2 * len(short) >= len(long))


def plain(phrase: Any) -> str:
    return re.sub(r"\s+", "", str(phrase)).lower()


def set_f1(got: list[str], expected: list[str]) -> float:
    if not got and not expected:
        return 1.0
    pairs = sorted(
        ((overlap(g, e), i, j) for i, g in enumerate(got) for j, e in enumerate(expected) if alike(g, e)), reverse=True
    )
    used_got: set[int] = set()
    used_expected: set[int] = set()
    for _, i, j in pairs:
        if i not in used_got and j not in used_expected:
            used_got.add(i)
            used_expected.add(j)
    return 2 * len(used_got) / (len(got) + len(expected))


def play(transcript: dict[str, Any]) -> dict[str, Any]:
    profile = Profile(transcript["channel"])
    country = "IN" if transcript["channel"] == "telegram" else "CN"
    asked: str | None = None
    for turn in transcript["turns"]:
        profile.take(read(turn, asked=asked, country=country))
        asked = profile.next_question()
    return profile.result()


def score(got: dict[str, Any], expected: dict[str, Any], channel: str) -> dict[str, float]:
    fields = {}
    for field in EXACT:
        want = expected[field]
        if field == "country" and want is None:
            want = "IN" if channel == "telegram" else "CN"
        fields[field] = float(plain(got[field]) == plain(want))
    for field in SETS:
        fields[field] = set_f1(got[field], expected[field])
    return fields


def main(paths: list[str], *, quiet: bool = False) -> float:
    totals: dict[str, list[float]] = defaultdict(list)
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            transcript = json.loads(line)
            got = play(transcript)
            for field, value in score(got, transcript["expected"], transcript["channel"]).items():
                totals[field].append(value)
                if value < 1 and not quiet:
                    print(
                        f"{transcript['id']} {field} {value:.2f}: got {got[field]} expected {transcript['expected'][field]}"
                    )
    means = {field: sum(values) / len(values) for field, values in totals.items()}
    for field, value in means.items():
        print(f"{field:16} {value:.3f}")
    mean = sum(means.values()) / len(means)
    print(f"{'mean':16} {mean:.3f}")
    return mean


if __name__ == "__main__":
    main(sys.argv[1:])
