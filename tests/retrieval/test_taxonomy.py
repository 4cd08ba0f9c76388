"""The concept files hold together, and labels are found where they stand."""

import warnings
from collections import Counter, defaultdict

import pytest

from retrieval.gloss import simplified, word_lists
from retrieval.taxonomy import Concept, Taxonomy, load_taxonomy

KINDS = {"goods", "machine", "software", "service", "people", "data", "place", "capital"}
CONCEPTS = load_taxonomy().concepts


def strong(concept: Concept) -> tuple[str, ...]:
    return concept.en + concept.zh + concept.hi + concept.uses


def test_ids_are_unique() -> None:
    assert [name for name, times in Counter(concept.id for concept in CONCEPTS).items() if times > 1] == []


def test_every_concept_has_a_kind_a_domain_and_a_name_in_each_language() -> None:
    assert {concept.kind for concept in CONCEPTS} <= KINDS
    nameless = [c.id for c in CONCEPTS if not (c.parents and c.en and c.zh and c.hi and all(strong(c)))]
    assert nameless == []


def test_related_concepts_exist_and_are_others() -> None:
    ids = {concept.id for concept in CONCEPTS}
    assert [(c.id, other) for c in CONCEPTS for other in c.related if other not in ids or other == c.id] == []


def test_a_domain_of_one_concept_is_worth_a_look() -> None:
    times = Counter(parent for concept in CONCEPTS for parent in concept.parents)
    lonely = sorted(parent for parent, count in times.items() if count < 2)
    if lonely:
        with pytest.warns(UserWarning, match=lonely[0]):
            warnings.warn(f"domains of one concept: {', '.join(lonely)}", stacklevel=1)
    assert len(lonely) <= 5


def test_no_label_names_three_things() -> None:
    named = defaultdict(set)
    for concept in CONCEPTS:
        for label in strong(concept):
            named[label.lower()].add(concept.id)
    assert {label: ids for label, ids in named.items() if len(ids) >= 3} == {}


def test_no_label_is_a_word_that_says_nothing() -> None:
    lists = word_lists()
    idle = lists["stop_en"] | lists["stop_zh"] | lists["stop_hinglish"]
    assert [(c.id, label) for c in CONCEPTS for label in strong(c) if label.lower() in idle] == []


def test_labels_are_found_in_the_form_that_texts_are_read_in() -> None:
    """Traditional characters are read as Simplified ones, so the Simplified label must stand beside them."""
    lost = [
        (c.id, label) for c in CONCEPTS for label in strong(c) + c.weak if simplified(label) not in strong(c) + c.weak
    ]
    assert lost == []
    assert [(c.id, label) for c in CONCEPTS for label in strong(c) + c.weak if label != label.strip()] == []


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.id)
def test_a_concept_is_found_by_its_own_names(concept: Concept) -> None:
    taxonomy = load_taxonomy()
    for name in (concept.en[0], concept.zh[0], concept.hi[0]):
        assert taxonomy.index[concept.id] in {hit.concept for hit in taxonomy.match(name)}, name


def _concept(name: str, *labels: str, weak: tuple[str, ...] = ()) -> Concept:
    latin = tuple(label for label in labels if label.isascii())
    return Concept(name, ("d",), "goods", latin, tuple(set(labels) - set(latin)), (), (), weak, ())


def test_the_longest_label_wins_and_a_weak_one_weighs_less() -> None:
    taxonomy = Taxonomy([_concept("yarn", "yarn", "纱"), _concept("cotton", "cotton yarn", "棉纱", weak=("bale",))], "")
    assert [hit.concept for hit in taxonomy.match("Cotton yarns in bales")] == [1, 1]
    whole, weak = taxonomy.match("Cotton yarns in bales")
    assert whole.weight > weak.weight
    assert "Cotton yarns in bales"[whole.start : whole.end] == "Cotton yarns"
    assert [hit.concept for hit in taxonomy.match("棉纱和纱")] == [1, 0]


def test_the_fingerprint_is_that_of_the_files() -> None:
    assert load_taxonomy() is load_taxonomy()
    assert len(load_taxonomy().fingerprint) == 8
