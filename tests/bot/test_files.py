import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import jsonl
from bot.errors import InputError
from bot.files import read_companies, read_expected, read_transcripts, sample_companies
from tests.bot.conftest import company, record, write_jsonl


def test_a_line_becomes_a_record(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "c.jsonl", [company(1), company(2, "CN")])
    assert read_companies(path) == [record(1), record(2, "CN")]


def test_a_byte_order_mark_blank_lines_and_unknown_keys_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(company(1, remark="x")).encode() + b"\r\n\n")
    assert [found.id for found in read_companies(path)] == ["IN-1"]


def test_what_may_be_left_out_has_a_default(tmp_path: Path) -> None:
    row = {key: value for key, value in company(1).items() if key not in {"city", "sector", "hard_constraints"}}
    found = read_companies(write_jsonl(tmp_path / "c.jsonl", [row | {"headcount": None}]))[0]
    assert (found.city, found.sector, found.headcount, found.hard_constraints) == ("", "", None, ())


@pytest.mark.parametrize(("tag", "known"), [("hx", "en"), ("zh-Hant", "en"), ("zh", "zh")])
def test_under_an_unknown_tag_the_texts_tell_the_language(tmp_path: Path, tag: str, known: str) -> None:
    path = write_jsonl(tmp_path / "c.jsonl", [company(1, language=tag)])
    assert read_companies(path)[0].language == known


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": ""}, "field id: must not be empty"),
        ({"id": 7}, "field id: must be a text"),
        ({"country": "XX"}, "field country: must be one of IN, CN, not 'XX'"),
        ({"country": None}, "field country: must be one of"),
        ({"language": "no tag"}, "field language: must be a language tag"),
        ({"language": None}, "field language: is missing"),
        ({"name": " "}, "field name: must not be empty"),
        ({"headcount": "12"}, "field headcount: must be a whole number"),
        ({"headcount": True}, "field headcount: must be a whole number"),
        ({"headcount": -1}, "field headcount: must be a whole number"),
        ({"offers": None}, "field offers: is missing"),
        ({"offers": {}}, "field offers: must be a list"),
        ({"needs": ["x"]}, "field needs[0]: must be an object"),
        ({"needs": [{"id": "N", "text": "\n"}]}, "field needs[0].text: must not be empty"),
        ({"needs": [{"text": "looms"}]}, "field needs[0].id: is missing"),
        ({"offers": [{"id": "IN-1-N1", "text": "x"}]}, "field needs[0].id: 'IN-1-N1' stands already in line 2"),
        ({"hard_constraints": [3]}, "field hard_constraints[0]: must be a text"),
        ({"name": "a\0b"}, "field name: holds a character that is no text"),
        ({"name": "\ud800"}, "field name: holds a character that is no text"),
        ({"id": "CN-9"}, "field id: 'CN-9' stands already in line 1"),
    ],
)
def test_file_line_and_field_are_named(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in (company(9, "CN"), company(1, **change))))
    with pytest.raises(InputError) as error:
        read_companies(path)
    assert str(error.value).startswith(f"{path}, line 2, ")
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "holds no line"),
        (b"\n \n", "holds no line"),
        (b"{", "line 1: is no JSON"),
        (b"[]", "line 1: must be a JSON object"),
        (b'{"id": "a", "id": "b"}', "line 1, field id: stands twice"),
        (b'{"id": "\xff"}', "line 1: is no UTF-8 at byte 9"),
        (b'{"id": ' + b"[" * 100_000, "line 1: is no JSON"),
        (b'{"headcount": ' + b"9" * 5000 + b"}", "line 1: is no JSON"),
        (b'{"id": "' + b"x" * jsonl.LONGEST + b'"}', "line 1: is longer than"),
    ],
)
def test_what_is_no_line_of_json_is_named(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        read_companies(path)
    assert told in str(error.value)


@pytest.mark.parametrize("read", [read_companies, read_transcripts])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, read: Callable[[Path], object]) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl: No such file"):
        read(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match="Is a directory"):
        read(tmp_path)


@given(
    content=st.binary(max_size=200)
    | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps).map(str.encode)
)
def test_whatever_stands_in_a_file_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "c.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_companies(path)


def test_transcripts_come_without_what_is_expected(tmp_path: Path) -> None:
    row = {"id": "t", "channel": "wechat", "language": "zh", "turns": ["你好", ""], "expected": {"city": "x"}}
    found = read_transcripts(write_jsonl(tmp_path / "i.jsonl", [row]))[0]
    assert (found.id, found.channel, found.turns) == ("t", "wechat", ("你好", ""))
    assert not hasattr(found, "expected")
    with pytest.raises(InputError, match=r"line 1, field expected\.company_name: is missing"):
        read_expected(tmp_path / "i.jsonl")


@pytest.mark.parametrize("change", [{"turns": []}, {"turns": "hi"}, {"channel": "mail"}])
def test_a_transcript_needs_turns_and_a_channel(tmp_path: Path, change: dict[str, Any]) -> None:
    row = {"id": "t", "channel": "telegram", "turns": ["hi"]} | change
    with pytest.raises(InputError, match=next(iter(change))):
        read_transcripts(write_jsonl(tmp_path / "i.jsonl", [row]))


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    def breaks() -> Any:
        yield {"id": 1}
        raise RuntimeError

    path = tmp_path / "out.jsonl"
    assert jsonl.write(path, [{"a": "棉"}]) == 1
    with pytest.raises(RuntimeError):
        jsonl.write(path, breaks())
    assert path.read_text("utf-8") == '{"a": "棉"}\n'
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]
    with pytest.raises(InputError, match="No such file"):
        jsonl.write(tmp_path / "none" / "out.jsonl", [])


def test_the_sample_companies_are_of_both_countries() -> None:
    found = sample_companies()
    assert {each.country for each in found} == {"IN", "CN"}
    assert len(found) >= 60
