"""OAuth 2.0 with PKCE for a public client, with X's single-use rotating refresh tokens."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode, urlsplit

from incluinfo_desk.simulator import errors
from incluinfo_desk.simulator.errors import RefusedError
from incluinfo_desk.simulator.world import OUR_HANDLE, World

CODE_SECONDS = 30
ACCESS_SECONDS = 7_200
SCOPES = (
    "tweet.read", "users.read", "tweet.write", "tweet.moderate.write", "media.write",
    "mute.read", "mute.write", "offline.access",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What the consent page was opened with."""

    client_id: str
    redirect_uri: str
    scope: str
    state: str
    challenge: str


@dataclass(slots=True)
class Code:
    asked: Asked
    expires: float


@dataclass(slots=True)
class Family:
    """One consent; all tokens that came from it live and die together."""

    client_id: str
    scopes: frozenset[str]
    alive: bool = True


@dataclass(slots=True)
class Token:
    family: Family
    expires: float
    spent: bool = False


class Grants:
    """Who may do what. Tokens are deterministic for one seed, and worthless elsewhere."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.clear()

    def clear(self) -> None:
        self._random = Random(f"oauth/{self._world.seed}")
        self._codes: dict[str, Code] = {}
        self._access: dict[str, Token] = {}
        self._refresh: dict[str, Token] = {}

    # --- the browser's side ---------------------------------------------------------------

    def asked(self, query: Mapping[str, str]) -> Asked:
        """Check the query of the consent page; raises :class:`RefusedError`."""
        redirect = query.get("redirect_uri", "")
        host = urlsplit(redirect).hostname
        bad = {
            "response_type": query.get("response_type") != "code",
            "client_id": not query.get("client_id"),
            # X refuses ``localhost``; loopback is the address (x-platform §3).
            "redirect_uri": host != "127.0.0.1" and not redirect.startswith("https://"),
            "state": not 0 < len(query.get("state", "")) <= 500,
            "code_challenge": not 43 <= len(query.get("code_challenge", "")) <= 128,
            "code_challenge_method": query.get("code_challenge_method") != "S256",
            "scope": not set(query.get("scope", "").split()) & set(SCOPES),
        }
        for name, wrong in bad.items():
            if wrong:
                raise errors.oauth("invalid_request", f"Value passed for {name} was invalid.")
        return Asked(
            client_id=query["client_id"],
            redirect_uri=redirect,
            scope=query["scope"],
            state=query["state"],
            challenge=query["code_challenge"],
        )

    def consent(self, asked: Asked) -> str:
        """Where the browser goes after *Autorizar*: the redirect with a fresh code."""
        code = self._secret()
        self._codes[code] = Code(asked, self._world.clock.wall() + CODE_SECONDS)
        return _with(asked.redirect_uri, state=asked.state, code=code)

    @staticmethod
    def refusal(asked: Asked) -> str:
        return _with(asked.redirect_uri, error="access_denied", state=asked.state)

    # --- the client's side ----------------------------------------------------------------

    def token(self, form: Mapping[str, str]) -> dict[str, object]:
        """POST /2/oauth2/token; raises :class:`RefusedError` with an OAuth error."""
        kind = form.get("grant_type")
        if kind == "authorization_code":
            return self._issue(self._redeem(form))
        if kind == "refresh_token":
            return self._issue(self._rotate(form))
        raise errors.oauth("unsupported_grant_type", "Value passed for grant_type was invalid.")

    def revoke(self, form: Mapping[str, str]) -> dict[str, object]:
        value = form.get("token", "")
        known = self._access.get(value) or self._refresh.get(value)
        if known is not None:
            known.family.alive = False
        return {"revoked": True}

    def check(self, authorization: str | None, scope: str | None) -> None:
        """Let a request pass, or raise 401 or 403."""
        value = (authorization or "").removeprefix("Bearer ")
        token = self._access.get(value)
        if token is None or not token.family.alive or token.expires <= self._world.clock.wall():
            raise errors.unauthorized()
        if scope is not None and scope not in token.family.scopes:
            raise errors.scope_missing(scope)

    # --- shortcuts for tests --------------------------------------------------------------

    def grant(self, scopes: tuple[str, ...] = SCOPES) -> tuple[str, str]:
        """Access and refresh token without the browser."""
        issued = self._issue(Family("test", frozenset(scopes)))
        return str(issued["access_token"]), str(issued.get("refresh_token", ""))

    def revoke_all(self) -> None:
        """The account's owner took the app's access away."""
        for token in (*self._access.values(), *self._refresh.values()):
            token.family.alive = False

    # --- inside -----------------------------------------------------------------------------

    def _redeem(self, form: Mapping[str, str]) -> Family:
        code = self._codes.pop(form.get("code", ""), None)
        if code is None or code.expires <= self._world.clock.wall():
            raise errors.oauth("invalid_request", errors.INVALID_CODE)
        asked = code.asked
        if form.get("client_id") != asked.client_id:
            raise errors.oauth("invalid_client", "Value passed for client_id was invalid.")
        if form.get("redirect_uri") != asked.redirect_uri:
            raise errors.oauth("invalid_request", "Value passed for the redirect uri did not match")
        if _s256(form.get("code_verifier", "")) != asked.challenge:
            raise errors.oauth(
                "invalid_request",
                "Value passed for code_verifier did not match",
            )
        return Family(asked.client_id, frozenset(asked.scope.split()))

    def _rotate(self, form: Mapping[str, str]) -> Family:
        token = self._refresh.get(form.get("refresh_token", ""))
        if token is None or not token.family.alive:
            raise errors.oauth("invalid_request", errors.INVALID_TOKEN)
        if form.get("client_id") != token.family.client_id and token.family.client_id != "test":
            raise errors.oauth("invalid_client", "Value passed for client_id was invalid.")
        if token.spent:
            # A refresh token seen twice was copied: X ends the whole family.
            token.family.alive = False
            raise errors.oauth("invalid_request", errors.INVALID_TOKEN)
        token.spent = True
        return token.family

    def _issue(self, family: Family) -> dict[str, object]:
        wall = self._world.clock.wall()
        access = self._secret()
        self._access[access] = Token(family, wall + ACCESS_SECONDS)
        answer: dict[str, object] = {
            "token_type": "bearer",
            "expires_in": ACCESS_SECONDS,
            "access_token": access,
            "scope": " ".join(sorted(family.scopes)),
        }
        if "offline.access" in family.scopes:
            refresh = self._secret()
            self._refresh[refresh] = Token(family, wall + 180 * 86_400)
            answer["refresh_token"] = refresh
        return answer

    def _secret(self) -> str:
        raw = self._random.randbytes(48)
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def page(asked: Asked, here: str) -> str:
    """The consent page of the demonstration."""
    client = html.escape(asked.client_id)
    scopes = "".join(f"<li>{html.escape(scope)}</li>" for scope in asked.scope.split())
    target = html.escape(here, quote=True)
    return (
        "<!DOCTYPE html><html lang='es'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width'>"
        "<title>Autorizar el acceso — X simulado</title>"
        "<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;"
        "padding:0 1rem}button{font:inherit;padding:.6rem 1.4rem;margin-right:.6rem}</style>"
        "</head><body><main><h1>¿Autoriza el acceso a su cuenta?</h1>"
        f"<p>Esto es una <strong>demostración</strong>: no es X. La aplicación {client} pide "
        f"entrar como <strong>@{OUR_HANDLE}</strong> con estos permisos:</p><ul>{scopes}</ul>"
        f"<form method='post' action='{target}'>"
        "<button name='decision' value='allow'>Autorizar</button>"
        "<button name='decision' value='deny'>Cancelar</button></form></main></body></html>"
    )


def error_page(refused: RefusedError) -> str:
    detail = html.escape(str(refused.body.get("error_description", "")))
    return (
        "<!DOCTYPE html><html lang='es'><head><meta charset='utf-8'><title>X simulado</title>"
        "</head><body><h1>Algo no va bien</h1><p>No se ha podido dar acceso a la aplicación. "
        f"Vuelva a intentarlo desde la mesa.</p><p lang='en'>{detail}</p></body></html>"
    )


def _with(uri: str, **query: str) -> str:
    return f"{uri}{'&' if '?' in uri else '?'}{urlencode(query)}"


def _s256(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
