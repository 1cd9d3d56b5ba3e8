"""Signing and verifying where an event loop runs already, as in a server."""

from __future__ import annotations

import asyncio

from renaksi.signatures.alone import alone
from renaksi.signatures.verify import verify
from tests.renaksi.signatures.papers import holder, paper
from tests.renaksi.signatures.test_signing import MOMENT, signed


def test_a_running_event_loop_is_in_nobodys_way() -> None:
    async def served() -> list[str]:
        return [one.content for one in verify(signed(paper(), holder()), [], MOMENT)]

    assert alone(lambda: asyncio.run(served())) == ["unchanged"]
