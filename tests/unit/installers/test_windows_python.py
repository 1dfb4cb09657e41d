"""What is said of the origin of the Python for Windows is true of what was looked at."""

import hashlib
import importlib.util
import marshal
import sysconfig
import zipfile
from pathlib import Path

import pytest


def _pyc(source: bytes, name: str, level: int) -> bytes:
    header = importlib.util.MAGIC_NUMBER + bytes(12)
    return header + marshal.dumps(compile(source, name, "exec", dont_inherit=True, optimize=level))


@pytest.fixture
def source() -> bytes:
    return (Path(sysconfig.get_path("stdlib")) / "textwrap.py").read_bytes()


def _compare(folder: Path, files: dict[str, bytes], catalogue: bytes) -> tuple[int, tuple[str, ...]]:
    from windows_python import _compare as compare

    with zipfile.ZipFile(folder / "lib.zip", "w") as library:
        for name, content in files.items():
            library.writestr(name, content)
    told: tuple[int, tuple[str, ...]] = compare(folder / "lib.zip", catalogue)
    return told


@pytest.mark.parametrize("level", [0, 2])
def test_a_module_of_a_named_source_is_proved(tmp_path: Path, source: bytes, level: int) -> None:
    catalogue = hashlib.sha256(source.replace(b"\n", b"\r\n")).digest()
    assert _compare(tmp_path, {"textwrap.pyc": _pyc(source, "textwrap.pyc", level)}, catalogue) == (1, ())


def test_other_code_under_its_name_is_not(tmp_path: Path, source: bytes) -> None:
    catalogue = hashlib.sha256(source).digest()
    other = _pyc(source + b"\nprint('x')\n", "textwrap.pyc", 0)
    assert _compare(tmp_path, {"textwrap.pyc": other}, catalogue) == (0, ("textwrap.pyc",))


def test_a_source_the_catalogue_does_not_name_proves_nothing(tmp_path: Path, source: bytes) -> None:
    assert _compare(tmp_path, {"textwrap.pyc": _pyc(source, "textwrap.pyc", 0)}, b"") == (0, ("textwrap.pyc",))


def test_a_file_is_proved_by_its_own_digest(tmp_path: Path) -> None:
    catalogue = b"..." + hashlib.sha1(b"words").digest()
    files = {"a/README": b"words", "b.txt": b"other words"}
    assert _compare(tmp_path, files, catalogue) == (1, ("b.txt",))
