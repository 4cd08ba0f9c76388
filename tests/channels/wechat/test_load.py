"""Section 5 of the research, line 21: answers come in time while others' requests are held."""

import asyncio
import time
from datetime import timedelta
from statistics import quantiles
from typing import Any

import pytest

from storage import lanes
from storage.db import Session
from tests.peers.wechat.platform import as_xml, text

pytestmark = pytest.mark.anyio
USERS, HELD = 50, 50


def elsewhere(session: Session) -> None:
    """Conversations that another process works on, and goes on working on."""
    for number in range(HELD):
        lanes.put(session, f"wechat:held{number}", "held", str(number), {})
    lanes.claim(session, "elsewhere", HELD, timedelta(hours=1), ["held"])


async def test_21_fifty_users_are_answered_in_time_while_fifty_requests_are_held(world: Any) -> None:
    async with world() as w:
        await w.platform.say("热身")
        w.app.db.do(elsewhere)
        requests = [w.platform.request(as_xml(text("等", user=f"held{number}"))) for number in range(HELD)]
        held = [asyncio.create_task(w.platform.post(request)) for request in requests]
        await asyncio.sleep(0.5)
        asked = [w.platform.request(as_xml(text("你好", user=f"u{number}"))) for number in range(USERS)]

        async def timed(request: dict[str, Any]) -> float:
            began = time.monotonic()
            answer = await w.platform.post(request)
            assert answer is not None
            assert "<Encrypt>" in answer.text
            return time.monotonic() - began

        took = await asyncio.gather(*map(timed, asked))
        assert not any(task.done() for task in held)
        print(f"p50 {quantiles(took, n=100)[49]:.2f} p99 {quantiles(took, n=100)[98]:.2f} max {max(took):.2f} s")
        assert max(took) <= 4.5
        assert await asyncio.gather(*held) == [None] * HELD


@pytest.mark.soak
@pytest.mark.parametrize(("seconds", "deliveries"), [(3.9, 1), (7, 2), (12, 3), (14, 3)])
async def test_15_in_the_platforms_real_time(world: Any, seconds: float, deliveries: int) -> None:
    async with world() as w:
        w.app.slow["慢"] = seconds
        shown = await w.platform.deliver(text("慢"))
        assert (shown.text, shown.deliveries, w.app.runs) == ("re: 慢", deliveries, ["慢"])
