import subprocess
import sys
from pathlib import Path

import pytest

from incluinfo_desk import assets

PACKAGE = Path(assets.__file__).parent


def test_checkout_has_the_starter_faq_and_the_icons() -> None:
    assert resource_names("faq") >= {"starter_faq.json"}
    assert any(name.endswith(".svg") for name in resource_names("icons"))


def resource_names(folder: str) -> set[str]:
    return {path.name for path in assets.resource(folder).iterdir()}


def test_what_is_missing_is_named() -> None:
    with pytest.raises(assets.MissingAssetError) as caught:
        assets.resource("icons", "no-such-icon.svg")
    assert caught.value.wanted == "resources/icons/no-such-icon.svg"


def found_by(program: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=cwd, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def installed(folder: Path) -> Path:
    """``assets.py`` alone, as a wheel lays it."""
    package = folder / "site-packages" / "incluinfo_desk"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "assets.py").write_bytes((PACKAGE / "assets.py").read_bytes())
    return package


def test_wheel_carries_its_own(tmp_path: Path) -> None:
    package = installed(tmp_path)
    wanted = package / "_data" / "resources" / "style" / "desk.qss"
    wanted.parent.mkdir(parents=True)
    wanted.touch()
    program = f"import sys; sys.path.insert(0, {str(package.parent)!r})\n"
    program += "from incluinfo_desk.assets import resource; print(resource('style', 'desk.qss'))"
    assert found_by(program, tmp_path) == str(wanted)


def test_incomplete_wheel_takes_nothing_of_its_neighbours(tmp_path: Path) -> None:
    package = installed(tmp_path)
    (package.parent / "resources").mkdir()
    program = f"import sys; sys.path.insert(0, {str(package.parent)!r})\n"
    program += "from incluinfo_desk.assets import resource; print(resource())"
    assert "MissingAssetError" in found_by(program, tmp_path)


def test_frozen_build_looks_in_its_own_folder(tmp_path: Path) -> None:
    package = installed(tmp_path)
    wanted = tmp_path / "bundle" / "incluinfo_desk" / "_data" / "i18n"
    wanted.mkdir(parents=True)
    program = f"import sys; sys.path.insert(0, {str(package.parent)!r})\n"
    program += f"sys._MEIPASS = {str(tmp_path / 'bundle')!r}\n"
    program += "from incluinfo_desk.assets import translations; print(translations())"
    assert found_by(program, tmp_path) == str(wanted)
