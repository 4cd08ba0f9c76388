"""Embedders behind one port: vectors of unit length, a fingerprint for what shaped them."""

from pathlib import Path

import numpy as np
import pytest

from retrieval import embed
from retrieval.embed import AnyEmbeddings, ModelEmbeddings, PlazaEmbeddings, make_embeddings, make_glosser
from retrieval.encoders import english_encoder
from tests.retrieval.tiny_onnx import write_model

TEXTS = ["cotton yarn", "棉纱", "सूती धागा", "suti dhaga", "fraud analytics for banks", ""]
HOSTILE = ["", "\0", "a" * 10_000, "纱" * 10_000, "क" * 3000, "🙂🙂", "\u202eabc", "<b>" * 2000, "' OR 1=1 --"]


@pytest.fixture(scope="module")
def light(cache: Path) -> AnyEmbeddings:
    return make_embeddings("embedded-light", cache)


@pytest.mark.parametrize("name", ["embeddings", "light"])
def test_every_text_has_one_unit_vector(name: str, request: pytest.FixtureRequest) -> None:
    embedder: AnyEmbeddings = request.getfixturevalue(name)
    found = embedder.vectors(TEXTS + HOSTILE)
    assert found.shape == (len(TEXTS + HOSTILE), embedder.dimensions)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-3)
    assert np.array_equal(embedder.vectors(TEXTS[:2]), found[:2])


def test_a_need_is_embedded_as_an_offer_is(embeddings: AnyEmbeddings) -> None:
    np.testing.assert_allclose(embeddings.embed_query("cotton yarn"), embeddings.embed_documents(["cotton yarn"])[0])


def test_no_texts_have_no_vectors(embeddings: AnyEmbeddings) -> None:
    assert embeddings.vectors([]).shape == (0, embeddings.dimensions)


@pytest.mark.parametrize("other", ["棉纱", "सूती धागा", "cotton yarn 40s, combed"])
def test_languages_meet_in_one_space(embeddings: AnyEmbeddings, other: str) -> None:
    yarn, same, far = embeddings.vectors(["cotton yarn", other, "fraud analytics for banks"])
    assert yarn @ same > yarn @ far + 0.2


def test_the_light_table_is_another_space_with_its_own_threshold_family(
    embeddings: AnyEmbeddings, light: AnyEmbeddings
) -> None:
    assert light.fingerprint != embeddings.fingerprint
    assert (light.family, embeddings.family) == ("embedded-light", "embedded")
    assert light.dimensions == 256
    one, same, far = light.vectors(["cotton yarn", "棉纱", "银行反欺诈"])
    assert one @ same > one @ far


def test_the_fingerprint_follows_taxonomy_data_and_encoder(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    glosser, english = make_glosser(cache), english_encoder(light=True)
    first = PlazaEmbeddings(glosser, english, None, "t1").fingerprint
    assert PlazaEmbeddings(glosser, english, None, "t1").fingerprint == first
    assert PlazaEmbeddings(glosser, english, None, "t2").fingerprint != first
    monkeypatch.setattr(embed, "data_digest", lambda: "other")
    assert PlazaEmbeddings(glosser, english, None, "t1").fingerprint != first


def test_a_folder_with_an_onnx_model_is_an_embedder(tmp_path: Path) -> None:
    found = make_embeddings(str(write_model(tmp_path)))
    assert isinstance(found, ModelEmbeddings)
    assert (found.dimensions, found.family) == (4, "model")
    np.testing.assert_allclose(found.vectors(["cotton yarn"])[0], np.array([2, 1, 0, 0]) / 5**0.5, atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(found.vectors(HOSTILE[1:]), axis=1), 1, atol=1e-5)
    assert not found.vectors([""]).any()  # this tokenizer has no token for it


@pytest.mark.parametrize("spec", ["nonsense", "", "/no/such/folder"])
def test_a_setting_that_names_no_embedder_says_so(spec: str) -> None:
    with pytest.raises(ValueError, match="PLAZA_EMBEDDINGS"):
        make_embeddings(spec)
