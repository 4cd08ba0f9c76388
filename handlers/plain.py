"""Words as they are compared: case, spaces and stray punctuation do not make a difference."""

import unicodedata


def plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if not char.isspace() and unicodedata.category(char)[0] not in "PZC")
