"""Where secrets live: the system's own keyring, or memory. Never a file of ours.

The only module that imports keyring, inside its functions: choosing a backend takes a
quarter of a second, a call 20 ms, and a prompt as long as a person takes. Call everything
here through a thread.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from incluinfo_desk.domain.problems import KeyringLocked, NoKeyring, Problem, Trouble
from incluinfo_desk.operations.ports import Vault

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "incluinfo-desk"

CHUNK = 1_200
"""Characters of one item. Windows takes 2,560 bytes of UTF-16, which is 1,280 characters,
and fails beyond with an error that is no KeyringError (qt-stack §8)."""

ALLOWED = frozenset(
    {
        ("keyring.backends.Windows", "WinVaultKeyring"),
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.libsecret", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
        ("keyring.backends.kwallet", "DBusKeyringKWallet4"),
        ("keyring.backends.macOS", "Keyring"),
    },
)
"""Backends that encrypt at rest. keyring itself would also take a plaintext file or a
backend that throws secrets away, if one is installed or configured."""

_INLINE, _CHUNKED = "=", "@"

T = TypeVar("T")


class KeyringVault(Vault):
    """One keyring item for each secret, each below a service name of its own.

    A secret of more than :data:`CHUNK` characters is split: the parts of a new value are
    written under a new generation, then the item is turned to it, then the old parts go.
    A crash leaves the old value or the new one. Raises Trouble(NoKeyring | KeyringLocked).
    """

    def __init__(self, profile: str, backend: KeyringBackend | None = None) -> None:
        self._profile = profile
        self._chosen = backend

    @property
    def durable(self) -> bool:
        return True

    def check(self) -> None:
        """Find a safe backend, without unlocking it. Raises Trouble(NoKeyring)."""
        self._backend()

    def get(self, name: str) -> str | None:
        item = self._get(name)
        if item is None or item.startswith(_INLINE):
            return item[1:] if item else None
        parts = [self._get(part) for part in _parts(name, item)]
        if not parts or any(part is None for part in parts):
            return None  # a keyring edited by hand: as good as no secret
        return "".join(part for part in parts if part is not None)

    def set(self, name: str, secret: str) -> None:
        old = self._get(name)
        if len(secret) < CHUNK:
            self._set(name, _INLINE + secret)
        else:
            chunks = [secret[i : i + CHUNK] for i in range(0, len(secret), CHUNK)]
            pointer = f"{_CHUNKED}{secrets.token_hex(4)}:{len(chunks)}"
            for part, chunk in zip(_parts(name, pointer), chunks, strict=True):
                self._set(part, chunk)
            self._set(name, pointer)
        self._drop_parts(name, old)

    def delete(self, name: str) -> None:
        old = self._get(name)
        if old is not None:
            self._delete(name)
            self._drop_parts(name, old)

    def _drop_parts(self, name: str, item: str | None) -> None:
        if item is not None:
            for part in _parts(name, item):
                self._delete(part)

    def _service(self, name: str) -> str:
        # Its own service for each: with one service and two users, Windows' backend
        # renames the older entry.
        return f"{SERVICE}/{self._profile}/{name}"

    def _get(self, name: str) -> str | None:
        return self._ask(lambda ring: ring.get_password(self._service(name), name))

    def _set(self, name: str, value: str) -> None:
        self._ask(lambda ring: ring.set_password(self._service(name), name, value))

    def _delete(self, name: str) -> None:
        from keyring.errors import PasswordDeleteError

        def delete(ring: KeyringBackend) -> None:
            with suppress(PasswordDeleteError):
                ring.delete_password(self._service(name), name)

        self._ask(delete)

    def _ask(self, act: Callable[[KeyringBackend], T]) -> T:
        from keyring.errors import KeyringError, NoKeyringError

        backend = self._backend()
        problem: Problem
        try:
            return act(backend)
        except NoKeyringError:
            problem = NoKeyring()
        except KeyringError:
            # Locked, the prompt dismissed, access denied: a person can mend all of them.
            problem = KeyringLocked()
        except Exception:
            # D-Bus and the Windows API let errors of their own through (qt-stack §8).
            problem = NoKeyring()
        # Raised out here: a backend's exception may hold the secret in its arguments.
        raise Trouble(problem)

    def _backend(self) -> KeyringBackend:
        if self._chosen is None:
            self._chosen = _safe_backend()
        if self._chosen is None:
            raise Trouble(NoKeyring())
        return self._chosen


class MemoryVault(Vault):
    """Secrets until the window closes, for want of a safe keyring; said on screen."""

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    @property
    def durable(self) -> bool:
        return False

    def get(self, name: str) -> str | None:
        return self._secrets.get(name)

    def set(self, name: str, secret: str) -> None:
        self._secrets[name] = secret

    def delete(self, name: str) -> None:
        self._secrets.pop(name, None)


def open_vault(profile: str) -> Vault:
    """The system's keyring where it is safe, else memory. There is no third way.

    ``profile`` keeps the secrets of two data folders apart. A keyring that is merely locked
    is taken: its calls raise Trouble(KeyringLocked) until a person unlocks it.
    """
    vault = KeyringVault(profile)
    try:
        vault.check()
    except Trouble:
        return MemoryVault()
    return vault


def _safe_backend() -> KeyringBackend | None:
    """keyring's own choice if it is allowed, or the first of a chain that is."""
    try:
        import keyring

        chosen = keyring.get_keyring()
        return next((ring for ring in _chain(chosen) if is_allowed(ring)), None)
    except Exception:
        # A broken plug-in or a configuration file that names a missing backend.
        return None


def is_allowed(backend: KeyringBackend) -> bool:
    kind = type(backend)
    return (kind.__module__, kind.__qualname__) in ALLOWED


def _chain(backend: KeyringBackend) -> Iterator[KeyringBackend]:
    from keyring.backends.chainer import ChainerBackend

    if isinstance(backend, ChainerBackend):
        yield from backend.backends
    else:
        yield backend


def _parts(name: str, item: str) -> list[str]:
    """Names of the items that a pointer leads to; none for an inline value."""
    generation, _, count = item[1:].partition(":")
    if not item.startswith(_CHUNKED) or not count.isdecimal():
        return []
    return [f"{name}.{generation}.{index}" for index in range(int(count))]
