"""Certificates in texts, and whether one that is asked for is among those held."""

import re
from functools import lru_cache

from prompts.reading.certificates import read_certificates
from prompts.reading.script import normalise

GENERAL = re.compile(
    r"licen[cs]ed?|certificat\w*|certified|registration|registered|approv\w*|reports?|mark\b|phase|pass|"
    r"认证|认证书|证书|证明|证|资质|注册号?|测试报告|报告|प्रमाणपत्र|प्रमाण|लाइसेंस",
    re.IGNORECASE,
)
DEMAND = re.compile(r"^.*?(?:须|須|需要?|要|应|應|必须|必須)(?:有|持有?|具备|具備)|^(?:有|持有|具备|具備)")
SPOKEN = re.compile(r"certif|licen|approv|complian|认证|證|证|प्रमाण", re.IGNORECASE)
NAMES_OF_LETTERS = "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड"
LETTERS = dict(zip(NAMES_OF_LETTERS.split(), "abcdefghijklmnopqrstuvwxyz", strict=True))
SPELLED = re.compile(rf"(?:{'|'.join(sorted(LETTERS, key=len, reverse=True))})+")


@lru_cache(maxsize=20_000)
def certificates(text: str) -> tuple[tuple[str, str], ...]:
    """(name, state) of the certificates that a text speaks of."""
    found, _ = read_certificates(normalise(text), None)
    rows = [(_bare(str(fact.value["name"])), str(fact.value["state"])) for fact in found]
    return tuple((name, state) for name, state in rows if name and not _everyday(name, text))


def holds(name: str, held: frozenset[str]) -> bool:
    """By whole words, so that CE is not found in "licence"."""
    wanted = _words(name)
    return any(wanted <= _words(other) or _words(other) <= wanted for other in held)


def mentioned(name: str, text: str) -> bool:
    """The text speaks of it in some spelling; what it says of it is for its readers."""
    spelled = SPELLED.sub(lambda word: _letters(word.group()), text)
    return _words(name) <= _words(spelled)


def _bare(name: str) -> str:
    """Without the words that demand it; letters spelled out in Devanagari as letters."""
    name = DEMAND.sub("", name).strip()
    return _letters(name).upper() if SPELLED.fullmatch(name) else name


def _letters(word: str) -> str:
    for spelled in sorted(LETTERS, key=len, reverse=True):
        word = word.replace(spelled, LETTERS[spelled])
    return word


def _everyday(name: str, text: str) -> bool:
    """Tells REACH from the word: small letters need somebody who speaks of certificates."""
    return name.isascii() and name.islower() and not SPOKEN.search(text)


@lru_cache(maxsize=20_000)
def _words(name: str) -> frozenset[str]:
    bare = GENERAL.sub(" ", normalise(name).fold)
    return frozenset(re.findall(r"[a-z]+|\d+|[\u0900-\u0963]+|[\u3400-\u9fff]+", bare)) or frozenset({name})
