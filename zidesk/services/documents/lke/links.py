"""Links of the workbook: to files of the bundle by relative path, and to rows of its own sheets.

A relative path works from any drive letter and wherever the bundle is copied. Links inside the workbook
need no permission from Excel and work even where the file has left its bundle.
"""

from collections.abc import Mapping

LINKS_MAX = 65_000  # in one sheet; Excel takes 65,530
TIP_MAX = 255

# what Excel itself escapes in the address of a file; other letters stay as they are
_ESCAPES: Mapping[int, str] = str.maketrans({char: f"%{ord(char):02X}" for char in '%#" <>[]^`{}'})


def to_file(path: str) -> str:
    """The address of a bundle file by its path relative to the workbook, with forward slashes."""
    return "external:" + path.translate(_ESCAPES)


def to_cell(sheet: str, cell: str) -> str:
    return f"internal:'{sheet}'!{cell}"
