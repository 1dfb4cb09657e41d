"""Images as pages of a PDF, upright on A4."""

import io
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import Inspection
from zidesk.services.pictures.images import image_pages, image_picture
from zidesk.services.pictures.picture import Picture, within_edge

_SHORT, _LONG, _MARGIN = 595.28, 841.89, 28.35  # points: A4, and 10 mm around the picture
_EDGE = 3300  # pixels of the longest edge: 300 for each inch of that page
_QUALITY = 90
_MOST_PAGES = 300  # of a TIFF; more is not taken apart


def picture_pdf(path: Path, inspection: Inspection, title: str) -> pikepdf.Pdf | None:
    """A page for each picture in the file; None where it cannot be shown as what it is."""
    try:
        count = image_pages(path, inspection)
        if count > _MOST_PAGES:
            return None
        pdf = pikepdf.new()
        for page in range(count):
            _add_page(pdf, image_picture(path, inspection, within_edge(_EDGE), page))
    except PictureUnavailable:
        return None
    pdf.docinfo["/Title"] = title
    return pdf


def _add_page(pdf: pikepdf.Pdf, picture: Picture) -> None:
    width, height = (_LONG, _SHORT) if picture.width > picture.height else (_SHORT, _LONG)
    scale = min((width - 2 * _MARGIN) / picture.width, (height - 2 * _MARGIN) / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    place = f"q {wide:.2f} 0 0 {high:.2f} {(width - wide) / 2:.2f} {(height - high) / 2:.2f} cm /Im Do Q"
    page = pdf.add_blank_page(page_size=(width, height))
    page.obj.Resources = Dictionary(XObject=Dictionary(Im=_image(pdf, picture)))
    page.obj.Contents = pdf.make_stream(place.encode("ascii"))


def _image(pdf: pikepdf.Pdf, picture: Picture) -> Any:
    from PIL import Image

    data = io.BytesIO()
    image = Image.frombuffer("RGB", (picture.width, picture.height), picture.rgb, "raw", "RGB", 0, 1)
    image.save(data, "JPEG", quality=_QUALITY)
    return pdf.make_stream(
        data.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Array([Name.DCTDecode]),
    )
