"""Section 5 of the research, lines 9 to 21: one answer to a message, within five seconds, whatever happens."""

import asyncio
from typing import Any

import pytest

from tests.channels.wechat.conftest import SCALE
from tests.peers.wechat.platform import as_xml, text

pytestmark = pytest.mark.anyio


async def test_10_three_deliveries_make_one_run_and_one_answer(world: Any) -> None:
    async with world() as w:
        request = w.platform.request(as_xml(text("你好")))
        answers = await asyncio.gather(*(w.platform.post(request) for _ in range(3)))
        assert {w.platform.opened(answer.text)["Content"] for answer in answers} == {"re: 你好"}
        later = await w.platform.post(request)
        assert w.platform.inner(later.text) == w.platform.inner(answers[0].text)
        assert w.app.runs == ["你好"]


@pytest.mark.parametrize(("seconds", "delivery"), [(1, 1), (7, 2), (12, 3), (14, 3)])
async def test_15_a_slow_answer_arrives_with_a_later_delivery(world: Any, seconds: float, delivery: int) -> None:
    async with world() as w:
        w.app.slow["慢"] = seconds * SCALE
        shown = await w.platform.deliver(text("慢"))
        assert (shown.text, shown.deliveries) == ("re: 慢", delivery)
        assert shown.bodies[:-1] == [None] * (delivery - 1)
        assert w.app.runs == ["慢"]
        assert not shown.unavailable
