"""HTTPS as a ministry has it: an own certification authority in the system's store."""

from __future__ import annotations

import asyncio
import datetime as dt
import ipaddress
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from incluinfo_desk.channels.links import WebProber
from incluinfo_desk.domain.links import Fault
from incluinfo_desk.domain.problems import Offline

from .odd_server import http
from .parts import channel, problem_of

CREATED = http(201, {"data": {"id": "5"}})


def certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that vouches for itself, with its key in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM),
    )
    return path


@asynccontextmanager
async def tls_server(pem: Path, seen: list[bytes]) -> AsyncIterator[str]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(CREATED)
        await writer.drain()
        writer.close()

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    async with server:
        yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_certificates_of_the_system_are_honoured(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pem, seen = certificate(tmp_path), list[bytes]()
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    async with tls_server(pem, seen) as url, channel(url, tmp_path) as x:
        assert await x.post("Hola") == "5"
    assert seen[0].startswith(b"POST /2/tweets HTTP/1.1")


async def test_a_certificate_nobody_vouches_for_stops_the_request(tmp_path: Path) -> None:
    seen = list[bytes]()
    async with tls_server(certificate(tmp_path), seen) as url, channel(url, tmp_path) as x:
        assert await problem_of(x.post("Hola")) == Offline()
    assert seen == []


async def test_links_are_looked_at_with_the_certificates_of_the_system(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pem, seen = certificate(tmp_path), list[bytes]()
    async with tls_server(pem, seen) as url:
        strict = WebProber()
        assert (await strict.look(url)).fault is Fault.CERTIFICATE
        await strict.close()
        assert seen == []
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        trusting = WebProber()
        assert (await trusting.look(url)).status == 201
        await trusting.close()
