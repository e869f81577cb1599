"""Async tests run in a loop of their own that must end with nothing left over."""

from __future__ import annotations

import asyncio
import gc
import inspect

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    test = pyfuncitem.obj
    if not inspect.iscoroutinefunction(test):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}

    async def run() -> None:
        await test(**arguments)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, f"tasks left over: {[task.get_name() for task in left]}"

    asyncio.run(run())
    gc.collect()  # an unclosed session or connector warns here, and a warning is an error
    return True
