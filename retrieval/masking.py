"""What may not be told before both agreed: who a firm is, and how to reach it."""

import re
from functools import lru_cache

from prompts.reading.places import find_places
from prompts.reading.script import normalise
from retrieval.gloss import HAN, simplified
from retrieval.taxonomy import load_taxonomy
from retrieval.text import speaks_to_machine

CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|https?://|\bwww\.|\b[\w-]+\.(?:com|cn|in|co\.in|net|org|io)\b|(?<!\w)@\w{3,}"
    r"|(?<![\d.,])\+?\d(?:[ -]?\d){9,}(?![\d,])"
    r"|(?:we\s?chat|weixin|whats\s?app|telegram|vx|qq|微信号?|企鹅号?|व्हाट्सएप|व्हाट्सऐप|वीचैट|टेलीग्राम)\s*(?:id|no\.?|号|number|नंबर)?\s*"
    r"(?:[:：]|is\b|是|\+|为)\s*\S"
    r"|\b(?:tel|mob|mobile|phone|call|contact|ph)\b\s*(?:us\s+)?(?:[:：.]|no|at|on)?\s*\+?\d{3}|(?:电话|電話|手机|手機|फ़ोन|फोन|मोबाइल)\D{0,4}\d{5}",
    re.IGNORECASE,
)
LEGAL = re.compile(
    r"\b(?:pvt|private|ltd|limited|llp|inc|co|corp|company|industries|enterprises?|group|technologies|solutions|exports?)\b\.?"
    r"|प्रा\.?|लि\.?|प्राइवेट|लिमिटेड|कंपनी|एवं|股份|有限|责任|公司|集团|責任|集團",
    re.IGNORECASE,
)
HAN_BRAND = 3  # signs of a name whose trade is not known
LATIN_BRAND = 4  # letters of a single word that is a brand in itself


class Mask:
    """Tells whether a piece of text may be shown: nobody of `names` is named, no contact, no order to the ranking."""

    def __init__(self, *names: str | None) -> None:
        brands = {brand for name in names if name for brand in _brands(name)}
        parts = sorted(map(re.escape, brands), key=len, reverse=True)
        self._brands = re.compile(rf"(?:{'|'.join(parts)})", re.IGNORECASE) if parts else None

    def bars(self, piece: str) -> bool:
        named = self._brands and (self._brands.search(piece) or self._brands.search(simplified(piece)))
        return bool(named or CONTACT.search(piece) or speaks_to_machine(piece))


@lru_cache(maxsize=10_000)
def _brands(name: str) -> frozenset[str]:
    """The full name, and what stands in it before the trade is named: "Asha Spice" of "Asha Spice Exports Ltd"."""
    found = set()
    for written in {name, simplified(name)}:
        core = " ".join(LEGAL.sub(" ", written).split())
        found |= {" ".join(written.split()), core}
        core = _without_place(core)
        trade = min((hit.start for hit in load_taxonomy().match(core)), default=len(core))
        if trade == len(core) and HAN.search(core):
            trade = HAN_BRAND
        found.add(core[:trade].strip())
    return frozenset(brand for brand in found if _telling(brand))


def _without_place(core: str) -> str:
    """A firm's city is no secret, and stands at the head of many names."""
    fold = normalise(core).fold
    ends = [place.end for place in find_places(fold) if place.start == 0]
    return core[ends[0] :].lstrip("市省 ") if ends and len(fold) == len(core) else core


def _telling(brand: str) -> bool:
    """Short or common words are left alone; they would bar half of all texts."""
    return len(brand) >= (LATIN_BRAND if brand.isascii() else 2)
