"""The pictures of the guide: which shot each is made of, what part of it, and how it is packed small."""

import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from tests.screenshots.bundle_shots import BUNDLE
from tests.screenshots.shot import Shot
from tests.screenshots.stage import Stage
from zidesk.ui.bundle_controller import Desktop
from zidesk.ui.bundle_wizard.done_step import Next
from zidesk.ui.bundle_wizard.step_bar import Step

WIDEST, MOST_BYTES = 860, 90_000
_COLOURS = (96, 64, 48, 32)
_DRAWN = 2500  # milliseconds from a page that is there to its picture
_STICK = "FLASHDISK SEKOLAH"


@dataclass(frozen=True)
class GuidePicture:
    """`box`: the part of the shot, as shares of its width and height."""

    name: str
    shot: str
    box: tuple[float, float, float, float] = (0, 0, 1, 1)


_PAGE = (0.075, 0.068, 1, 0.955)  # without the header and the rail
PICTURES = (
    GuidePicture("mulai", "mulai-pertama", (0.0, 0.0, 1, 0.76)),
    GuidePicture("sekolah-baru", "sekolah-baru-3", (0, 0, 1, 1)),
    GuidePicture("penilaian", "penilaian-bukti"),
    GuidePicture("jawaban-angka", "penilaian-angka", (0.32, 0.07, 0.755, 0.96)),
    GuidePicture("bukti", "penilaian-bukti", (0.31, 0.06, 1, 0.955)),
    GuidePicture("kotak-masuk", "kotak-masuk"),
    GuidePicture("pilih-butir", "pilih-butir"),
    GuidePicture("cari", "cari", (0.2, 0, 1, 0.7)),
    GuidePicture("rencana", "rencana", _PAGE),
    GuidePicture("dokumen", "panduan-dokumen", _PAGE),
    GuidePicture("beranda", "beranda", _PAGE),
    GuidePicture("tutup-bagian", "tutup-bagian-kotak"),
    GuidePicture("tempat-sampah", "tempat-sampah"),
    GuidePicture("cadangan", "pengaturan-4"),
    GuidePicture("paket-isi", "panduan-isi", (0.1, 0.06, 1, 0.8)),
    GuidePicture("paket-pilihan", "paket-1-pilihan-lain", (0.1, 0.06, 1, 0.955)),
    GuidePicture("paket-selesai", "panduan-selesai", (0.1, 0.06, 1, 0.6)),
    GuidePicture("paket-halangan", "paket-3-periksa", (0.1, 0.06, 1, 0.6)),
)


def _papers(stage: Stage) -> QPixmap:
    """The page with its paper drawn beside the form."""
    stage.window.show_page("documents")
    look = stage.window.documents.look
    stage.wait_for(lambda: look.stack.currentWidget() is look.preview)
    stage.wait_for(lambda: not stage.window.pictures.tools.lane.busy())
    QTest.qWait(_DRAWN)
    return stage.picture()


def _contents(stage: Stage) -> QPixmap:
    stage.window.show_page("bundle")
    return stage.picture()


def _whole_bundle(stage: Stage) -> QPixmap:
    """A bundle of everything, on a stick, without any obstacle; the wizard is left at its beginning."""
    before = Path.cwd()
    stick = stage.folder / _STICK
    stick.mkdir()
    os.chdir(stage.folder)  # where this machine keeps what is passing is nobody's business
    try:
        bundle = stage.window.bundle
        stage.window.bundling._desktop = Desktop(
            lambda: Path(_STICK), lambda: None, lambda: None, lambda _folder: None
        )
        stage.window.show_page("bundle")
        bundle.contents.next.click()
        stage.settle()
        bundle.destination.other.click()
        stage.settle()
        bundle.destination.next.click()
        stage.wait_for(lambda: bundle.step is Step.DONE)
        picture = stage.picture()
        bundle.done.buttons[Next.ANOTHER].click()
        stage.window.strip.hide()
        stage.settle()
        return picture
    finally:
        os.chdir(before)


# shots of the guide only, each with the shot after which it is taken
EXTRA = (
    ("rencana", Shot("panduan-dokumen", _papers)),
    ("dokumen", Shot("panduan-isi", _contents)),
    ("dokumen", Shot("panduan-selesai", _whole_bundle)),
)
_OF_PICTURES = frozenset(picture.shot for picture in PICTURES)
_OPENING = "penilaian"  # the school that the others show


def with_extra(shots: Sequence[Shot]) -> tuple[Shot, ...]:
    """The shots that the guide needs, in their order."""
    found: list[Shot] = []
    wizard = {shot.name for shot in BUNDLE}  # each begins where the one before has stopped
    for shot in shots:
        if shot.name in wizard | _OF_PICTURES | {_OPENING}:
            found.append(shot)
        found += [extra for after, extra in EXTRA if after == shot.name]
    return tuple(found)


def pack(picture: QPixmap, box: tuple[float, float, float, float]) -> bytes:
    """The part of a shot as a PNG of few colours, no wider than the guide shows it. Raises ValueError when it
    does not become small enough."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as shot:
        wide, high = shot.size
        left, top, right, bottom = box
        cut = shot.convert("RGB").crop((int(left * wide), int(top * high), int(right * wide), int(bottom * high)))
    if cut.width > WIDEST:
        cut = cut.resize((WIDEST, round(cut.height * WIDEST / cut.width)), Image.Resampling.LANCZOS)
    for colours in _COLOURS:
        packed = io.BytesIO()
        few = cut.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(packed, "PNG", optimize=True)
        if packed.tell() <= MOST_BYTES:
            return packed.getvalue()
    raise ValueError("too many colours for a picture of the guide")
