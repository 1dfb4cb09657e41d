"""Where copies are made, and what happens when a place refuses."""

import errno
from pathlib import Path

import pytest

from tests.unit.services.renditions.samples import use
from zidesk.domain.errors import LockTooLarge, NotEnoughSpace, PreflightFailed, StorageFault
from zidesk.domain.evidence import EvidenceUse, FileKind, Inspection
from zidesk.domain.redaction import Box
from zidesk.services.renditions import room
from zidesk.services.renditions.making import shelf_key
from zidesk.services.renditions.room import Desks, bytes_needed, opened_desks
from zidesk.services.renditions.shelf import CopyShelf
from zidesk.services.renditions.wishes import Wish
from zidesk.storage.drives import Drive

_BOXES = (Box(1, 0.1, 0.1, 0.5, 0.5),)
_SPARE = 20_000_000


def photo(size: int = 5_000_000) -> EvidenceUse:
    return use("ab" * 32, size, Inspection(FileKind.IMAGE, "image/jpeg", ".jpg"))


@pytest.fixture
def shelf(tmp_path: Path) -> CopyShelf:
    return CopyShelf(tmp_path / "cache" / "salinan")


def test_the_second_place_is_tried_when_the_first_refuses(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"

    def work(folder: Path, at_shelf: bool) -> tuple[Path, bool]:
        if at_shelf:
            raise OSError(errno.ENOSPC, "penuh")
        return folder, at_shelf

    assert Desks(first, second).make(work) == (second, False)
    with pytest.raises(StorageFault) as caught:
        Desks(first, None).make(work)
    assert caught.value.reason == "full"


def test_a_storage_fault_is_a_refusal_and_other_errors_are_not(tmp_path: Path) -> None:
    tried = []

    def refused(folder: Path, _at_shelf: bool) -> None:
        tried.append(folder)
        raise StorageFault(folder, "full", "")

    with pytest.raises(StorageFault):
        Desks(tmp_path / "a", tmp_path / "b").make(refused)
    assert tried == [tmp_path / "a", tmp_path / "b"]

    def impossible(folder: Path, _at_shelf: bool) -> None:
        tried.append(folder)
        raise LockTooLarge(folder, "a", 2, 1)

    with pytest.raises(LockTooLarge):
        Desks(tmp_path / "a", tmp_path / "b").make(impossible)
    assert len(tried) == 3


def test_what_is_kept_already_needs_no_room(shelf: CopyShelf) -> None:
    wish = Wish(photo(), (), 1_000_000, lock=False)
    assert bytes_needed(shelf, (wish,)) == 1_000_000 + _SPARE
    shelf.root.mkdir(parents=True)
    shelf.keep_none(shelf_key(wish))
    assert bytes_needed(shelf, (wish,)) == _SPARE


@pytest.mark.parametrize(
    ("wish", "needed"),
    [
        (Wish(photo(), (), None, lock=True), 5_000_000),
        (Wish(photo(), _BOXES, 1_000_000, lock=False), 5_000_000),
        (
            Wish(use("cd" * 32, 9, Inspection(FileKind.PDF, "application/pdf", ".pdf")), (), 5, lock=False),
            5 + 9,  # a trial of it beside
        ),
    ],
)
def test_room_for_each_kind_of_copy(shelf: CopyShelf, wish: Wish, needed: int) -> None:
    assert bytes_needed(shelf, (wish,)) == needed + _SPARE


def test_a_short_drive_is_passed_over(shelf: CopyShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "sementara"
    elsewhere.mkdir()
    monkeypatch.setattr(room, "temporary_root", lambda: elsewhere)
    free = {shelf.root: 0, elsewhere: 10**9}
    monkeypatch.setattr(room, "drive_of", lambda path: Drive(path, "ext4", False, False, free[path]))
    wishes = (Wish(photo(), (), 1_000_000, lock=False),)
    with opened_desks(shelf, wishes) as desks:
        assert desks.at_shelf is None and desks.elsewhere is not None
        assert desks.elsewhere.parent == elsewhere
    assert not list(elsewhere.iterdir()) and not shelf.root.exists()
    free[elsewhere] = 0
    with pytest.raises(PreflightFailed) as caught, opened_desks(shelf, wishes):
        pass
    (obstacle,) = caught.value.obstacles
    assert isinstance(obstacle, NotEnoughSpace) and obstacle.needed == 1_000_000 + _SPARE
