"""The embedder port and its makers. The default reads every language twice: as written, and glossed to English."""

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

from prompts.reading.script import script
from retrieval.dictionary import load_dictionary
from retrieval.encoders import MultilingualE5, english_encoder, multilingual_encoder
from retrieval.gloss import Glosser, simplified
from retrieval.matrix import Encoder, Matrix, unit
from retrieval.taxonomy import load_taxonomy

VIEWS = (
    1.0,
    1.0,
    0.25,
)  # gloss with labels, stripped gloss, labels alone (research/crosslingual.md, 3; weights of our sets)
VECTORS = 20_000  # texts whose vectors are kept in memory


class PlazaEmbeddings(Embeddings):
    """Text to one unit vector: [multilingual encoder, centred by language | three English views], equal weight."""

    def __init__(self, glosser: Glosser, english: Encoder, multilingual: MultilingualE5 | None, taxonomy: str) -> None:
        self._glosser = glosser
        self._english = english
        self._multilingual = multilingual
        self._means = language_means() if multilingual else {}
        self.family = "embedded" if multilingual else "embedded-light"
        self.dimensions = english.dimensions + (multilingual.dimensions if multilingual else 0)
        names = [english.name, multilingual.name if multilingual else "", taxonomy, data_digest()]
        self.fingerprint = hashlib.sha1("|".join(names).encode(), usedforsecurity=False).hexdigest()[:8]
        self._one = lru_cache(maxsize=VECTORS)(self._embed_one)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(x) for x in row] for row in self.vectors(texts)]

    def embed_query(self, text: str) -> list[float]:
        """The task is symmetric: a need is embedded as an offer is."""
        return self.embed_documents([text])[0]

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """(n, dimensions) float32, unit rows; the last texts are remembered."""
        return np.stack([self._one(text) for text in texts]) if texts else np.empty((0, self.dimensions), np.float32)

    def _embed_one(self, text: str) -> Matrix:
        views = self._english.encode(self._glosser.views(text))
        glossed = unit(sum(weight * view for weight, view in zip(VIEWS, views, strict=True)))
        if self._multilingual is None:
            return glossed
        plain = simplified(text)
        written = unit(self._multilingual.encode([plain])[0] - self._means[script(plain)])
        return unit(np.concatenate([written, glossed]))


class ModelEmbeddings(Embeddings):
    """Any langchain embedder under the same port; its fingerprint is its setting."""

    family = "model"

    def __init__(self, model: Embeddings, spec: str) -> None:
        self._model = model
        self.dimensions = len(model.embed_query("plaza"))
        self.fingerprint = hashlib.sha1(spec.encode(), usedforsecurity=False).hexdigest()[:8]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._model.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        return self._model.embed_query(text)

    def vectors(self, texts: Sequence[str]) -> Matrix:
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return unit(np.asarray(self._model.embed_documents(list(texts)), np.float32))


AnyEmbeddings = PlazaEmbeddings | ModelEmbeddings


def make_embeddings(spec: str, cache: Path | None = None) -> AnyEmbeddings:
    """`embedded`, `embedded-light` (static English table), a model folder, or langchain's `provider:model`."""
    if spec in ("embedded", "embedded-light"):
        light = spec.endswith("light")
        multilingual = None if light else multilingual_encoder()
        return PlazaEmbeddings(
            make_glosser(cache), english_encoder(light=light), multilingual, load_taxonomy().fingerprint
        )
    if spec and Path(spec).is_dir():
        return ModelEmbeddings(_folder_model(Path(spec)), spec)
    provider, _, model = spec.partition(":")
    if not model:
        raise ValueError(f"PLAZA_EMBEDDINGS: {spec!r} is neither 'embedded', a model folder nor 'provider:model'")
    from langchain.embeddings import init_embeddings

    return ModelEmbeddings(init_embeddings(model, provider=provider), spec)


def make_glosser(cache: Path | None = None) -> Glosser:
    return Glosser(load_dictionary(cache), load_taxonomy())


@lru_cache(maxsize=1)
def language_means() -> dict[str, Matrix]:
    """Mean of the multilingual encoder per script over the sample companies (`plaza calibrate means`): its accent."""
    rows = json.loads((files("retrieval") / "data" / "means.json").read_text("utf-8"))
    return {script: np.array(row, np.float32) for script, row in rows.items()}


def data_digest() -> str:
    """Hash of every data file that shapes a vector."""
    digest = hashlib.sha1(usedforsecurity=False)
    for name in ("glossary.toml", "hindi.toml", "stopwords.toml", "means.json", "quality.toml", "talk.json"):
        digest.update((files("retrieval") / "data" / name).read_bytes())
    return digest.hexdigest()[:8]


def _folder_model(folder: Path) -> Embeddings:
    from retrieval.local_model import OnnxFolder, SentenceFolder

    return OnnxFolder(folder) if any(folder.rglob("*.onnx")) else SentenceFolder(folder)
