"""What stands at the foot of every page of a paper."""

from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.paper import MM, SMALL_GREY


def draw_footer(sheet: Sheet, title: str, school: str) -> None:
    """Name of the paper, school, page x of y."""
    frame = sheet.frame
    y = 11 * MM
    sheet.rule(frame.left, y + 11, frame.width, grey=True)
    sheet.page_number(frame.left, y, SMALL_GREY)
    room = frame.width - sheet.type.width("Halaman 0000 dari 0000", SMALL_GREY) - 12
    name = sheet.type.cut(f"{title} · {school}", SMALL_GREY, room)
    sheet.text(frame.x_right, y, name, SMALL_GREY, "right")
