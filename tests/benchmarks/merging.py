"""Merging 600 scanned papers against `qpdf --empty --pages`, and the memory of it."""

import io
import json
import shutil
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.measure import Figure, pairs, ratio_figure, run

_FILES, _LEAST_MB = 600, 1_200
_RATIO, _MOST_MB = 1.3, 250.0
_QPDF = "qpdf"


def figures(bundle: Path, scratch: Path) -> Iterator[Figure]:
    """`bundle`: one with photos enough; scans are made of them in `scratch`."""
    scans = _prepared(bundle, scratch / "pindaian")
    ours, theirs = scratch / "gabungan.pdf", scratch / "qpdf.pdf"
    peaks: list[float] = []

    def merged() -> float:
        ours.unlink(missing_ok=True)
        told = scratch / "waktu.json"
        process = run([sys.executable, "-m", "tests.benchmarks.merge_run", str(scans), str(ours), str(told)])
        peaks.append(process.peak_mb)
        return float(json.loads(told.read_text())["seconds"])

    def rival() -> float:
        theirs.unlink(missing_ok=True)
        return run(
            [_QPDF, "--empty", "--pages", *map(str, sorted(scans.glob("*.pdf"))), "--", str(theirs)]
        ).seconds

    size = sum(path.stat().st_size for path in scans.glob("*.pdf")) / 1e9
    if shutil.which(_QPDF):
        work = f"merge {_FILES} files, {size:.1f} GB : qpdf --empty --pages"
        yield ratio_figure(work, pairs(merged, rival), _RATIO)
    else:
        yield Figure(
            f"merge {_FILES} files, {size:.1f} GB", f"{merged():.2f} s, qpdf is not installed", "–", False
        )
    yield Figure("memory of merging them", f"{max(peaks):.0f} MB", f"≤ {_MOST_MB:.0f} MB", max(peaks) <= _MOST_MB)
    for path in (ours, theirs):
        path.unlink(missing_ok=True)


def _prepared(bundle: Path, scans: Path) -> Path:
    """The scans; made if they are not there: a paper's own pages, and photos as further ones."""
    if not (scans / "siap").exists():
        shutil.rmtree(scans, ignore_errors=True)
        scans.mkdir(parents=True)
        photos = sorted(path for path in (bundle / "data").rglob("*") if path.suffix in (".jpg", ".jpeg"))
        papers = sorted((bundle / "data").rglob("*.pdf"))
        made = 0
        turn = cycle(photos)
        for number, paper in enumerate(islice(cycle(papers), _FILES)):
            wanted = (_LEAST_MB * 1e6 - made) / (_FILES - number)
            path = scans / f"{number:03d}.pdf"
            _write_scan(path, paper, turn, wanted)
            made += path.stat().st_size
        (scans / "siap").touch()
    return scans


def _write_scan(path: Path, paper: Path, photos: Iterator[Path], wanted: float) -> None:
    """The pages of `paper` and so many photos that there are `wanted` bytes."""
    import pikepdf
    from pikepdf import Dictionary, Name
    from PIL import Image

    try:
        pdf = pikepdf.open(paper)
    except (pikepdf.PdfError, pikepdf.PasswordError):  # locked, or damaged: some of the demo are
        pdf = pikepdf.new()
    with pdf:
        size = paper.stat().st_size
        while size < wanted or not pdf.pages:
            data = next(photos).read_bytes()
            size += len(data)
            with Image.open(io.BytesIO(data)) as image:
                picture = pdf.make_stream(
                    data,
                    Type=Name.XObject,
                    Subtype=Name.Image,
                    Width=image.width,
                    Height=image.height,
                    ColorSpace=Name.DeviceRGB,
                    BitsPerComponent=8,
                    Filter=Name.DCTDecode,
                )
            pdf.add_blank_page(page_size=(595, 842))
            page = pdf.pages[-1].obj
            page.Resources = Dictionary(XObject=Dictionary(Scan=picture))
            page.Contents = pdf.make_stream(b"q 555 0 0 400 20 420 cm /Scan Do Q")
        pdf.save(path)
