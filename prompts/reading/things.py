"""Whether a phrase names a thing that somebody could supply or want."""

import re

from prompts.reading import lexicon

_word = re.compile(r"[a-z][a-z'-]*|[\u0900-\u0963]+")
_han = re.compile(r"[\u3400-\u9fff]+")
_light_words = frozenset(
    lexicon.plain(word) for language in ("en", "hinglish", "hi") for word in lexicon.table("things")["light"][language]
)
_light_han = re.compile("|".join(sorted(lexicon.table("things")["light"]["zh"], key=len, reverse=True)))
_never = lexicon.pattern("things", "never")


def names_something(words: str) -> bool:
    """False for folded text of pronouns, numbers, times, persons and small verbs alone."""
    if _never.fullmatch(words):
        return False
    if any(word not in _light_words for word in _word.findall(words)):
        return True
    return any(_light_han.sub("", run) for run in _han.findall(words))
