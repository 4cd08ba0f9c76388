"""Everything a person reads, from the Fluent catalogues, with numbers, money and dates by Babel."""

import hashlib
import math
from collections.abc import Sequence
from datetime import date
from functools import cached_property, reduce
from pathlib import Path
from typing import Literal

from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_currency, format_compact_decimal  # type: ignore[attr-defined]  # old stubs
from fluent.runtime import FluentBundle, FluentResource

LONG = 900  # characters; Fluent refuses values from 1,000 on, they are put in afterwards
LOCALES = {"en": "en_IN", "zh": "zh_Hans_CN", "hi": "hi_IN"}
TEXT = Path(__file__).parent / "text"


class Words:
    """Says a key of the catalogues `<language>.ftl` and `<topic>.<language>.ftl` in a language."""

    def __init__(self, folder: Path = TEXT) -> None:
        self._folder = folder

    @property
    def languages(self) -> Sequence[str]:
        return tuple(LOCALES)

    @cached_property
    def _bundles(self) -> dict[str, FluentBundle]:
        return {language: self._bundle(language) for language in LOCALES}

    def say(self, key: str, language: str, **values: str | float) -> str:
        """Raise KeyError when the key is in no catalogue, or when one of its arguments is missing."""
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            raise KeyError(f"{language}: no text for {key}")
        pattern = bundle.get_message(key).value
        long = {f"\ue000{name}\ue001": value for name, value in values.items() if _is_long(value)}
        marks = {name: f"\ue000{name}\ue001" if _is_long(value) else value for name, value in values.items()}
        text, errors = bundle.format_pattern(pattern, marks)
        if errors:
            raise KeyError(f"{language}: {key}: {errors[0]}")
        return reduce(lambda said, mark: said.replace(mark, str(long[mark])), long, str(text))

    def has(self, key: str, language: str) -> bool:
        return bool(self._bundles[language].has_message(key))

    def version(self, key: str, language: str) -> str:
        """Names the exact wording that was read, for the record of a consent."""
        return f"{key}.{language}.{hashlib.sha256(self.say(key, language).encode()).hexdigest()[:12]}"

    def join(self, items: Sequence[str], language: str, style: Literal["standard", "or"] = "standard") -> str:
        return str(format_list(list(items), style=style, locale=LOCALES[language]))

    def money(self, low: float | None, high: float | None, currency: str | None, language: str) -> str:
        """Write a range; a floor of nothing is "up to", no ceiling is "from"."""
        if not high or math.isinf(high):
            return self.say("money-from", language, amount=self._amount(low or 0, currency, language))
        if not low:
            return self.say("money-to", language, amount=self._amount(high, currency, language))
        if low == high:
            return self._amount(low, currency, language)
        return f"{self._amount(low, currency, language)}–{self._amount(high, currency, language)}"

    def day(self, day: date, language: str) -> str:
        return str(format_skeleton("MMMEd", day, locale=LOCALES[language]))

    def month(self, day: date, language: str) -> str:
        return str(format_skeleton("yMMM", day, locale=LOCALES[language]))

    def _amount(self, value: float, currency: str | None, language: str) -> str:
        locale = "en" if language == "en" and currency != "INR" else LOCALES[language]
        if currency is None:
            return str(format_compact_decimal(value, locale=locale, fraction_digits=2))
        return str(format_compact_currency(value, currency, locale=locale, fraction_digits=2))

    def _bundle(self, language: str) -> FluentBundle:
        bundle = FluentBundle([LOCALES[language].replace("_", "-")], use_isolating=False)
        for path in sorted(self._folder.glob(f"*{language}.ftl")):
            if path.name == f"{language}.ftl" or path.name.endswith(f".{language}.ftl"):
                bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        return bundle


def _is_long(value: str | float) -> bool:
    return isinstance(value, str) and len(value) > LONG
