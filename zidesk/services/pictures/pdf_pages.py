"""Drawing a page of a PDF, for as long as somebody is willing to wait."""

import ctypes
import math
from pathlib import Path
from typing import Any

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.patience import Patience
from zidesk.services.pictures.pdfium import weighed_pdf
from zidesk.services.pictures.picture import Fit, Picture, Size


def pdf_picture(path: Path, fit: Fit, page: int = 0, cancel: CancelToken | None = None) -> Picture:
    """Page `page` (from 0) on white, with its notes and filled form fields.

    Raises PictureUnavailable (`too_big`: it is too much to read or takes too long), Cancelled.
    """
    patience = Patience(path, cancel)
    with weighed_pdf(path) as (document, weight):
        if weight.is_too_heavy(page):
            raise PictureUnavailable(path, "too_big")
        patience.check()
        if not 0 <= page < len(document):
            raise PictureUnavailable(path, "damaged")
        document.init_forms()
        drawn = document[page]
        width, height = drawn.get_size()
        if not (0 < width < math.inf and 0 < height < math.inf):
            raise PictureUnavailable(path, "damaged")
        return _drawn(document, drawn, fit(width, height), patience)


def _drawn(document: Any, page: Any, size: Size, patience: Patience) -> Picture:
    from pypdfium2 import raw

    width, height = size
    stride = (width * 3 + 3) // 4 * 4
    pixels = ctypes.create_string_buffer(b"\xff" * (stride * height), stride * height)
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, pixels, stride)
    try:
        _render(raw, bitmap, page, size, patience)
        if document.formenv:
            raw.FPDF_FFLDraw(document.formenv, bitmap, page, 0, 0, width, height, 0, _flags(raw))
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Picture(width, height, _packed(pixels, width * 3, stride))


def _flags(raw: Any) -> int:
    return int(raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER)


def _render(raw: Any, bitmap: Any, page: Any, size: Size, patience: Patience) -> None:
    """In pieces; between two of them the patience may end. Raises PictureUnavailable, Cancelled."""
    pause = raw.IFSDK_PAUSE()
    pause.version = 1
    pause.NeedToPauseNow = type(pause.NeedToPauseNow)(lambda _pause: patience.is_over)
    state = raw.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, *size, 0, _flags(raw), pause)
    try:
        while state == raw.FPDF_RENDER_TOBECONTINUED:
            patience.check()
            state = raw.FPDF_RenderPage_Continue(page, pause)
    finally:
        raw.FPDF_RenderPage_Close(page)


def _packed(pixels: Any, row: int, stride: int) -> bytes:
    """Rows without their padding."""
    if row == stride:
        return bytes(pixels.raw)
    view = memoryview(pixels)
    return b"".join(view[start : start + row] for start in range(0, len(view), stride))
