"""What happens on WeChat, in figures, and which of them staff should look at."""

import time
from functools import partial

from prometheus_client import Counter, Gauge, Histogram

from bot.metrics import REGISTRY

counter = partial(Counter, registry=REGISTRY)

ON_TIME = counter("plaza_wechat_passive_on_time", "Answers that went out with the request.")
HOLD_HITS = counter("plaza_wechat_hold_hits", "Answers by the delivery that carried them.", ["delivery"])
PLACEHOLDER = counter("plaza_wechat_placeholder", "Users who were asked to come back for the answer.")
PUSH_OK = counter("plaza_wechat_push_ok", "Messages that were pushed.")
PUSH_ERROR = counter("plaza_wechat_push_err", "Pushes that the platform refused.", ["code"])
PENDING = Gauge(
    "plaza_wechat_pending_depth", "Messages that wait until their reader writes or fetches.", registry=REGISTRY
)
REPEATS = counter("plaza_wechat_dup_deliveries", "Messages that the platform posted again.")
TOKENS = counter("plaza_wechat_token_fetches", "Tokens fetched.")
EXPIRED = counter("plaza_wechat_expired", "Answers that nobody fetched in time.")
REFUSED = counter("plaza_wechat_refused", "Requests that were not the platform's.", ["status"])
UNREADABLE = counter("plaza_wechat_unreadable", "Messages of the platform that cannot be read.")
SECONDS = Histogram(
    "plaza_wechat_answer_seconds",
    "From the arrival of a delivery to its answer.",
    registry=REGISTRY,
    buckets=(0.05, 0.1, 0.2, 0.5, 1, 2, 3, 4, 4.5, 5, 8),
)

DAY, MOST_TOKENS, MOST_PLACEHOLDERS = 86_400.0, 30, 0.1


class Watch:
    """Compares the counters with what they were a day ago."""

    def __init__(self) -> None:
        self._begin()

    def alerts(self) -> list[str]:
        now = _totals()
        placeholders, answers, tokens = (now[name] - self._then[name] for name in now)
        if time.monotonic() - self._since > DAY:
            self._begin()
        found = ["more than one answer in ten comes too late"] if placeholders > MOST_PLACEHOLDERS * answers else []
        return found + (["many tokens: somebody else fetches them too"] if tokens > MOST_TOKENS else [])

    def _begin(self) -> None:
        self._since, self._then = time.monotonic(), _totals()


def _totals() -> dict[str, float]:
    names = ("placeholder", "passive_on_time", "token_fetches")
    return {name: REGISTRY.get_sample_value(f"plaza_wechat_{name}_total") or 0.0 for name in names}
