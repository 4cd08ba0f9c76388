"""A model folder on this machine as an embedder: an ONNX export, or a sentence-transformers folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from tokenizers import Tokenizer

from retrieval.matrix import Matrix, unit

LONGEST = 256


class OnnxEncoder:
    """`*.onnx` beside `tokenizer.json`: mean pooling over real tokens, unit length."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        graph = min(folder.rglob("*.onnx"))
        self.name = f"onnx-{graph.stat().st_size}"
        self._session: Any = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(min(folder.rglob("tokenizer.json"))))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.enable_padding()
        self._inputs = {node.name for node in self._session.get_inputs()}
        self.dimensions = self.encode(["plaza"]).shape[1]

    def encode(self, texts: Sequence[str]) -> Matrix:
        encoded = self._tokenizer.encode_batch([text or " " for text in texts])
        ids = np.array([row.ids for row in encoded], np.int64)
        mask = np.array([row.attention_mask for row in encoded], np.int64)
        feeds = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, {name: feeds[name] for name in self._inputs})[0]
        if hidden.ndim == 3:
            hidden = (hidden * mask[..., None]).sum(1) / np.maximum(mask.sum(1, keepdims=True), 1)
        return unit(hidden.astype(np.float32))


class OnnxFolder(Embeddings):
    """An OnnxEncoder behind langchain's port."""

    def __init__(self, folder: Path) -> None:
        self._encoder = OnnxEncoder(folder)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(x) for x in row] for row in self._encoder.encode(texts)]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


class SentenceFolder(Embeddings):
    """A sentence-transformers folder; the package itself is the operator's to install (it brings torch)."""

    def __init__(self, folder: Path) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as missing:
            raise ValueError(f"{folder}: install sentence-transformers, or export the model to ONNX") from missing
        self._model: Any = SentenceTransformer(str(folder), local_files_only=True)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(x) for x in row] for row in self._model.encode(texts, normalize_embeddings=True)]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]
