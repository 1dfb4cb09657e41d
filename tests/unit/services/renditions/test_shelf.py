"""Kept copies: found again whole, made anew when anything is wrong with them, let go when there are too many."""

import hashlib
import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from zidesk.domain.evidence import FileKind, Inspection, StoredFile, Treatment
from zidesk.domain.progress import CancelToken
from zidesk.domain.redaction import Box
from zidesk.services.renditions.copies import Copy
from zidesk.services.renditions.shelf import CopyShelf, key_of

_FOUND = Inspection(
    kind=FileKind.IMAGE,
    media_type="image/jpeg",
    suffix=".jpg",
    width=10,
    height=20,
    taken_at=datetime(2024, 5, 31, 8, 15),  # noqa: DTZ001
    orientation=1,
)


@pytest.fixture
def shelf(tmp_path: Path) -> CopyShelf:
    (tmp_path / "salinan" / "meja").mkdir(parents=True)
    return CopyShelf(tmp_path / "salinan")


def put(shelf: CopyShelf, key: str, data: bytes) -> Copy:
    path = shelf.root / "meja" / key
    path.write_bytes(data)
    file = StoredFile(hashlib.sha256(data).hexdigest(), len(data), _FOUND)
    return shelf.keep(key, Copy(path, file, frozenset({Treatment.SHRUNK, Treatment.REDACTED})))


def test_what_is_kept_is_found_as_it_was(shelf: CopyShelf) -> None:
    key = key_of("ab" * 32, 1000, ())
    kept = put(shelf, key, b"isi")
    assert shelf.find(key, CancelToken()) == kept
    assert kept.path.read_bytes() == b"isi"
    assert shelf.has(key) and not shelf.knows_none(key)
    assert not list((shelf.root / "meja").iterdir())


def test_every_difference_is_another_copy() -> None:
    keys = {
        key_of("ab" * 32, 1000, ()),
        key_of("ab" * 32, 1001, ()),
        key_of("ab" * 32, None, ()),
        key_of("ac" * 32, 1000, ()),
        key_of("ab" * 32, 1000, (Box(1, 0.1, 0.1, 0.2, 0.2),)),
        key_of("ab" * 32, 1000, (Box(1, 0.1, 0.1, 0.2, 0.3),)),
    }
    assert len(keys) == 6


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"ubah"),
        lambda path: path.write_bytes(b"isl"),
        lambda path: path.unlink(),
        lambda path: path.with_suffix(".json").unlink(),
        lambda path: path.with_suffix(".json").write_text("{"),
        lambda path: path.with_suffix(".json").write_text("[]"),
        lambda path: path.with_suffix(".json").write_text("{}"),
        lambda path: path.with_suffix(".json").write_bytes(b"\xff\xfe"),
        lambda path: path.with_suffix(".json").write_text(" " * 100_000),
        lambda path: alter(path, "kind", "hantu"),
        lambda path: alter(path, "size", "banyak"),
        lambda path: alter(path, "taken_at", 5),
        lambda path: alter(path, "treatments", None),
    ],
)
def test_what_is_damaged_is_not_found(shelf: CopyShelf, damage) -> None:  # type: ignore[no-untyped-def]
    key = key_of("ab" * 32, 1000, ())
    damage(put(shelf, key, b"isi").path)
    assert shelf.find(key, CancelToken()) is None


def alter(path: Path, name: str, value: object) -> None:
    facts = json.loads(path.with_suffix(".json").read_text())
    path.with_suffix(".json").write_text(json.dumps({**facts, name: value}))


def test_that_there_can_be_none_is_remembered(shelf: CopyShelf) -> None:
    key = key_of("ab" * 32, 1000, ())
    assert not shelf.knows_none(key)
    shelf.keep_none(key)
    assert shelf.knows_none(key) and shelf.has(key) and shelf.find(key, CancelToken()) is None


def test_the_oldest_unused_go_first(shelf: CopyShelf) -> None:
    keys = [key_of(f"{number:064x}", 1000, ()) for number in range(4)]
    for age, key in enumerate(keys):
        path = put(shelf, key, b"x" * 100).path
        os.utime(path, (1_000_000 - age * 1000,) * 2)
    shelf.prune({keys[3]}, limit=150)
    assert [shelf.find(key, CancelToken()) is not None for key in keys] == [True, False, False, True]


def test_a_shelf_that_is_not_there_is_empty(tmp_path: Path) -> None:
    shelf = CopyShelf(tmp_path / "tidak ada")
    assert shelf.find(key_of("ab" * 32, 1, ()), CancelToken()) is None
    shelf.prune(set())
