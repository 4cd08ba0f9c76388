"""What is listed in a clause: the single capabilities, each cut down to the words that name it."""

import re

from prompts.reading import lexicon
from prompts.reading.cues import MASK, NAMED
from prompts.reading.things import names_something

Span = tuple[int, int]

_SPACE = rf"[\s{MASK}{NAMED},，、;；:：.。·*'\"“”‘’「」《》!！?？…~+&/\-]"
_front = re.compile(rf"(?:{_SPACE}|{lexicon.source('items', 'front')}(?!(?<=[a-z0-9])[-a-z]))+")
_back_step = re.compile(rf"(?:{_SPACE}|{lexicon.source('items', 'back')})$")
_purpose = lexicon.pattern("items", "purpose")
_never = lexicon.pattern("items", "never")
_function_words = frozenset((*lexicon.words("hinglish", "function_words"), *lexicon.words("items", "function_words")))
_letters = re.compile(r"[a-z\u0900-\u0963\u3400-\u9fff]")
_latin = re.compile(r"[a-z0-9][a-z0-9'-]*")
_word = re.compile(r"[^\s]+")

_HAN = r"[\u3400-\u9fff]"
_list_mark = re.compile(
    rf"[,，、;；{MASK}{NAMED}\n]|(?<=[^\d\s])\s?/\s?(?=[^\d\s])|\s[+&]\s"
    rf"|(?<![a-z0-9+])\+(?=[^+])|(?<=[a-z\u4e00-\u9fff])\+(?=[a-z\u4e00-\u9fff])|(?<={_HAN}{_HAN})\s+(?={_HAN}{_HAN})"
)
_and = lexicon.pattern("items", "and")
_preposition = re.compile(r"(?<![a-z])(?:for|of|in|from|to|with|on|at|by|into|using|between|across|under|via)(?![a-z])")
_head = re.compile(rf"(?:{'|'.join(lexicon.words('items', 'heads'))})$")
_han_head = re.compile(rf"(?:{'|'.join(lexicon.words('items', 'han_heads'))})$")
_languages = re.compile(rf"(?:{'|'.join(lexicon.words('items', 'attributes'))})$")
_of_work = re.compile(
    r"的(?:(?:研发|研究|生产|销售|制造|设计|开发|加工|出口|贸易|推广|应用|安装|维护|运营|服务|集成)[与和及、]?){2,}$"
)
_process = lexicon.pattern("items", "process")
_work = re.compile(r"(?:ing|tion|ment|design|supply|repair|sale|export|import|trade|test|care)$")
_doing = re.compile(r"ing$")
_doing_tool = re.compile(
    r"\w+ing (?:machines?|equipment|lines?|plants?|systems?|tools?|units?|software|services?|works?|solutions?)"
)
_han_only = re.compile(r"[\u3400-\u9fff]")
_genitive = re.compile(r"(?:का|की|के)\s+\S+$")


def find_items(fold: str, raw: str, start: int, end: int) -> list[Span]:
    """The capabilities of a clause's content, in order; `raw`, if as long, tells acronyms by their capitals."""
    spans = []
    work = _of_work.search(fold, start, end)
    end = work.start() if work else end
    for a, b in _listed(fold, start, end):
        for part in _coordinated(fold, raw if len(raw) == len(fold) else fold, a, b):
            span = strip(fold, *part)
            if is_thing(fold, *span):
                spans.append(span)
    return spans


def strip(fold: str, start: int, end: int) -> Span:
    """Without intent words, politeness and quantities at both ends."""
    while start < end:
        before = (start, end)
        lead = _front.match(fold, start, end)
        if lead:
            start = lead.end()
        tail = _tail(fold, start, end)
        if tail > start:
            end = tail
        if before == (start, end):
            break
    return start, end


def _tail(fold: str, start: int, end: int) -> int:
    found = _purpose.search(fold, start, end) or _back_step.search(fold, max(start, end - 40), end)
    return found.start() if found else end


def is_thing(fold: str, start: int, end: int) -> bool:
    words = fold[start:end]
    if (len(words) < 2 and not _han_only.fullmatch(words)) or len(words) > 160 or not _letters.search(words):
        return False
    if all(word in _function_words for word in words.split()):
        return False
    return _never.fullmatch(words) is None and names_something(words)


def _listed(fold: str, start: int, end: int) -> list[Span]:
    """Parts between list marks; 、 inside an attribute does not part (會印地語、泰盧固語的團隊)."""
    parts, at = [], start
    for mark in _list_mark.finditer(fold, start, end):
        if mark[0] == "、" and _shares_attribute(fold[at : mark.start()], fold[mark.end() : end]):
            continue
        if mark[0].strip() == "/" and not _parts_at_slash(fold[at : mark.start()], fold[mark.end() : end]):
            continue
        parts.append((at, mark.start()))
        at = mark.end()
    parts.append((at, end))
    return [(a, b) for a, b in parts if fold[a:b].strip()]


def _parts_at_slash(left: str, right: str) -> bool:
    return (len(left.split()) > 1 and len(right.split()) > 1) or bool(_han_head.search(left.strip()))


def _coordinated(fold: str, raw: str, start: int, end: int) -> list[Span]:
    parts, at = [], start
    for mark in _and.finditer(fold, start, end):
        left, right = fold[at : mark.start()].strip(), fold[mark.end() : end].strip()
        acronym = re.search(r"(?:^|\s)[A-Z][A-Z0-9&]+$", raw[at : mark.start()].strip()) is not None
        if left and right and (_stand_alone(left, right) or (acronym and not _languages.search(left))):
            parts.append((at, mark.start()))
            at = mark.end()
    parts.append((at, end))
    return parts


def _stand_alone(left: str, right: str) -> bool:
    """Whether the two sides of an "and" are two things, not two halves of one."""
    if re.search(r"[\u3400-\u9fff]", left + right):
        return not _shares_attribute(left, right) and (
            _han_head.search(left) is not None or len(left) >= 4 or len(left) >= len(right)
        )
    if re.search(r"[\u0900-\u0963]", left + right):
        return not _languages.search(left) and not (
            _process.search(right) and _genitive.search(right) and not _process.search(left)
        )
    return _stand_alone_latin(left, right)


def _stand_alone_latin(left: str, right: str) -> bool:
    left_words, right_words = _latin.findall(left), _latin.findall(right)
    if not left_words or not right_words or _languages.search(left):
        return False
    between = _preposition.search(left)
    if len(right_words) == 1 and between:
        return False
    shared = _preposition.search(right) is not None and _preposition.match(right) is None
    if len(left_words) == 1 and shared and _work.search(left):
        return False
    alike = left_words[0] == right_words[0]
    if _doing.search(left) and _doing_tool.match(right):
        return False  # shelling and peeling machine
    if alike or _head.search(left_words[-1]):
        return True
    if len(left_words) > 1 and len(right_words) > 1:  # "pond oxygen and pH forecasting" is one thing
        return between is not None or _preposition.search(right) is not None or not _work.search(right_words[-1])
    return len(right_words) == 1


def _shares_attribute(left: str, right: str) -> bool:
    """印地语和泰米尔语语音资源: the left half only says which."""
    if _languages.search(left):
        return True
    owner = re.match(r"([^的嘅、和与及]{1,6})[的嘅]", right)
    return bool(owner) and len(left) <= 6 and "的" not in left and not _han_head.search(left)
