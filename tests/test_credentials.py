"""Secrets go to a keyring that is known to be safe, or nowhere but memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring
import keyring.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from incluinfo_desk.credentials import (
    ALLOWED,
    CHUNK,
    KeyringVault,
    MemoryVault,
    is_allowed,
    open_vault,
)
from incluinfo_desk.domain.problems import KeyringLocked, NoKeyring, Trouble


class Windows(KeyringBackend):
    """A keyring with the limits of Windows' credential store, as keyring 25.7 shows them."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.items: dict[tuple[str, str], str] = {}
        self.fail_after: int | None = None
        self.error: Exception | None = None

    def _step(self) -> None:
        if self.error is not None:
            raise self.error
        if self.fail_after is not None:
            self.fail_after -= 1
            if self.fail_after < 0:
                raise RuntimeError("the plug was pulled")

    def get_password(self, service: str, username: str) -> str | None:
        self._step()
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._step()
        if len(password.encode("utf-16-le")) > 2_560:
            raise OSError(1783, "The stub received bad data")
        self.items[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._step()
        if self.items.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("not found")


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 5 * CHUNK, 10_000])
def test_a_secret_of_any_size_comes_back(size: int) -> None:
    ring = Windows()
    vault = KeyringVault("prueba", ring)
    secret = ("ñ=@" * size)[:size]
    vault.set("token", secret)
    assert KeyringVault("prueba", ring).get("token") == secret
    vault.delete("token")
    assert ring.items == {}


@given(st.lists(st.text(max_size=3 * CHUNK, alphabet="a=@:1ñ"), min_size=1, max_size=4))
def test_a_secret_that_is_replaced_leaves_no_part_behind(values: list[str]) -> None:
    ring = Windows()
    vault = KeyringVault("prueba", ring)
    for value in values:
        vault.set("token", value)
    assert vault.get("token") == values[-1]
    vault.delete("token")
    vault.delete("token")
    assert vault.get("token") is None
    assert ring.items == {}


@pytest.mark.parametrize("new", ["corto", "n" * 4_000])
@pytest.mark.parametrize("old", ["viejo", "v" * 3_000])
def test_a_crash_at_any_step_leaves_the_old_secret_or_the_new(old: str, new: str) -> None:
    seen = set()
    for steps in range(20):
        ring = Windows()
        vault = KeyringVault("prueba", ring)
        vault.set("token", old)
        ring.fail_after = steps
        try:
            vault.set("token", new)
        except Trouble:
            ring.fail_after = None
        ring.fail_after = None
        found = KeyringVault("prueba", ring).get("token")
        assert found in (old, new)
        seen.add(found)
    assert seen == {old, new}


def test_each_secret_has_a_service_of_its_own_and_profiles_do_not_meet() -> None:
    ring = Windows()
    KeyringVault("uno", ring).set("refresh_token", "a")
    KeyringVault("uno", ring).set("access_token", "b")
    KeyringVault("dos", ring).set("access_token", "c")
    assert [service for service, _ in ring.items] == [
        "incluinfo-desk/uno/refresh_token",
        "incluinfo-desk/uno/access_token",
        "incluinfo-desk/dos/access_token",
    ]
    assert KeyringVault("uno", ring).get("access_token") == "b"


def test_a_keyring_edited_by_hand_holds_no_secret() -> None:
    ring = Windows()
    vault = KeyringVault("prueba", ring)
    vault.set("token", "x" * 3_000)
    ring.items.pop(next(key for key in ring.items if key[1] != "token"))
    assert vault.get("token") is None
    for item in ("@", "@0", "@g:", "@g:x", "@g:0"):
        ring.items["incluinfo-desk/prueba/token", "token"] = item
        assert vault.get("token") is None


ERRORS: dict[str, tuple[Exception, object]] = {
    "locked": (keyring.errors.KeyringLocked("secreto"), KeyringLocked()),
    "prompt dismissed": (keyring.errors.InitError("secreto"), KeyringLocked()),
    "not written": (keyring.errors.PasswordSetError("secreto"), KeyringLocked()),
    "gone": (keyring.errors.NoKeyringError("secreto"), NoKeyring()),
    "windows' own": (OSError(1783, "secreto"), NoKeyring()),
    "d-bus' own": (RuntimeError("secreto"), NoKeyring()),
}


@pytest.mark.parametrize("row", ERRORS)
def test_errors_of_the_keyring_are_problems_and_repeat_nothing(row: str) -> None:
    error, expected = ERRORS[row]
    ring = Windows()
    ring.error = error
    vault = KeyringVault("prueba", ring)
    calls: list[Callable[[], object]] = [
        lambda: vault.get("token"),
        lambda: vault.set("token", "secreto"),
        lambda: vault.delete("token"),
    ]
    for call in calls:
        with pytest.raises(Trouble) as caught:
            call()
        assert caught.value.problem == expected
        assert caught.value.__context__ is None
        assert "secreto" not in repr(caught.value)


# --- which keyring ------------------------------------------------------------------------


def backend(module: str, name: str) -> KeyringBackend:
    kind = type(name, (Windows,), {"__module__": module, "__qualname__": name, "priority": -1})
    return kind()  # type: ignore[no-any-return]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Any:
    def choose(ring: KeyringBackend) -> None:
        monkeypatch.setattr(keyring, "get_keyring", lambda: ring)

    return choose


@pytest.mark.parametrize("allowed", sorted(ALLOWED))
def test_the_systems_own_keyrings_are_taken(allowed: tuple[str, str], chosen: Any) -> None:
    chosen(backend(*allowed))
    vault = open_vault("prueba")
    assert isinstance(vault, KeyringVault)
    assert vault.durable


@pytest.mark.parametrize(
    "other",
    [
        ("keyring.backends.fail", "Keyring"),
        ("keyring.backends.null", "Keyring"),
        ("keyrings.alt.file", "PlaintextKeyring"),
        ("keyrings.alt.file", "EncryptedKeyring"),
        ("keyrings.alt.Windows", "RegistryKeyring"),
        ("someone.elses", "WinVaultKeyring"),
    ],
)
def test_any_other_keyring_is_memory(other: tuple[str, str], chosen: Any) -> None:
    ring = backend(*other)
    assert not is_allowed(ring)
    chosen(ring)
    vault = open_vault("prueba")
    assert isinstance(vault, MemoryVault)
    assert not vault.durable
    vault.set("token", "secreto")
    assert vault.get("token") == "secreto"
    vault.delete("token")
    vault.delete("token")
    assert vault.get("token") is None
    assert isinstance(ring, Windows)
    assert ring.items == {}


def test_of_a_chain_only_a_safe_link_is_used(
    chosen: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = backend("keyrings.alt.file", "PlaintextKeyring")
    safe = backend("keyring.backends.kwallet", "DBusKeyring")
    chain = ChainerBackend()  # type: ignore[no-untyped-call]
    monkeypatch.setattr(ChainerBackend, "backends", [plain, safe])
    chosen(chain)
    open_vault("prueba").set("token", "secreto")
    assert isinstance(plain, Windows)
    assert isinstance(safe, Windows)
    assert not plain.items
    assert len(safe.items) == 1
    monkeypatch.setattr(ChainerBackend, "backends", [plain])
    assert isinstance(open_vault("prueba"), MemoryVault)


def test_a_keyring_configured_wrongly_is_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> KeyringBackend:
        raise ModuleNotFoundError("keyrings.absent")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    assert isinstance(open_vault("prueba"), MemoryVault)


def test_importing_loads_no_keyring_and_no_network_library(tmp_path: Path) -> None:
    code = (
        "import sys, incluinfo_desk.credentials, incluinfo_desk.channels\n"
        "import incluinfo_desk.channels.manual\n"
        "print(sorted({'keyring', 'tweepy', 'aiohttp', 'requests'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout == "[]\n"
