"""all-MiniLM-L6-v2 as a numpy forward pass: no torch, no network."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load
from tokenizers import Tokenizer

from retrieval.matrix import Matrix, unit

MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
GELU = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)  # Abramowitz and Stegun 7.1.26


def pinned(path: Path, sha256: str) -> bytes:
    """The file's content; ValueError where it is not the one that was measured (90 MB take 0.1 s)."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"{path}: not the weights that were measured; install requirements.lock anew")
    return content


class MiniLM:
    """all-MiniLM-L6-v2 (English) as a numpy forward pass over `tokenizers`; mean pooling over real tokens."""

    name = "minilm-l6-v2"
    dimensions = 384
    heads = 12
    longest = 128

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(self.longest)
        weights = load(pinned(folder / "model.safetensors", MINILM_SHA256))
        self._word = weights["embeddings.word_embeddings.weight"]
        self._place = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"]
        self._layers = [_layer(weights, f"encoder.layer.{i}.") for i in range(6)]

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Texts of like length share a batch, so that little padding is computed."""
        ids = [self._tokenizer.encode(text or " ").ids for text in texts]
        out = np.zeros((len(ids), self.dimensions), np.float32)
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        for start in range(0, len(order), 16):
            rows = order[start : start + 16]
            out[rows] = self._forward([ids[i] for i in rows])
        return unit(out)

    def _forward(self, ids: list[list[int]]) -> Matrix:
        width = max(map(len, ids))
        tokens = np.array([row + [0] * (width - len(row)) for row in ids])
        real = np.array([[1.0] * len(row) + [0.0] * (width - len(row)) for row in ids], np.float32)
        mask = ((real - 1) * 1e4)[:, None, None, :]
        x = _layer_norm(self._word[tokens] + self._place[:width], *self._norm)
        for layer in self._layers:
            x = self._attend(x, mask, layer)
        pooled = (x * real[..., None]).sum(1) / real.sum(1, keepdims=True)
        return np.asarray(pooled, np.float32)

    def _attend(self, x: Matrix, mask: Matrix, layer: "dict[str, Any]") -> Matrix:
        batch, width, size = x.shape
        query, key, value = (
            (x @ layer["qkv"] + layer["qkv_bias"]).reshape(batch, width, 3, self.heads, -1).transpose(2, 0, 3, 1, 4)
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(size / self.heads)) + mask
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(batch, width, size)
        x = _layer_norm(x + mixed @ layer["out"] + layer["out_bias"], *layer["norm1"])
        hidden = _gelu(x @ layer["wide"] + layer["wide_bias"])
        return _layer_norm(x + hidden @ layer["back"] + layer["back_bias"], *layer["norm2"])


def _layer(weights: dict[str, Matrix], at: str) -> dict[str, Any]:
    def dense(name: str) -> tuple[Matrix, Matrix]:
        return np.ascontiguousarray(weights[at + name + ".weight"].T), weights[at + name + ".bias"]

    def norm(name: str) -> tuple[Matrix, Matrix]:
        return weights[at + name + ".weight"], weights[at + name + ".bias"]

    parts = [dense(f"attention.self.{name}") for name in ("query", "key", "value")]
    out, wide, back = dense("attention.output.dense"), dense("intermediate.dense"), dense("output.dense")
    return {
        "qkv": np.concatenate([w for w, _ in parts], 1),
        "qkv_bias": np.concatenate([b for _, b in parts]),
        "out": out[0],
        "out_bias": out[1],
        "wide": wide[0],
        "wide_bias": wide[1],
        "back": back[0],
        "back_bias": back[1],
        "norm1": norm("attention.output.LayerNorm"),
        "norm2": norm("output.LayerNorm"),
    }


def _layer_norm(x: Matrix, gain: Matrix, bias: Matrix) -> Matrix:
    centred = x - x.mean(-1, keepdims=True)
    return np.asarray(centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12) * gain + bias, np.float32)


def _gelu(x: Matrix) -> Matrix:
    y = np.abs(x) * np.float32(np.sqrt(0.5))
    t = 1 / (1 + np.float32(0.3275911) * y)
    series = np.zeros_like(t)
    for factor in GELU:
        series = (series + np.float32(factor)) * t
    return np.asarray(0.5 * x * (1 + np.sign(x) * (1 - series * np.exp(-y * y))), np.float32)
