"""Certificates with their state, and certificates that are demanded of others."""

import pytest

from prompts.reading import read


def states(text: str, asked: str | None = "proof") -> dict[str, str]:
    facts = read(text, asked=asked).facts
    return {fact.value["name"]: fact.value["state"] for fact in facts if fact.kind == "certificate"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISO 22000 and HACCP", {"ISO 22000": "held", "HACCP": "held"}),
        ("We hold IATF 16949, applying for ISO 14001", {"IATF 16949": "held", "ISO 14001": "applying"}),
        ("no BIS yet, CE marking done", {"BIS": "not_held", "CE marking": "held"}),
        ("SOC 2 audit is next month", {"SOC 2": "applying"}),
        ("UN38.3 passed", {"UN38.3": "held"}),
        ("GOTS ❌ OCS ✅", {"GOTS": "not_held", "OCS": "held"}),
        ("we are chasing SA 8000", {"SA 8000": "applying"}),
        ("FSSAI hai, organic certificate ke liye apply kiya hai", {"FSSAI": "held", "organic certificate": "applying"}),
        ("NABL नहीं है", {"NABL": "not_held"}),
        ("ISO 13485 मिल चुका है", {"ISO 13485": "held"}),
        ("有ISO13485，FDA正在申请", {"ISO13485": "held", "FDA": "applying"}),
        ("BSCI没有，SEDEX过了", {"BSCI": "not_held", "SEDEX": "held"}),
        ("通过了等保三级", {"等保三级": "held"}),
        ("IATF16949还没拿到", {"IATF16949": "not_held"}),
    ],
)
def test_states(text: str, expected: dict[str, str]) -> None:
    assert states(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the supplier must be ISO 9001 certified",
        "we consult on ISO 27001 implementation",
        "looking for a BIS consultant",
        "partner should have NABL",
        "需要做CE认证的代理",
        "对方要有GMP",
    ],
)
def test_of_others(text: str) -> None:
    assert "held" not in states(text, None).values()
