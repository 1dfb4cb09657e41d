"""TIFF scans of several pages as a PDF: a JPEG could hold the first page only."""

import io
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection.decoding import MAX_PIXELS, decoding
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.pictures.images import image_picture
from zidesk.services.pictures.patience import Patience
from zidesk.services.pictures.picture import within_edge
from zidesk.services.pictures.readers import open_image
from zidesk.services.renditions.bilevel import group4
from zidesk.services.renditions.pdf_output import save_pdf
from zidesk.services.renditions.picture_faults import faults_named

_LONG_EDGE = 2_600  # pixels of a page; A4 at 220 dpi
_QUALITY = 82
_A4_LONG = 842.0  # points, given to every page: scanners often tell no resolution, or a wrong one
_MOST_BYTES = 128 * 1024 * 1024  # of all pages together, which are in memory until they are written


def scans_as_pdf(source: Path, out: Path, inspection: Inspection, pages: int, cancel: CancelToken) -> bool:
    """Write a PDF with a page for each of the `pages` scans; False when they become too many bytes.

    Pages of one bit a pixel lose nothing. Raises OSError, PictureUnavailable, Cancelled.
    """
    total = 0
    with pikepdf.new() as pdf:
        for number in range(pages):
            cancel.check()
            page = _page(source, inspection, number, cancel, pdf)
            total += len(page.read_raw_bytes())
            if total > _MOST_BYTES:
                return False
            _add_page(pdf, page)
        save_pdf(pdf, out)
    return True


def _page(
    source: Path, inspection: Inspection, number: int, cancel: CancelToken, pdf: pikepdf.Pdf
) -> pikepdf.Stream:
    plain = _one_bit(source, inspection, number, cancel)
    stream = pdf.make_stream(b"")
    if plain is not None:
        facts = Dictionary(K=-1, Columns=plain.width, Rows=plain.height, BlackIs1=True)
        stream.write(group4(plain), filter=Name.CCITTFaxDecode, decode_parms=facts)
        return _described(stream, plain, 1)
    picture = image_picture(source, inspection, within_edge(_LONG_EDGE), number, cancel)
    image = Image.frombuffer("RGB", (picture.width, picture.height), picture.rgb, "raw", "RGB", 0, 1)
    output = io.BytesIO()
    image.save(output, "JPEG", quality=_QUALITY, optimize=True)
    stream.write(output.getvalue(), filter=Name.DCTDecode)
    return _described(stream, image, 8)


def _one_bit(source: Path, inspection: Inspection, number: int, cancel: CancelToken) -> Image.Image | None:
    """The page, where it is black and white only."""
    with faults_named(source), Source(source) as opened:
        image = open_image(opened, inspection.media_type, number, Patience(source, cancel))
        if image.mode != "1" or image.width * image.height > MAX_PIXELS:
            return None
        with decoding(image.width * image.height):
            image.load()
            return image.copy()


def _described(stream: pikepdf.Stream, image: Image.Image, bits: int) -> pikepdf.Stream:
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = image.width, image.height, bits
    stream.ColorSpace = Name.DeviceGray if bits == 1 else Name.DeviceRGB
    return stream


def _add_page(pdf: pikepdf.Pdf, picture: pikepdf.Stream) -> None:
    scale = _A4_LONG / max(int(picture.Width), int(picture.Height))
    width, height = int(picture.Width) * scale, int(picture.Height) * scale
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources = Dictionary(XObject=Dictionary(Scan=picture))
    page.Contents = pdf.make_stream(f"{width:.2f} 0 0 {height:.2f} 0 0 cm /Scan Do".encode())
