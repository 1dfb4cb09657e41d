"""What stands on every page of the index: where one is, page x of y, and a tab at the edge for each area."""

from zidesk.domain.instrument import Place
from zidesk.services.documents.drawing.footer import draw_footer
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import MM, SMALL_BOLD, SMALL_GREY, Style

_TAB = Style("bold", 10, 12)
_TAB_WIDTH, _TAB_HEIGHT, _TAB_STEP = 8 * MM, 9 * MM, 12 * MM


class IndexFurniture:
    """Collects which questions a page shows and draws its header and footer when the page is full."""

    def __init__(self, title: str, school: str, *, tabs: dict[str, str]) -> None:
        """`tabs`: what the edge says for each area, by area code, from the top of the page downwards."""
        self._title, self._school = title, school
        self._slots = list(dict.fromkeys(tabs.values()))
        self._tabs = tabs
        self._section = "Ringkasan"
        self._places: list[Place] = []

    def section(self, name: str) -> None:
        """From this page on, pages outside the questions carry this name."""
        self._section = name
        self._places.clear()

    def shows(self, place: Place) -> None:
        """The current page shows (part of) this question."""
        if not self._places or self._places[-1] is not place:
            self._places.append(place)

    def __call__(self, sheet: Sheet) -> None:
        if self._places:
            self._draw_place(sheet, self._places[0], self._places[-1])
            self._places.clear()
        elif sheet.page > 1:
            self._draw_header(sheet, self._section, "")
        draw_footer(sheet, self._title, self._school)

    def _draw_place(self, sheet: Sheet, first: Place, last: Place) -> None:
        where = [f"{first.group.code} {first.group.name}"]
        if first.area.code != first.group.code:
            where.append(f"{first.area.number} {first.area.name}")
        where.append(f"{first.sub_area.number or first.sub_area.code} {first.sub_area.name}")
        codes = [first.question.code, last.question.code]
        self._draw_header(sheet, "  ›  ".join(map(clean, where)), " – ".join(dict.fromkeys(codes)))
        self._draw_tab(sheet, self._tabs[first.area.code])

    def _draw_header(self, sheet: Sheet, left: str, right: str) -> None:
        frame = sheet.frame
        y = frame.page_height - 13 * MM
        room = frame.width - sheet.type.width(right, SMALL_BOLD) - 12
        sheet.text(frame.left, y, sheet.type.cut(left, SMALL_GREY, room), SMALL_GREY)
        sheet.text(frame.x_right, y, right, SMALL_BOLD, "right")
        sheet.rule(frame.left, y - 5, frame.width, grey=True)

    def _draw_tab(self, sheet: Sheet, label: str) -> None:
        frame = sheet.frame
        top = frame.y_top - self._slots.index(label) * _TAB_STEP
        x = frame.page_width - _TAB_WIDTH
        sheet.block(x, top - _TAB_HEIGHT, _TAB_WIDTH, _TAB_HEIGHT)
        middle = top - _TAB_HEIGHT / 2 - _TAB.size * 0.36
        sheet.reversed_text(x + _TAB_WIDTH / 2, middle, label, _TAB)
