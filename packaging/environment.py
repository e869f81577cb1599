"""The environment in ``.desk/``: exactly what the lock says, made again when it changes."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urljoin

from words import say, stop

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
HOME = ROOT / ".desk"
VENV = HOME / "venv"
STAMP = HOME / "stamp"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

PIP = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"


def environment() -> Path:
    """The Python of ``.desk/venv`` with everything in the lock; made when needed."""
    wanted = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version} {sys.executable}"
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return PYTHON
    say("Se prepara el entorno en .desk/ (solo la primera vez; descarga unos 130 MB)…")
    STAMP.unlink(missing_ok=True)
    HOME.mkdir(exist_ok=True)
    uv = working_uv()
    # uv does not read pip's configuration: behind a company's mirror pip may get further.
    if uv is None or not made_with_uv(uv):
        make_with_pip()
    # Relative, so that no encoding of the folder's name matters.
    site = next((VENV / ("Lib" if os.name == "nt" else "lib")).rglob("site-packages"))
    (site / "incluinfo_desk_checkout.pth").write_text(
        Path(os.path.relpath(ROOT, site)).as_posix() + "\n", encoding="ascii"
    )
    subprocess.call([str(PYTHON), "-m", "compileall", "-q", "incluinfo_desk"], cwd=ROOT)
    STAMP.write_text(wanted, encoding="utf-8")
    return PYTHON


def working_uv() -> str | None:
    """uv, where it is installed and runs (a version manager's shim may not)."""
    uv = shutil.which("uv")
    if uv is None:
        return None
    done = subprocess.run([uv, "--version"], capture_output=True, check=False)
    return uv if done.returncode == 0 else None


def made_with_uv(uv: str) -> bool:
    steps = (
        [uv, "venv", "--quiet", "--clear", "--no-project", "--python", sys.executable, str(VENV)],
        [uv, "pip", "sync", "--quiet", "--python", str(PYTHON), "--require-hashes",
         "--only-binary", ":all:", "--compile-bytecode", str(LOCK)],
    )  # fmt: skip
    # Of someone's other project; it would win over --python.
    quiet = {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "UV_PROJECT"}}
    return all(subprocess.call(step, cwd=HOME, env=quiet) == 0 for step in steps)


def make_with_pip() -> None:
    """A venv by the standard library, with its pip or, as on Debian, with pip's wheel."""
    create = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    pip = [str(PYTHON), "-m", "pip"]
    if importlib.util.find_spec("ensurepip") is None or quietly(create):
        if quietly([*create, "--without-pip"]):
            stop("No se pudo crear el entorno con el módulo venv de este Python.")
        pip = [str(PYTHON), str(pip_wheel() / "pip")]
    code = subprocess.call(
        [*pip, "install", "--quiet", "--no-input", "--disable-pip-version-check",
         "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)],
        cwd=HOME,
    )  # fmt: skip
    if code:
        stop(
            "No se pudieron instalar los componentes. Compruebe la conexión; detrás de un proxy "
            "o de un espejo, HTTPS_PROXY y PIP_INDEX_URL."
        )


def quietly(command: Sequence[str]) -> int:
    return subprocess.run(command, cwd=HOME, capture_output=True, check=False).returncode


def pip_wheel() -> Path:
    """pip's wheel from the package index, checked against the hash above."""
    target = HOME / PIP
    if not (target.exists() and sha256(target.read_bytes()) == PIP_SHA256):
        index = os.environ.get("PIP_INDEX_URL") or "https://pypi.org/simple"
        page = index.rstrip("/") + "/pip/"
        try:
            content = download(urljoin(page, wheel_link(download(page))))
        except (OSError, LookupError, ValueError) as error:
            stop(f"No se pudo descargar pip: {error}. Compruebe la conexión y PIP_INDEX_URL.")
        if sha256(content) != PIP_SHA256:
            stop("La copia de pip descargada no es la esperada; no se usa.")
        target.write_bytes(content)
    return target


def wheel_link(listing: bytes) -> str:
    """Where the index says pip's wheel is; may be relative. JSON (PEP 691) or HTML."""
    text = listing.decode("utf-8")
    if text.lstrip().startswith("{"):
        links: Mapping[str, str] = {
            each["filename"]: each["url"] for each in json.loads(text)["files"]
        }
        return links[PIP]
    found = re.search(rf'href="([^"#]*{re.escape(PIP)})["#]', text)
    if found is None:
        raise LookupError(PIP)
    return found[1]


def download(address: str) -> bytes:
    """Raises OSError."""
    request = urllib.request.Request(  # noqa: S310 - the user's own package index
        address,
        headers={"Accept": "application/vnd.pypi.simple.v1+json, text/html;q=0.1, */*;q=0.01"},
    )
    trust = ssl.create_default_context(cafile=os.environ.get("PIP_CERT") or None)
    with urllib.request.urlopen(request, timeout=60, context=trust) as answer:  # noqa: S310
        content: bytes = answer.read()
    return content


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
