"""Async tests run in a loop of their own that must end with nothing left over."""

from __future__ import annotations

import asyncio
import gc
import inspect
import sys

import pytest

# The Secret Service and the cryptography package come with Linux only.
collect_ignore = [] if sys.platform == "linux" else ["test_secret_service.py", "test_tls.py"]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    test = pyfuncitem.obj
    if not inspect.iscoroutinefunction(test):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}

    async def run() -> None:
        await test(**arguments)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        if left:
            # A server's end of a line that was just cut may need a moment to notice.
            _, left = await asyncio.wait(left, timeout=2)
        assert not left, f"tasks left over: {[task.get_name() for task in left]}"

    gc.freeze()  # what was there before is nothing to look through
    asyncio.run(run())
    gc.collect()  # an unclosed session or connector warns here, and a warning is an error
    gc.unfreeze()
    return True
