"""Members of a ZIP that are not to be read are told by its directory alone."""

import zipfile
from io import BytesIO

from tests.hostile.zip_bombs import ZIP_BOMBS, Member, archive
from zidesk.storage.zip_members import Doubt, doubts


def _doubts(data: bytes) -> dict[str, Doubt]:
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return {info.filename: doubt for info, doubt in doubts(opened.infolist()).items()}


def test_plain_members_are_not_doubted() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        written.writestr("a", b"a" * 5000, zipfile.ZIP_DEFLATED)
        written.writestr("b", b"b", zipfile.ZIP_STORED)
        written.writestr("c/", b"")
    assert _doubts(out.getvalue()) == {}


def test_sizes_that_cannot_be() -> None:
    members = [Member("a", b"abc", 4, 0), Member("b", b"abc", 4 * 1032 + 1), Member("c", b"abc", 4 * 1032)]
    assert _doubts(archive(members)) == {"a": Doubt.SIZE, "b": Doubt.SIZE}


def test_members_in_the_same_place() -> None:
    assert set(_doubts(ZIP_BOMBS["overlapping"]()).values()) == {Doubt.OVERLAPS}


def test_ways_of_packing_that_swell_without_bound() -> None:
    members = [Member("a", b"BZh", 3, zipfile.ZIP_BZIP2), Member("b", b"x", 1, zipfile.ZIP_LZMA)]
    assert _doubts(archive(members)) == {"a": Doubt.METHOD, "b": Doubt.METHOD}
