"""periksa.sh as an assessor runs it: right verdict from any folder, names in any script, nothing written."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.services.bundle.conftest import Build
from tests.unit.services.bundle.test_recipe import contents
from zidesk.services.bundle.check_scripts import write_batch_file, write_shell_file
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.storage.workspace import Workspace

_SHELLS = [shell for shell in ("dash", "bash", "ksh", "zsh", "sh") if shutil.which(shell)]

pytestmark = pytest.mark.skipif(not _SHELLS, reason="no POSIX shell here")


@pytest.fixture
def bundle(build: Build, workspace: Workspace, papers: list[Path]) -> Path:
    """With names that a careless script trips over."""
    for number, title in enumerate(
        ["Surat édaran 資料 📄", "$(touch sial) `id`", "-n --help", "a  b 'c' & d; e ! f #"]
    ):
        papers[0].write_text(f"isi {number}")
        add_files(workspace, ["6.i.a"], papers[:1], Caption(title))
    return build().path


def check(bundle: Path, cwd: Path | None = None, shell: str = _SHELLS[0], **environment: str) -> tuple[int, str]:
    script = "periksa.sh" if cwd is None else str(bundle / "periksa.sh")
    done = subprocess.run(
        [shell, script],
        cwd=cwd or bundle,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


@pytest.mark.parametrize("shell", _SHELLS)
def test_a_whole_bundle(bundle: Path, shell: str) -> None:
    before = contents(bundle)
    code, words = check(bundle, shell=shell)
    assert code == 0
    assert "diperiksa: 11" in words and "Semua berkas lengkap dan tidak berubah." in words
    assert contents(bundle) == before


def test_from_any_folder(bundle: Path, tmp_path: Path) -> None:
    assert check(bundle, cwd=tmp_path, CDPATH="/")[0] == 0
    assert check(bundle, cwd=Path("/"))[0] == 0
    odd = bundle.rename(tmp_path / "-folder aneh $HOME 'x'")
    assert check(odd, cwd=tmp_path)[0] == 0


@pytest.mark.parametrize("shell", _SHELLS)
def test_each_damaged_missing_and_added_file_is_named(bundle: Path, shell: str) -> None:
    payload = sorted(path for path in (bundle / "data").rglob("*") if path.is_file())
    for path in payload[:2]:
        path.write_bytes(path.read_bytes() + b"?")
    for path in payload[2:4]:
        path.unlink()
    (bundle / "data" / "-tambahan é * .txt").write_text("x")
    (bundle / "LKE.xlsx").write_bytes(b"?")

    code, words = check(bundle, shell=shell)

    assert code == 1
    lines = words.splitlines()
    for path in payload[:2]:
        assert f"BERUBAH : {path.relative_to(bundle).as_posix()}" in lines
    for path in payload[2:4]:
        assert f"HILANG  : {path.relative_to(bundle).as_posix()}" in lines
    assert "TAMBAHAN: data/-tambahan é * .txt (tidak tercatat dalam daftar)" in lines
    assert "BERUBAH : LKE.xlsx" in lines
    assert sum(line[:9] in {"BERUBAH :", "HILANG  :", "TAMBAHAN:"} for line in lines) == 6
    assert any(line.startswith("Ada 6 berkas") for line in lines)


def test_a_changed_manifest_is_found(bundle: Path) -> None:
    manifest = bundle / "manifest-sha256.txt"
    lines = manifest.read_text().splitlines(keepends=True)
    manifest.write_text("".join(lines[1:]))
    code, words = check(bundle)
    assert code == 1
    assert "BERUBAH : manifest-sha256.txt" in words and "TAMBAHAN: " in words


def test_an_empty_manifest_hides_nothing(bundle: Path) -> None:
    (bundle / "manifest-sha256.txt").write_bytes(b"")
    code, words = check(bundle)
    assert code == 1 and words.count("TAMBAHAN: ") == 11


@pytest.mark.parametrize("name", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_without_a_manifest_nothing_is_called_whole(bundle: Path, name: str) -> None:
    (bundle / name).unlink()
    code, words = check(bundle)
    assert code == 2 and name in words


def test_a_name_does_not_steer_the_screen(bundle: Path) -> None:
    (bundle / "data" / "\x1b[2Jkosong").write_text("x")
    code, words = check(bundle)
    assert code == 1 and "\x1b" not in words


@pytest.mark.parametrize("tool", ["shasum", "openssl"])
def test_with_another_tool_for_the_fingerprint(bundle: Path, tmp_path: Path, tool: str) -> None:
    """As on a Mac, where sha256sum is not known."""
    here = {name: shutil.which(name) for name in (tool, "find", "awk", "tr", "cat", "perl")}
    if not here[tool]:
        pytest.skip(f"no {tool} here")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, path in here.items():
        if path:
            (tools / name).symlink_to(path)
    shell = shutil.which(_SHELLS[0])
    assert shell is not None
    assert check(bundle, shell=shell, PATH=str(tools))[0] == 0
    (bundle / "LKE.xlsx").write_bytes(b"?")
    assert check(bundle, shell=shell, PATH=str(tools))[0] == 1


def test_the_words_beside_it_say_how_to_run_it(bundle: Path) -> None:
    assert "sh periksa.sh" in (bundle / "PERIKSA.txt").read_text("utf-8-sig")


def test_the_script_names_its_interpreter_first(tmp_path: Path) -> None:
    write_shell_file(tmp_path / "periksa.sh")
    assert (tmp_path / "periksa.sh").read_bytes().startswith(b"#!/bin/sh\n# ")


def test_on_windows_papers_are_checked_as_well_as_evidence(bundle: Path, tmp_path: Path) -> None:
    """What certutil is made to read: every list that lies in the bundle, and none is done without."""
    write_batch_file(tmp_path / "periksa.bat")
    script = (tmp_path / "periksa.bat").read_bytes().decode("ascii")
    (loop,) = (line for line in script.splitlines() if line.startswith("for /f"))
    lists = sorted(path.name for path in bundle.glob("*manifest-sha256.txt"))
    assert len(lists) == 2
    assert all(f'"{name}"' in loop and f'if not exist "{name}" (' in script for name in lists)
