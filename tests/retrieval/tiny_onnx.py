"""A sentence model of a few bytes: one Gather over a table, written as the protobuf of ONNX by hand."""

import json
import struct
from pathlib import Path

WORDS = ("[PAD]", "[UNK]", "cotton", "yarn", "loom", "bank")
TABLE = ((0, 0, 0, 1), (0, 0, 1, 1), (1, 0, 0, 0), (1, 1, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0))
FLOAT, INT64 = 1, 7


def write_model(folder: Path) -> Path:
    """model.onnx and tokenizer.json, as an export has them."""
    (folder / "model.onnx").write_bytes(_model())
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": {word: i for i, word in enumerate(WORDS)}, "unk_token": "[UNK]"},
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    return folder


def _model() -> bytes:
    node = _text(1, "table") + _text(1, "input_ids") + _text(2, "hidden") + _text(4, "Gather")
    values = struct.pack(f"<{len(TABLE) * 4}f", *(float(x) for row in TABLE for x in row))
    table = _number(1, len(TABLE)) + _number(1, 4) + _number(2, FLOAT) + _text(8, "table") + _bytes(9, values)
    graph = _bytes(1, node) + _text(2, "tiny") + _bytes(5, table)
    graph += _bytes(11, _value("input_ids", INT64, "batch", "width")) + _bytes(
        12, _value("hidden", FLOAT, "batch", "width", 4)
    )
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))


def _value(name: str, kind: int, *sizes: str | int) -> bytes:
    shape = b"".join(_bytes(1, _text(2, s) if isinstance(s, str) else _number(1, s)) for s in sizes)
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _varint(number: int) -> bytes:
    head, rest = number & 0x7F, number >> 7
    return bytes([head | 0x80]) + _varint(rest) if rest else bytes([head])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())
