"""The papers that lie in the bundle beside the evidence, listed with links."""

from pathlib import PurePosixPath

from zidesk.domain.archive_layout import BundlePlan, PlannedDocument
from zidesk.domain.indonesian import format_date_short
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import CELL, FINE_GREY, HEADING, SMALL_GREY, TEXT

_ROOM = 90.0  # for the heading and the first entry
_STATE_WIDTH = 150.0


def draw_papers(flow: Flow, plan: BundlePlan) -> None:
    """A section "Dokumen"; nothing for a bundle without any."""
    if not plan.documents:
        return
    flow.gap(18)
    flow.need(_ROOM)
    flow.heading("dokumen", "Dokumen", HEADING)
    flow.gap(4)
    for item in plan.documents:
        _draw(flow, item)


def _draw(flow: Flow, item: PlannedDocument) -> None:
    sheet, frame = flow.sheet, flow.frame
    height = TEXT.leading + FINE_GREY.leading + 5
    flow.need(height)
    top = flow.y
    sheet.link_file(item.path, frame.left, top - height + 4, frame.width, height)
    name = sheet.type.cut(clean(PurePosixPath(item.path).stem), TEXT, frame.width - _STATE_WIDTH)
    sheet.text(frame.left, top - TEXT.ascent, name, TEXT)
    sheet.text(frame.x_right, top - CELL.ascent, _state(item), SMALL_GREY, "right")
    path = sheet.type.cut(clean(item.path), FINE_GREY, frame.width)
    sheet.text(frame.left, top - TEXT.leading - FINE_GREY.ascent, path, FINE_GREY)
    flow.y -= height
    sheet.rule(frame.left, flow.y + 3, frame.width, 0.4, grey=True)


def _state(item: PlannedDocument) -> str:
    signed = item.paper.signed
    if signed is None:
        return "dibuat dari data berkas kerja"
    return f"salinan bertanda tangan, {format_date_short(signed.attached_at.date())}"
