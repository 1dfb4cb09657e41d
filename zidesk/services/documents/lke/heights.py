"""Heights of rows with wrapped text, estimated as Excel would draw them.

LibreOffice takes the heights of a workbook as they stand. They are written as fitting, not as fixed: in
both programs a row still grows by itself when somebody types a longer note.
"""

from typing import Any

from xlsxwriter.worksheet import Worksheet

HEIGHT_MAX = 409.0  # points, of the file format
_LINE_HEIGHT = 11.25  # points, of 9-point Arial
_ROOM_ABOVE_BELOW = 3.75
_EM = 12.0  # pixels of 9 points
_DIGIT = 7  # pixels of a digit of the default font, in which widths are counted
_HINTING = 1.03  # letters on a screen are a little wider than on paper
_BOLD = 1.07

_WIDTHS = {  # Arial, thousandths of an em
    222: "ijl'|",
    278: " ftI.,:;/!\\[]",
    333: "r()-`",
    500: "cksvxyzJ",
    584: "+<=>~",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTH_OF = {char: width for width, chars in _WIDTHS.items() for char in chars}
_LATIN_WIDTH, _WIDE_WIDTH = 556, 1000


class FittingRowsWorksheet(Worksheet):  # type: ignore[misc]  # XlsxWriter carries no types
    """A worksheet that does not fix the heights it is given: XlsxWriter alone always does."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]] | None = None) -> None:
        super()._xml_start_tag_unencoded(tag, _not_fixed(tag, attributes or []))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]] | None = None) -> None:
        super()._xml_empty_tag_unencoded(tag, _not_fixed(tag, attributes or []))


def _not_fixed(tag: str, attributes: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    if tag != "row":
        return attributes
    return [attribute for attribute in attributes if attribute[0] != "customHeight"]


def row_height(texts: list[tuple[str, float]], *, bold: bool = False) -> float:
    """The height in points of a row with these texts, each in a column of so many characters."""
    lines = max((line_count(text, width, bold=bold) for text, width in texts), default=1)
    return min(HEIGHT_MAX, lines * _LINE_HEIGHT + _ROOM_ABOVE_BELOW)


def line_count(text: str, column_width: float, *, bold: bool = False) -> int:
    """Lines of wrapped 9-point Arial in a column of `column_width` characters."""
    room = column_width * _DIGIT / (_HINTING * (_BOLD if bold else 1.0))
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    lines, used, space = 1, 0.0, _pixels(" ")
    for word in paragraph.split(" "):
        width = _pixels(word)
        if used and used + space + width <= room:
            used += space + width
            continue
        lines += 1 if used else 0
        used = width
        while used > room:  # a word longer than the line is broken
            lines += 1
            used -= room
    return lines


def _pixels(text: str) -> float:
    units = sum(_WIDTH_OF.get(char, _LATIN_WIDTH if char < "\u0250" else _WIDE_WIDTH) for char in text)
    return units * _EM / 1000
