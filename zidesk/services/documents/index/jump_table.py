"""The list of questions at the front: area, sub-area, letters, each with its page, each a link.

Pages are known only when the index has been drawn, so each page of this table leaves a place for its
numbers and supplies them at the end.
"""

from itertools import groupby

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.instrument import Node, Place
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import CELL, CELL_BOLD, HEADING, Style

_CELL = 38.0  # one letter with its page
_ROW = 13.0
_PER_ROW = 6
_PAGE = Style("regular", 9, 11.5, grey=True)


def area_key(area: Node) -> str:
    return f"area:{area.code}"


def question_key(place: Place) -> str:
    return f"butir:{place.question.code}"


class JumpTable:
    """Draw first, then the rest of the index, then `supply` the pages."""

    def __init__(self) -> None:
        self._waiting: dict[str, list[tuple[float, float, str, Style]]] = {}

    def draw(self, flow: Flow, plan: BundlePlan) -> None:
        """The list without its page numbers, which are known only at the end."""
        flow.sheet.bookmark("daftar-butir", flow.y)
        flow.sheet.outline("Daftar butir", "daftar-butir", 0)
        flow.line("Daftar butir dan halamannya", HEADING)
        flow.gap(4)
        if not plan.places:
            flow.line("Tidak ada butir dalam cakupan ini.", CELL)
        for _, of_area in groupby(plan.places, key=lambda place: (place.group.code, place.area.code)):
            places = list(of_area)
            self._draw_area(flow, places)

    def supply(self, sheet: Sheet, pages: dict[str, int]) -> None:
        """`pages`: the page of each key that was drawn."""
        for name, numbers in self._waiting.items():
            with sheet.supplied(name):
                for x, y, key, style in numbers:
                    if style is CELL_BOLD:
                        sheet.text(x, y, f"halaman {pages[key]}", style, "right")
                    else:
                        sheet.text(x, y, str(pages[key]), style)

    def _draw_area(self, flow: Flow, places: list[Place]) -> None:
        first = places[0]
        flow.gap(7)
        flow.need(18 + 2 * _ROW)
        flow.sheet.rule(flow.frame.left, flow.y, flow.frame.width, 0.6)
        title = area_title(first)
        y = flow.y - 12
        shown = flow.sheet.type.cut(title, CELL_BOLD, flow.frame.width - 70)
        flow.sheet.text(flow.frame.left, y, shown, CELL_BOLD)
        self._number(flow, flow.frame.x_right, y, area_key(first.area), CELL_BOLD)
        flow.sheet.link(area_key(first.area), flow.frame.left, flow.y - 15, flow.frame.width, 15)
        flow.y -= 16
        for _, of_sub_area in groupby(places, key=lambda place: place.sub_area.code):
            self._draw_sub_area(flow, list(of_sub_area))

    def _draw_sub_area(self, flow: Flow, places: list[Place]) -> None:
        """One row; a sub-area with many questions takes more."""
        rows = [places[start : start + _PER_ROW] for start in range(0, len(places), _PER_ROW)]
        flow.need(len(rows) * _ROW)
        for place, row in enumerate(rows):
            y = flow.y - 9.5
            if place == 0:
                title = sub_area_title(places[0])
                shown = flow.sheet.type.cut(title, CELL, first_cell(flow) - flow.frame.left - 18)
                flow.sheet.text(flow.frame.left + 10, y, shown, CELL)
            for cell, of_cell in enumerate(row):
                self._draw_letter(flow, first_cell(flow) + cell * _CELL, y, of_cell)
            flow.y -= _ROW

    def _draw_letter(self, flow: Flow, x: float, y: float, place: Place) -> None:
        letter = clean(place.question.letter) or "•"
        shown = flow.sheet.type.cut(letter, CELL_BOLD, 14)
        flow.sheet.text(x + 8, y, shown, CELL_BOLD)
        number_x = x + 12 + flow.sheet.type.width(shown, CELL_BOLD)
        self._number(flow, number_x, y, question_key(place), _PAGE)
        flow.sheet.link(question_key(place), x + 6, y - 3, _CELL - 6, _ROW)

    def _number(self, flow: Flow, x: float, y: float, key: str, style: Style) -> None:
        """Bold numbers are those of areas: "halaman 12", ending at `x`; others begin there."""
        name = f"daftar-butir-{flow.sheet.page}"
        if name not in self._waiting:
            flow.sheet.later(name)
        self._waiting.setdefault(name, []).append((x, y, key, style))


def first_cell(flow: Flow) -> float:
    """Where the first letter of a row stands."""
    return flow.frame.x_right - _PER_ROW * _CELL


def area_title(place: Place) -> str:
    """ "A.I Pemenuhan · 1 Manajemen Perubahan"; in the result component the group is the area."""
    group = f"{place.group.code} {place.group.name}"
    if place.area.code == place.group.code:
        return clean(group)
    return clean(f"{group} · {place.area.number} {place.area.name}")


def sub_area_title(place: Place) -> str:
    """ "1.iii Monitoring …"; where numbers are missing, the code."""
    if place.area.number and place.sub_area.number:
        return clean(f"{place.area.number}.{place.sub_area.number} {place.sub_area.name}")
    return clean(f"{place.sub_area.code} {place.sub_area.name}")
