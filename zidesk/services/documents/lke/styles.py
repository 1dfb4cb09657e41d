"""How the LKE workbook looks: one typeface, one grey-blue tint, thin lines; and how it is printed."""

from typing import Any

from zidesk.services.documents.lke.rows import RowKind, SheetRow
from zidesk.services.documents.lke.text import clean, cut

# column widths are counted in digits of this font, so it must be one that every program has or imitates
DEFAULT_FONT = {"font_name": "Arial", "font_size": 10}
PAPERS = {"A4": 9, "F4": 14}  # the file format's numbers; F4 is Folio, 8.5 x 13 inches
TEXT, MUTED, LINE, LINK = "#1B2430", "#5B6675", "#B8C0CA", "#0F5C8C"
TINTS = ("#C7D3E0", "#DCE4EC", "#EDF1F5")  # component, group, area
_ROW_TINTS = {
    RowKind.TOTAL: TINTS[0],
    RowKind.COMPONENT: TINTS[0],
    RowKind.GROUP: TINTS[1],
    RowKind.AREA: TINTS[2],
}
INPUT_TINT = "#FBFAF3"  # where somebody writes
_FOOTER_MAX = 255  # characters of a footer in the file format

# "_-" leaves room at the right edge; LibreOffice forgets the indent of some formulas
POINTS = "0.00_-"
PERCENT = "0.00%_-"
WHOLE = "#,##0_-"
DATE = "[$-421]d mmm yyyy_-"  # Indonesian month names on any computer
SIZE = '[>=999950]#,##0.0,," MB"_-;[>=1000]#,##0," kB"_-;0" bita"_-'


def look_of(row: SheetRow) -> dict[str, Any]:
    """What sets a row of the LKE sheet apart: what is summed up is bold and tinted by its level."""
    if row.kind in (RowKind.INPUT, RowKind.NIL):
        return {"font_color": MUTED}
    if row.kind is RowKind.QUESTION:
        return {}
    tint = _ROW_TINTS.get(row.kind)
    return {"bold": True, "bg_color": tint} if tint else {"bold": True}


def or_dash(number_format: str) -> str:
    """The format with a dash for nothing."""
    return f'{number_format};-{number_format};"–"_-'


class Styles:
    """Formats of one workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def make(self, **properties: Any) -> Any:
        """A format; what is not said is plain wrapped text at the top of its cell."""
        wanted = {
            "font_name": "Arial",
            "font_size": 9,
            "font_color": TEXT,
            "valign": "top",
            "text_wrap": True,
            **properties,
        }
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def cell(self, **properties: Any) -> Any:
        """A format with thin lines around."""
        return self.make(border=1, border_color=LINE, **properties)

    def figure(self, **properties: Any) -> Any:
        """A number or date: to the right, on one line."""
        return self.cell(**{"align": "right", "num_format": WHOLE, "text_wrap": False, **properties})

    def title(self) -> Any:
        return self.make(bold=True, font_size=13, text_wrap=False, valign="vcenter")

    def subtitle(self) -> Any:
        return self.make(font_color=MUTED, text_wrap=False, valign="vcenter")

    def heading(self) -> Any:
        return self.cell(bold=True, bg_color=TINTS[0], align="center", valign="vcenter")

    def link(self, **properties: Any) -> Any:
        return self.cell(font_color=LINK, underline=1, **properties)


def set_up_page(sheet: Any, *, paper: str, footer: str, repeat: tuple[int, int] | None) -> None:
    """Landscape, one page wide, narrow margins, page x of y, `repeat` rows (from 0) on every page."""
    sheet.set_landscape()
    sheet.set_paper(PAPERS[paper])
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.65)
    left = clean(footer).replace("\n", " ").replace("&", "&&")
    # the space keeps a footer that begins with a digit apart from the font size
    fixed = '&L&"Arial,Regular"&8 {}&R&"Arial,Regular"&8 Halaman &P dari &N'
    room = _FOOTER_MAX - len(fixed)
    sheet.set_footer(fixed.format(_without_half_sign(cut(left, room))), {"margin": 0.3})
    if repeat is not None:
        sheet.repeat_rows(*repeat)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)


def _without_half_sign(text: str) -> str:
    """A cut may leave half of a doubled "&", which would begin a command."""
    tail = len(text) - len(text.rstrip("&"))
    return text[:-1] if tail % 2 else text


def set_widths(sheet: Any, widths: dict[int, float]) -> None:
    for column, width in widths.items():
        sheet.set_column(column, column, width)
