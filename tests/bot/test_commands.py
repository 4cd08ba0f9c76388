"""The commands of the contract, each run as a person would run it."""

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.bot.commands import ROOT, environment, plaza, rows
from tests.bot.conftest import company, write_jsonl


def test_the_same_file_again_changes_nothing(home: Path) -> None:
    def stored() -> list[Any]:
        with sqlite3.connect(home / "data" / "plaza.db") as db:
            return [
                db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
                for table in ("company", "facet", "fact", "event")
            ]

    before = stored()
    assert plaza("load", "firms.jsonl", cwd=home).stdout == "0 new, 0 changed, 3 unchanged\n"
    assert stored() == before


def test_match_links_needs_and_offers_by_their_own_words(home: Path) -> None:
    found = json.loads(plaza("match", "IN-1", "--json", cwd=home).stdout)
    assert found["company_id"] == "IN-1"
    best = found["matches"][0]
    assert best["company_id"] == "CN-2"
    assert {(link["need_id"], link["offer_id"]) for link in best["they_give"]} == {("IN-1-N1", "CN-2-O1")}
    assert {(link["need_id"], link["offer_id"]) for link in best["we_give"]} == {("CN-2-N1", "IN-1-O1")}
    assert all(link["offer_quote"] in "剑杆织机" and link["need_quote"] in "rapier looms" for link in best["they_give"])
    assert set(best) == {"company_id", "score", "they_give", "we_give", "cautions", "text"}


@pytest.mark.parametrize("lang", ["en", "zh", "hi"])
def test_match_speaks_to_people_in_their_language(home: Path, lang: str) -> None:
    text = plaza("match", "IN-1", "--lang", lang, cwd=home).stdout
    assert text.startswith("1. CN-2")
    assert ("对方" in text or "您" in text) is (lang == "zh")


def test_a_company_nobody_fits_is_told_why(home: Path) -> None:
    found = json.loads(plaza("match", "IN-3", "--json", cwd=home).stdout)
    assert found["matches"] == []
    assert found["why_empty"]
    assert found["why_empty"] in plaza("match", "IN-3", cwd=home).stdout


def test_rank_writes_every_need_and_every_company_and_leaves_the_store_alone(home: Path) -> None:
    before = (home / "data" / "plaza.db").read_bytes()
    assert plaza("rank", "firms.jsonl", "--run", "ranked.jsonl", cwd=home).stdout == ""
    lines = rows(home / "ranked.jsonl")
    needs = {line["need_id"]: line for line in lines if "need_id" in line}
    partners = {line["company_id"]: line for line in lines if "company_id" in line}
    assert needs["IN-1-N1"]["offers"] == ["CN-2-O1"]
    assert set(needs["CN-2-N1"]["offers"]) == {"IN-1-O1", "O3"}
    assert needs["CN-2-N1"]["offers"][0] == "IN-1-O1"
    assert partners["CN-2"]["partners"][0] == "IN-1"
    assert all(len(line["scores"]) == len(line.get("offers", line.get("partners"))) for line in lines)
    assert (home / "data" / "plaza.db").read_bytes() == before


@pytest.fixture
def transcripts(home: Path) -> Path:
    expected = {
        "company_name": "Marigold Looms",
        "city": "Karur",
        "country": "IN",
        "headcount": 85,
        "offers": ["cotton terry towels"],
        "needs": ["second-hand rapier looms"],
        "certifications": [],
        "wants_human": False,
    }
    turns = [
        "Marigold Looms, Karur, 85 people. We make cotton terry towels. We need second-hand rapier looms.",
        "yes",
        "yes",
    ]
    told = {"id": "told", "channel": "telegram", "language": "en", "turns": turns, "expected": expected}
    nothing = dict.fromkeys(expected) | {"country": "CN", "offers": [], "needs": [], "certifications": []}
    asked = {"id": "asked", "channel": "wechat", "turns": ["转人工"], "expected": nothing | {"wants_human": True}}
    return write_jsonl(home / "interviews.jsonl", [told, asked])


def test_replay_writes_what_was_understood_and_said(home: Path, transcripts: Path) -> None:
    plaza("replay", transcripts.name, "--run", "played.jsonl", cwd=home)
    told, asked = rows(home / "played.jsonl")
    assert told["id"] == "told"
    assert (told["profile"]["company_name"], told["profile"]["city"]) == ("Marigold Looms", "Karur")
    assert (told["profile"]["country"], told["profile"]["headcount"]) == ("IN", 85)
    assert [len(said) > 0 for said in told["bot"]] == [True] * 3
    assert not told["wants_human"]
    assert asked["wants_human"]


def test_replay_never_reads_what_is_expected(home: Path, transcripts: Path) -> None:
    plaza("replay", transcripts.name, "--run", "with.jsonl", cwd=home)
    blind = [{key: value for key, value in row.items() if key != "expected"} for row in rows(transcripts)]
    plaza("replay", write_jsonl(home / "blind.jsonl", blind), "--run", "without.jsonl", cwd=home)
    assert rows(home / "with.jsonl") == rows(home / "without.jsonl")


def test_evaluate_scores_a_folder(home: Path, transcripts: Path, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    for name in ("interviews.jsonl", "firms.jsonl"):
        (folder / name.replace("firms", "companies")).write_text((home / name).read_text("utf-8"), "utf-8")
    (folder / "qrels.tsv").write_text("need_id\toffer_id\tgrade\nIN-1-N1\tCN-2-O1\t3\nCN-2-N1\tIN-1-O1\t3\n")
    (folder / "partners.tsv").write_text("company_a\tcompany_b\tgrade\nIN-1\tCN-2\t3\n")
    figures = {row["figure"]: row["value"] for row in json.loads(plaza("evaluate", folder, "--json", cwd=home).stdout)}
    assert (figures["needs nDCG@5"], figures["partners nDCG@5"]) == (1, 1)
    assert figures["interview company_name"] == 1
    assert "interview mean" in plaza("evaluate", folder, cwd=home).stdout


def test_export_can_be_loaded_again_and_erase_leaves_nothing(home: Path, tmp_path: Path) -> None:
    firm = company(77, name="Qyzzet Weavers", offers=[{"id": "V-O", "text": "qyzzet towels"}])
    write_jsonl(tmp_path / "one.jsonl", [firm])
    shutil.copytree(home / "data" / "cache", tmp_path / "data" / "cache")
    plaza("load", "one.jsonl", cwd=tmp_path)
    exported = json.loads(plaza("export", "IN-77", cwd=tmp_path).stdout)
    assert (exported["name"], exported["offers"][0]["text"]) == ("Qyzzet Weavers", "qyzzet towels")
    write_jsonl(tmp_path / "again.jsonl", [exported])
    assert plaza("load", "again.jsonl", cwd=tmp_path).stdout == "0 new, 0 changed, 1 unchanged\n"
    assert plaza("erase", "IN-77", cwd=tmp_path).stdout == "IN-77 is erased\n"
    left = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert b"yzzet" not in left
    for command in ("export", "erase", "match"):
        assert plaza(command, "IN-77", cwd=tmp_path, status=2).stderr.endswith("plaza: no company IN-77\n")


def test_reindex_builds_an_index_that_holds_what_is_live(home: Path) -> None:
    assert plaza("reindex", cwd=home).stdout == "5 offers and needs are indexed\n"
    assert (home / "data" / "index" / "current").exists()


@pytest.mark.parametrize("command", ["load", "rank", "replay"])
@pytest.mark.parametrize("content", [b"", b"{}\n", b"\xff\n", b"[1]\n"])
def test_bad_input_is_one_line_and_exit_2(home: Path, tmp_path: Path, command: str, content: bytes) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)
    run = [] if command == "load" else ["--run", tmp_path / "out.jsonl"]
    done = plaza(command, path, *run, cwd=home, status=2)
    assert len(done.stderr.splitlines()) == 1
    assert str(path) in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "out.jsonl").exists()


def test_nothing_of_a_bad_file_is_loaded(home: Path, tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "half.jsonl", [company(50), company(51, country="XX")])
    assert f"{path}, line 2, field country" in plaza("load", path, cwd=home, status=2).stderr
    plaza("export", "IN-50", cwd=home, status=2)


def test_bad_arguments_and_settings_exit_2(home: Path) -> None:
    plaza("match", "IN-1", "--lang", "fr", cwd=home, status=2)
    plaza("load", cwd=home, status=2)
    plaza("bench", "nothing", cwd=home, status=2)
    plaza("evaluate", home / "data", cwd=home, status=2)
    done = plaza("export", "IN-1", cwd=home, status=2, PLAZA_PORT="x", PLAZA_TELEGRAM_MODE="y")
    assert {line.split(":")[0] for line in done.stderr.removeprefix("plaza: ").splitlines()} == {
        "PLAZA_PORT",
        "PLAZA_TELEGRAM_MODE",
    }
    assert "PLAZA_EMBEDDINGS" in plaza("match", "IN-1", cwd=home, status=2, PLAZA_EMBEDDINGS="nonsense").stderr


def test_every_command_works_on_an_empty_folder(tmp_path: Path) -> None:
    for command in ("match", "export", "erase"):
        assert "no company X" in plaza(command, "X", "--data", tmp_path / command, cwd=tmp_path, status=2).stderr
    assert plaza("reindex", "--data", tmp_path / "new", cwd=tmp_path).stdout == "0 offers and needs are indexed\n"


def test_help_starts_as_fast_as_its_command_line_library() -> None:
    def took(*command: str) -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment())
        return time.perf_counter() - begun

    bare = median(took("-c", "import typer") for _ in range(5))
    assert median(took("-m", "bot", "--help") for _ in range(5)) < max(4 * bare, 0.5)


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, bot.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True)
    heavy = {
        "numpy",
        "sqlmodel",
        "sqlalchemy",
        "chromadb",
        "pydantic",
        "langchain_core",
        "rich",
        "prompt_toolkit",
        "babel",
    }
    assert not heavy & set(done.stdout.split())
