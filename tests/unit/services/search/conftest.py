"""PDFs with words in them, and a workspace to attach them to."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zidesk.services.search.index import SearchIndex
from zidesk.storage.workspace import Workspace

MakePdf = Callable[..., Path]


@pytest.fixture
def pdf(tmp_path: Path) -> MakePdf:
    """Makes a PDF with such a text on each page."""
    from reportlab.pdfgen.canvas import Canvas

    def make(name: str, *pages: str) -> Path:
        path = tmp_path / "unduhan" / name
        path.parent.mkdir(exist_ok=True)
        canvas = Canvas(str(path))
        for text in pages:
            lines = canvas.beginText(72, 720)
            lines.textLines(text)
            canvas.drawText(lines)
            canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.fixture
def index(empty_workspace: Workspace) -> Iterator[SearchIndex]:
    index = SearchIndex(empty_workspace)
    yield index
    index.close()
