"""How this account words what it sends: numbered choices, page marks, the label of what a model wrote."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.channels.wechat.pages import BETWEEN, Page, flat, pages, size
from handlers.message import Outbound
from prompts.words import Words

UNASKED = 3  # pages that come by themselves; the reader asks for more


@dataclass(frozen=True)
class Speech:
    """The words of one language; `check` is given every text before it is sent, and may change it."""

    words: Words
    language: str
    check: Callable[[str], str]
    label: bool

    def say(self, key: str, **values: str | float) -> str:
        return self.words.say(key, self.language, **values)

    def text(self, said: Outbound) -> str:
        """A message with its choices as lines that a number answers; 0 is none of them."""
        lines = [f"{number} {choice.label}" for number, choice in enumerate(said.choices, 1)]
        body = flat(self.check(said.text))
        return BETWEEN.join([body, "\n".join([self.say("wechat-choose"), *map(flat, lines)])]) if lines else body

    def pages(self, texts: Sequence[str], offset: int, beside: int = 0) -> list[Page]:
        return pages(texts, offset, beside=beside + size(self._label()), mark=size(self.mark(98, 99, goes_on=False)))

    def page(self, text: str, number: int, count: int, *, goes_on: bool) -> str:
        """One of several pages says so; `goes_on` = the next one comes by itself."""
        return f"{text}{self.mark(number, count, goes_on=goes_on) if count > 1 else ''}{self._label()}"

    def mark(self, number: int, count: int, *, goes_on: bool) -> str:
        last = number == count
        return "\n" + self.say("wechat-page" if last or goes_on else "wechat-part", page=number, pages=count)

    def _label(self) -> str:
        return "\n" + self.say("wechat-label") if self.label else ""
