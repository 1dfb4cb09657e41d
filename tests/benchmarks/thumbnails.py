"""Thumbnails against Pillow with draft and reducing_gap (DESIGN §6), and what a PDF and a HEIC photo cost."""

import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from tests.benchmarks.measure import Figure, pairs, ratio_figure, run
from zidesk.domain.evidence import FileKind, Inspection
from zidesk.services.pictures.images import image_picture
from zidesk.services.pictures.pdf_pages import pdf_picture
from zidesk.services.pictures.picture import within_edge
from zidesk.services.pictures.thumbnails import EDGE

_CORPUS = Path(__file__).resolve().parents[1] / "data" / "corpus"
_PHOTO = Inspection(FileKind.IMAGE, "image/jpeg", ".jpg", orientation=1)
_HEIC = Inspection(FileKind.IMAGE, "image/heic", ".heic", orientation=1)
_LOAD = "import zidesk.services.pictures.images as images, zidesk.domain.evidence as e, pathlib, sys\n"
_MAKE = """
from zidesk.services.pictures.picture import within_edge
found = e.Inspection(e.FileKind.IMAGE, "image/jpeg", ".jpg")
for _ in range(20):
    images.image_picture(pathlib.Path(sys.argv[1]), found, within_edge(320))
"""


def figures(scratch: Path) -> Iterator[Figure]:
    """Medians of several turns, warm."""
    scratch.mkdir(parents=True, exist_ok=True)
    photo = scratch / "foto.jpg"
    with Image.open(_CORPUS / "DSCN0010.jpg") as small:
        small.resize((4000, 3000)).save(photo, quality=90)

    def plain() -> None:
        with Image.open(photo) as image:
            image.thumbnail((EDGE, EDGE), reducing_gap=2.0)
            image.tobytes()

    def ours() -> None:
        image_picture(photo, _PHOTO, within_edge(EDGE))

    yield ratio_figure(
        "thumbnail, 12 MP JPEG : Pillow, draft, reducing_gap",
        pairs(lambda: _took(ours), lambda: _took(plain), 9),
        1.2,
    )
    paper, heic = _CORPUS / "minimal-document.pdf", _CORPUS / "iphone_13_pro_max-thumbnail.heic"
    yield _figure("thumbnail, first page of a PDF", 0.05, lambda: pdf_picture(paper, within_edge(EDGE)))
    yield _figure("thumbnail, small HEIC photo", 0.1, lambda: image_picture(heic, _HEIC, within_edge(EDGE)))
    idle = run([sys.executable, "-c", _LOAD]).peak_mb
    peak = run([sys.executable, "-c", _LOAD + _MAKE, str(photo)]).peak_mb
    shutil.rmtree(scratch)
    over = peak - idle
    yield Figure(
        "thumbnail, 12 MP JPEG: memory over idle", f"{over:+.0f} MB ({peak:.0f} MB)", "≤ 20 MB", over <= 20
    )


def _figure(work: str, goal: float, make: Callable[[], object]) -> Figure:
    seconds = statistics.median(_took(make) for _ in range(9))
    return Figure(work, f"{seconds * 1000:.0f} ms", f"≤ {goal * 1000:.0f} ms", seconds <= goal)


def _took(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
