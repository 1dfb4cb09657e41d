"""The PDF of pictures: written as it comes, sound, and the same for the same pictures."""

import io
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.unit.services.pictures.picture_samples import encoded
from zidesk.domain.evidence import FileState
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.redaction.picture_pdf import PicturePdf

GREY, RED = (encoded(Image.new(mode, (40, 60), colour), "JPEG") for mode, colour in (("L", 90), ("RGB", "red")))


def written(*pages: tuple[bytes, bool], points: tuple[float, float] = (200, 300)) -> bytes:
    stream = io.BytesIO()
    document = PicturePdf(stream)
    for jpeg, grey in pages:
        document.add(jpeg, (40, 60), points, grey=grey)
    document.finish()
    return stream.getvalue()


def test_it_is_a_sound_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(written((GREY, True), (RED, False)))
    found = inspect_file(path, "a.pdf")
    assert found.state is FileState.OK and found.pages == 2
    with pikepdf.open(path) as document:
        assert document.check_pdf_syntax() == []
        pictures = [page.obj.Resources.XObject.Im0 for page in document.pages]
        assert [str(picture.ColorSpace) for picture in pictures] == ["/DeviceGray", "/DeviceRGB"]
        assert [picture.read_raw_bytes() for picture in pictures] == [GREY, RED]


def test_each_page_is_written_before_the_next_is_asked_for() -> None:
    stream, ends = io.BytesIO(), []
    document = PicturePdf(stream)
    for _ in range(4):
        document.add(RED, (40, 60), (200, 300), grey=False)
        ends.append(stream.tell())
    steps = {after - before for before, after in pairwise(ends)}
    assert min(steps) > len(RED) and max(steps) - min(steps) < 20


def test_the_same_pictures_give_the_same_bytes() -> None:
    assert written((GREY, True), (RED, False)) == written((GREY, True), (RED, False))


@pytest.mark.parametrize(
    ("points", "box"),
    [((200, 300), [200, 300]), ((28_800, 14_400), [14_400, 7_200]), ((0.2, 500), [1, 500])],
)
def test_no_page_is_larger_or_smaller_than_the_format_allows(
    points: tuple[float, float], box: list[float]
) -> None:
    with pikepdf.open(io.BytesIO(written((RED, False), points=points))) as document:
        assert [float(edge) for edge in document.pages[0].mediabox] == [0, 0, *box]
