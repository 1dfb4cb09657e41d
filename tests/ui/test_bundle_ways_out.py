"""Every obstacle has its way out, and a way out changes that one thing only."""

from dataclasses import replace
from pathlib import Path

import pytest

from zidesk.domain.errors import (
    BundlesUnrelated,
    ContentsUnknown,
    FileTooLarge,
    LockTooLarge,
    NotEnoughSpace,
    OriginalAltered,
    OriginalMissing,
    RecordDamaged,
    RedactionFailed,
    ZideskError,
)
from zidesk.services.bundle.request import Handling, Merged
from zidesk.ui.bundle_controller import _with
from zidesk.ui.bundle_wizard.ways_out import WayOut, obstacles_of
from zidesk.ui.bundle_wizard.wish import Contents, Options, Target, Wish

LOST = Path("lama")
SIZES = (WayOut.ELSEWHERE, WayOut.OPTIONS, WayOut.CONTENTS)
WISH = Wish(
    Contents((), "lke", "A4", 3, 9, options=Options(2_000_000, Merged.WHOLE, Handling.LOCK)),
    Target(Path("stik"), "KINGSTON", removable=True),
    since=LOST,
)


@pytest.mark.parametrize(
    ("error", "ways"),
    [
        (ContentsUnknown(LOST), (WayOut.NOT_SINCE,)),
        (RecordDamaged(LOST, "form"), (WayOut.NOT_SINCE,)),
        (BundlesUnrelated(LOST, "year", "2025", "2026"), (WayOut.NOT_SINCE,)),
        (LockTooLarge(LOST, "video.mp4", 9, 5), (WayOut.NOT_PERSONAL, WayOut.OPTIONS)),
        (RedactionFailed(LOST, "damaged", name="a.pdf"), (WayOut.CONTENTS,)),
        (NotEnoughSpace(LOST, 9, 5), SIZES),
        (FileTooLarge("GABUNGAN/AREA I", 9, 5), SIZES),
    ],
)
def test_ways_out(error: ZideskError, ways: tuple[WayOut, ...]) -> None:
    (obstacle,) = obstacles_of([error])
    assert obstacle.ways == ways and obstacle.happened
    (obstacle,) = obstacles_of([error], merged=True)
    assert (WayOut.NOT_MERGED in obstacle.ways) is (ways is SIZES), "where it makes less to write"


def test_originals_share_a_box_by_what_is_wrong_with_them() -> None:
    errors = [
        OriginalMissing("a.pdf", "0" * 64),
        OriginalAltered("b.pdf", "1" * 64),
        OriginalMissing("c.pdf", "2" * 64),
    ]
    missing, altered = obstacles_of(errors)
    assert missing.names == ("a.pdf", "c.pdf") and altered.names == ("b.pdf",)
    assert missing.ways == altered.ways == (WayOut.WITHOUT,)


def test_a_way_out_changes_one_thing() -> None:
    def wanted(**changed: object) -> Wish:
        options = replace(WISH.contents.options, **changed)  # type: ignore[arg-type]
        return replace(WISH, contents=replace(WISH.contents, options=options))

    assert _with(WISH, WayOut.NOT_SINCE) == replace(WISH, since=None)
    assert _with(WISH, WayOut.NOT_MERGED) == wanted(merged=Merged.NONE)
    assert _with(WISH, WayOut.NOT_PERSONAL) == wanted(personal=Handling.LEAVE_OUT)
    assert _with(WISH, WayOut.WITHOUT) == replace(WISH, allow_missing=True)
    assert _with(_with(WISH, WayOut.UPDATE), WayOut.ANEW) == WISH
