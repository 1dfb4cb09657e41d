"""What is no file at all, what changes while it is read, and what this user may not read."""

import hashlib
import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from zidesk.domain.errors import FileRefused, FolderEmpty
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.adding import add_files
from zidesk.services.ingest.folders import walk
from zidesk.storage import given_files
from zidesk.storage.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")


@pytest.fixture
def oddities(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """A pipe nobody writes to, a socket, a device without end, a link to it, a link to itself."""
    folder = tmp_path / "aneh"
    folder.mkdir()
    pipe, plug, link, circle = (folder / name for name in ("pipa.pdf", "soket.pdf", "nol.pdf", "putar.pdf"))
    os.mkfifo(pipe)
    server = socket.socket(socket.AF_UNIX)
    with monkeypatch.context() as patch:
        patch.chdir(folder)  # a socket's address is short
        server.bind(plug.name)
    link.symlink_to("/dev/zero")
    circle.symlink_to(circle)
    yield [pipe, plug, link, circle, Path("/dev/null")]
    server.close()


def test_what_is_no_file_is_refused_and_the_rest_is_taken(
    empty_workspace: Workspace, oddities: list[Path], papers: list[Path]
) -> None:
    result = add_files(empty_workspace, ["1.i.a"], [*oddities, papers[0]])
    assert result.added == 1
    assert len(result.refused) == len(oddities)
    assert all(isinstance(refusal, FileRefused) for refusal in result.refused)


def test_a_folder_of_them_and_of_circles_ends(empty_workspace: Workspace, oddities: list[Path]) -> None:
    folder = oddities[0].parent
    deepest = folder
    for number in range(40):
        deepest = deepest / f"dalam {number}"
        deepest.mkdir()
        (deepest / "ke atas").symlink_to(folder)
    (deepest / "surat.txt").write_text("isi")
    result = add_files(empty_workspace, ["1.i.a"], [folder])
    assert result.added == 1
    assert {refusal.path.name for refusal in result.refused} == {"pipa.pdf", "soket.pdf"}


def test_a_folder_of_links_only_is_empty(empty_workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "tautan"
    folder.mkdir()
    (folder / "diri").symlink_to(folder)
    (refusal,) = add_files(empty_workspace, ["1.i.a"], [folder]).refused
    assert isinstance(refusal, FolderEmpty)


_CHANGES: dict[str, Callable[[Path], object]] = {
    "grows": lambda path: path.write_bytes(path.read_bytes() + b"lebih"),
    "shrinks": lambda path: path.write_bytes(b"kurang"),
    "goes": lambda path: path.unlink(),
    "is emptied": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("change", _CHANGES)
def test_a_file_that_changes_while_it_is_read(
    empty_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """Whatever is kept is kept under the sum of what was read; what cannot be read to its end is refused."""
    source = tmp_path / "berubah.txt"
    source.write_bytes(os.urandom(3_000_000))
    read = given_files.read_blocks

    def changing(stream: IO[bytes], cancel: CancelToken | None = None) -> Iterator[bytes]:
        blocks = read(stream, cancel)
        yield next(blocks)
        _CHANGES[change](source)
        yield from blocks

    monkeypatch.setattr(given_files, "read_blocks", changing)
    result = add_files(empty_workspace, ["1.i.a"], [source])
    assert result.added + len(result.refused) == 1
    for use in result.added_uses:
        kept = empty_workspace.store.path_of(use.file.sha256).read_bytes()
        assert (len(kept), hashlib.sha256(kept).hexdigest()) == (use.file.size, use.file.sha256)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
def test_what_this_user_may_not_read_is_refused(tmp_path: Path) -> None:
    """Asked by a process that is nobody: root reads everything."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o755)
        (folder / "tertutup.pdf").write_text("rahasia")
        (folder / "terkunci").mkdir()
        for closed in folder.iterdir():
            closed.chmod(0)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.setresuid(65534, 65534, 65534)
            found = walk([folder / "terkunci", folder / "tertutup.pdf"], tmp_path / "kerja")
            told = [f"{type(refusal).__name__} {refusal.path.name}" for refusal in found.refused]
            try:
                with given_files.opened(found.files[0]):
                    pass
            except FileRefused as refusal:
                told.append(f"{type(refusal).__name__} {refusal.path.name}")
            os.write(writing, "\n".join(told).encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            told = pipe.read().split("\n")
        assert os.waitpid(child, 0)[1] == 0
    assert told == ["FileUnreadable terkunci", "FileUnreadable tertutup.pdf"]
