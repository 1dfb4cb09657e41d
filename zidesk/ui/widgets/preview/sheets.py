"""How large a page is before it has been rendered, and once it has been."""

from dataclasses import replace

from PySide6.QtGui import QPixmap

from zidesk.domain.evidence import FileKind, Inspection
from zidesk.ui.widgets.preview.geometry import Sheet, paper_sheet

_SIDEWAYS = 5  # EXIF orientations from here on lie on their side
_SAME = 0.01  # pages are rendered in whole pixels, so their proportion is not exact


def first_sheet(inspection: Inspection, stand_in: QPixmap | None, pixels_each: float) -> Sheet:
    """The first page of a file by what is known already. A photo's 100 % is one of its pixels for one of the
    screen's, of which a device-independent pixel has `pixels_each`."""
    wide, high = inspection.width, inspection.height
    if inspection.kind is FileKind.IMAGE and wide and high:
        if (inspection.orientation or 1) >= _SIDEWAYS:
            wide, high = high, wide
        return Sheet(wide / pixels_each, high / pixels_each)
    if stand_in is not None and not stand_in.isNull():
        return paper_sheet(stand_in.width(), stand_in.height())
    return paper_sheet(210, 297)


def sheet_like(sheet: Sheet, width: int, height: int) -> Sheet:
    """The sheet with the proportion of its rendered page; the same one where that is what it had."""
    if abs(sheet.width * height / (sheet.height * width) - 1) <= _SAME:
        return sheet
    factor = max(sheet.width, sheet.height) / max(width, height)
    return replace(sheet, width=width * factor, height=height * factor)
