"""What a bundle lacks: said at the front of its index, every file by name."""

from collections.abc import Sequence

from zidesk.domain.archive_layout import Omission
from zidesk.domain.indonesian import format_number
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.table import Column, Row, Table
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import CELL, HEADING, TEXT_BOLD

_KEY = "tidak-disertakan"
_FIRST_OMISSIONS = 8  # named on the first page; the rest have a section of their own
_ROOM = 200.0  # for a heading, the head of the table and its first row


def draw_omission_warning(flow: Flow, omissions: Sequence[Omission]) -> None:
    """Prominent: what the bundle lacks. The first few by name, then where the rest are."""
    if not omissions:
        return
    headline = f"TIDAK LENGKAP: {format_number(len(omissions), 0)} berkas tidak disertakan"
    flow.gap(8)
    flow.need(_ROOM)
    top = flow.y
    flow.sheet.block(flow.frame.left, top - 20, flow.frame.width, 20)
    flow.sheet.reversed_text(
        flow.frame.left + 8 + flow.sheet.type.width(headline, TEXT_BOLD) / 2, top - 14, headline, TEXT_BOLD
    )
    flow.y -= 20
    _draw_table(flow, omissions[:_FIRST_OMISSIONS])
    if has_omission_section(omissions):
        flow.gap(3)
        count = format_number(len(omissions), 0)
        text = f"Selengkapnya pada bagian “Berkas yang tidak disertakan” ({count} berkas)."
        flow.sheet.link(_KEY, flow.frame.left, flow.y - CELL.leading, 300, CELL.leading)
        flow.line(text, CELL)


def has_omission_section(omissions: Sequence[Omission]) -> bool:
    return len(omissions) > _FIRST_OMISSIONS


def draw_omission_section(flow: Flow, omissions: Sequence[Omission]) -> None:
    """Every omission by name; a section of its own after the list of questions."""
    flow.gap(18)
    flow.need(_ROOM)
    flow.heading(_KEY, "Berkas yang tidak disertakan", HEADING)
    flow.gap(4)
    _draw_table(flow, omissions)


def _draw_table(flow: Flow, omissions: Sequence[Omission]) -> None:
    columns = (Column("Butir", 66), Column("Judul"), Column("Nama asli", 120), Column("Alasan", 120))
    Table(flow, columns).draw(
        Row(tuple(map(clean, (item.question_code, item.title, item.original_name or "–", item.reason))))
        for item in omissions
    )
