"""Texts kept for the next bundle: found again, never a hindrance, begun anew where the file is broken."""

import sqlite3
from pathlib import Path

import pytest

from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.portal_texts import NAME, portal_texts

_PAGES = ("satu", "", "„tiga” é")


@pytest.fixture
def paths(tmp_path: Path) -> WorkspacePaths:
    return WorkspacePaths(tmp_path)


def _keep(paths: WorkspacePaths, sha256: str, pages: tuple[str, ...]) -> None:
    with portal_texts(paths) as texts:
        texts.keep(sha256, pages)


def _kept(paths: WorkspacePaths, sha256: str) -> tuple[str, ...] | None:
    with portal_texts(paths) as texts:
        return texts.pages(sha256)


def test_what_is_kept_is_found_at_once_and_next_time(paths: WorkspacePaths) -> None:
    with portal_texts(paths) as texts:
        assert texts.pages("a") is None
        texts.keep("a", _PAGES)
        texts.keep("tanpa", ())
        assert (texts.pages("a"), texts.pages("tanpa"), texts.pages("b")) == (_PAGES, (), None)
    assert (_kept(paths, "a"), _kept(paths, "tanpa"), _kept(paths, "b")) == (_PAGES, (), None)


def test_many_texts_are_written_as_they_come(paths: WorkspacePaths) -> None:
    with portal_texts(paths) as texts:
        for number in range(12):
            texts.keep(str(number), ("kata " * 20_000,))
        with sqlite3.connect(paths.cache / NAME) as other:
            (written,) = other.execute("SELECT count(*) FROM texts").fetchone()
        other.close()
    assert 0 < written < 12
    assert _kept(paths, "11") == ("kata " * 20_000,)


@pytest.mark.parametrize("damage", [b"", b"bukan basis data", b"SQLite format 3\0" + b"\xee" * 5000])
def test_a_broken_file_begins_anew(paths: WorkspacePaths, damage: bytes) -> None:
    _keep(paths, "a", _PAGES)
    (paths.cache / NAME).write_bytes(damage)
    assert _kept(paths, "a") is None
    _keep(paths, "b", _PAGES)
    assert _kept(paths, "b") == _PAGES


def test_a_file_that_breaks_within_is_let_go(paths: WorkspacePaths) -> None:
    with portal_texts(paths) as texts:
        for number in range(400):
            texts.keep(f"{number:064d}", ("kata " * 400,))
    file = paths.cache / NAME
    data = bytearray(file.read_bytes())
    data[4096 * 3 :] = b"\xee" * (len(data) - 4096 * 3)
    file.write_bytes(data)
    with portal_texts(paths) as texts:
        found = [texts.pages(f"{number:064d}") for number in range(400)]
    assert None in found
    _keep(paths, "a", _PAGES)
    assert _kept(paths, "a") == _PAGES


def test_another_version_or_another_value_is_read_again(paths: WorkspacePaths) -> None:
    _keep(paths, "a", _PAGES)
    with sqlite3.connect(paths.cache / NAME) as other:
        other.execute("UPDATE texts SET pages = '{'")
    assert _kept(paths, "a") is None
    _keep(paths, "a", _PAGES)
    with sqlite3.connect(paths.cache / NAME) as other:
        other.execute("PRAGMA user_version = 7")
    other.close()
    assert _kept(paths, "a") is None


def test_where_nothing_can_be_kept_it_is_for_the_moment(paths: WorkspacePaths) -> None:
    paths.cache.write_bytes(b"a file where the folder should be")
    with portal_texts(paths) as texts:
        texts.keep("a", _PAGES)
        assert texts.pages("a") == _PAGES
    assert _kept(paths, "a") is None
    assert paths.cache.is_file()


def test_two_bundles_at_once(paths: WorkspacePaths) -> None:
    with portal_texts(paths) as one, portal_texts(paths) as other:
        one.keep("a", ("satu",))
        other.keep("a", ("satu",))
        other.keep("b", ("dua",))
    assert (_kept(paths, "a"), _kept(paths, "b")) == (("satu",), ("dua",))
