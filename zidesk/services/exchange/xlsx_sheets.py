"""The sheets of an XLSX file looked through as bytes, before a library builds anything out of them."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zidesk.domain.errors import TableUnreadable
from zidesk.services.exchange import limits

FOLDER: Final = "xl/worksheets/"
_BLOCK: Final = 256 * 1024
_OVERLAP: Final = 64  # bytes: longer than any mark that is looked for
_ROW = re.compile(rb"<(?:\w{1,30}:)?row[\s/>]")
_FORMULA = re.compile(rb"<(?:\w{1,30}:)?f[\s/>]")
_EXTENT = re.compile(rb"<(?:\w{1,30}:)?dimension[\s/>]")


@dataclass
class _Sheet:
    has_extent: bool = False
    has_formulas: bool = False


def has_formulas(path: Path, archive: zipfile.ZipFile) -> bool:
    """Whether any sheet has a formula.

    Raises TableUnreadable when a row is longer than one is taken into memory, or when sheets that do not say how
    far they go (the library reads those whole to find out) are larger than a table.
    """
    unmeasured, found = 0, False
    for part in archive.infolist():
        if part.filename.startswith(FOLDER) and not part.is_dir():
            sheet = _look_through(path, archive, part)
            found = found or sheet.has_formulas
            unmeasured += 0 if sheet.has_extent else part.file_size
    if unmeasured > limits.UNMEASURED_BYTES:
        raise TableUnreadable(path, "large", limits.UNPACKED)
    return found


def _look_through(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> _Sheet:
    sheet, before, since_row = _Sheet(), b"", 0
    with archive.open(part) as reader:
        first = True
        while block := reader.read(_BLOCK):
            data = before + block
            sheet.has_extent = sheet.has_extent or (first and _EXTENT.search(data) is not None)
            sheet.has_formulas = sheet.has_formulas or _FORMULA.search(data) is not None
            since_row = 0 if _ROW.search(data) else since_row + len(block)
            if since_row > limits.ROW_BYTES:
                raise TableUnreadable(path, "large", limits.UNPACKED)
            before, first = data[-_OVERLAP:], False
    return sheet
