"""What a message asks of the bot, in all languages."""

import re
from dataclasses import dataclass
from itertools import islice

from prompts.reading import lexicon
from prompts.reading.reading import Intent, Language
from prompts.reading.script import Text

Span = tuple[int, int]

_WHOLE: tuple[Intent, ...] = (
    "skip", "back", "restart", "summary", "undo", "matches", "more", "why", "not_for_me", "interested", "pause",
    "resume", "delete", "export", "help", "thanks", "greeting", "cancel", "yes", "no", "small_talk",
)  # fmt: skip
_ANYWHERE: tuple[Intent, ...] = (
    "ask_data", "ask_price", "ask_wechat", "ask_who", "ask_length", "insult", "order", "delete", "restart",
)  # fmt: skip
_LANGUAGES: tuple[Language, ...] = ("en", "hi", "zh")

_marks = r"[\s,，.。!！?？~～…;；:：、*🙏😄😅]*"
_whole = {name: re.compile(rf"{_marks}{lexicon.source('intents', name)}{_marks}") for name in _WHOLE}
_anywhere = {name: lexicon.pattern("intents", name) for name in _ANYWHERE}
_wish = {code: re.compile(rf"{_marks}{lexicon.source('intents', f'language_{code}')}{_marks}") for code in _LANGUAGES}
_human = lexicon.pattern("intents", "human")
_human_alone = re.compile(rf"{_marks}{lexicon.source('intents', 'human_alone')}{_marks}")
_not_human = lexicon.pattern("intents", "not_human")
_question = lexicon.pattern("intents", "question")
_edit = lexicon.pattern("intents", "edit")
_number = re.compile(r"\d{1,3}")
_choice = re.compile(
    rf"{_marks}(?:#|no\.? ?|option ?|number ?|第|选择?|选项)?"
    rf"(?P<choice>\d{{1,2}}|[a-i]|[①-⑨]|[一二三四五六七八九])(?:号|个|项|\)|\.|）|、|家)?{_marks}"
)
_letter = re.compile(r"[a-z\u0900-\u0963\u3400-\u9fff\d]")
_sentence = re.compile(r"[^。！？!?\n;；।|]+[。！？!?\n;；।|]?")
_piece = re.compile(r"[^,，。！？!?\n;；।|]+")
_other_scripts = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff\u0590-\u05ff\u0370-\u03ff\u3040-\u30ff\uac00-\ud7af\u0980-\u0dff\u0e00-\u0e7f]"
)
_other_words = re.compile(lexicon.source("intents", "other_language"))
_MOST_WISHES = 8  # of one kind in a message that are looked at
_MOST = 60  # characters of a message that a whole-message intent may have


@dataclass(frozen=True)
class Wishes:
    intents: tuple[Intent, ...]
    spans: tuple[Span, ...]
    """Where they stand, so that nothing else is read from there."""
    number: int | None = None
    language: Language | None = None


def read_intents(text: Text) -> Wishes:
    fold = text.fold
    if not _letter.search(fold) and not _other_scripts.search(fold):
        return Wishes(_of_signs(text), ())
    found: list[Intent] = []
    spans: list[Span] = []
    for span in _human_spans(fold):
        found.append("human")
        spans.append(span)
    number, language = None, None
    if len(fold) <= _MOST and not found:
        found, number, language = _of_whole(fold)
        if found:
            return Wishes(tuple(found), ((0, len(fold)),), number, language)
    for name, pattern in _anywhere.items():
        for match in islice(pattern.finditer(fold), _MOST_WISHES):
            found.append(name)
            spans.append(_sentence_around(fold, match) if name != "insult" else match.span())
    if not found and _question.search(fold.strip()[-_MOST * 2 :]):
        found.append("ask_other")
    spoken = _other_language(fold)
    if spoken:
        found.append("other_language")
    return Wishes(tuple(dict.fromkeys(found)), tuple(spans), number, language)


def _of_whole(fold: str) -> tuple[list[Intent], int | None, Language | None]:
    edit = _edit.fullmatch(fold.strip(" .!。！"))
    if edit:
        number = _number.search(fold)
        return ["edit"], int(number[0]) if number else None, None
    for code, pattern in _wish.items():
        if pattern.fullmatch(fold):
            return ["language"], None, code
    for name, pattern in _whole.items():
        if pattern.fullmatch(fold):
            number = _number.search(fold)
            return [name], int(number[0]) if number else None, None
    choice = _choice.fullmatch(fold)
    return (["choice"], _chosen(choice["choice"]), None) if choice else ([], None, None)


def _chosen(word: str) -> int:
    if word.isdigit() and word.isascii():
        return int(word)
    for row in ("abcdefghi", "①②③④⑤⑥⑦⑧⑨", "一二三四五六七八九"):
        if word in row:
            return row.index(word) + 1
    return 0


def _of_signs(text: Text) -> tuple[Intent, ...]:
    """A thumb is an answer, other signs are none."""
    signs: tuple[Intent, ...] = ("yes", "no", "thanks")
    for name in signs:
        if text.fold.strip() and _whole[name].fullmatch(text.fold):
            return (name,)
    return ("empty",)


def _human_spans(fold: str) -> list[Span]:
    if len(fold) <= _MOST and _human_alone.fullmatch(fold):
        return [(0, len(fold))]
    spans = []
    for match in islice(_human.finditer(fold), _MOST_WISHES):
        sentence = _sentence_around(fold, match)
        denied = [
            m for m in _not_human.finditer(fold, *sentence) if m.start() < match.end() and match.start() < m.end()
        ]
        if not denied:
            spans.append(_piece_around(fold, match))
    return spans


def _piece_around(fold: str, match: re.Match[str]) -> Span:
    for piece in _piece.finditer(fold):
        if piece.start() <= match.start() < piece.end():
            return piece.start(), max(piece.end(), match.end())
    return match.span()


def _sentence_around(fold: str, match: re.Match[str]) -> Span:
    for sentence in _sentence.finditer(fold):
        if sentence.start() <= match.start() < sentence.end():
            return sentence.start(), max(sentence.end(), match.end())
    return match.span()


def _other_language(fold: str) -> bool:
    strange = len(_other_scripts.findall(fold))
    return (strange >= 2 and strange * 2 > len(_letter.findall(fold))) or len(_other_words.findall(fold)) >= 2
