"""The few places where reportlab is bent: a canvas without Helvetica, and a link that costs one string."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from hashlib import md5
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


class PaperCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose bytes depend on nothing but what is drawn and `changed_at`."""

    def __init__(self, page_size: tuple[float, float], changed_at: datetime) -> None:
        super().__init__("", pagesize=page_size, pageCompression=1, invariant=1, lang="id-ID")
        self._doc._timeStamp = _TimeStamp.of(changed_at)
        self._doc.signature = md5(usedforsecurity=False)

    def _make_preamble(self) -> None:
        """Without reportlab's first font, which would stand in every paper as Helvetica, not embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    @property
    def document(self) -> Any:
        return self._doc

    def operators(self, code: str) -> None:
        """Drawing operators as they stand in the page."""
        self._code.append(code)

    def finish_page(self) -> None:
        """Ends the page and packs it at once, so that many pages stay small in memory."""
        name = self._doc.thisPageName()
        self.showPage()
        page = self._doc.idToObject[name]
        content = page.stream.encode("latin-1")
        self._doc.updateSignature(content)
        dictionary = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")})
        page.Contents = pdfdoc.PDFStream(dictionary, zlib.compress(content, 6))
        page.stream = None

    def annotate(self, annotation: bytes) -> None:
        """An annotation on the current page, given as its finished dictionary."""
        self._addAnnotation(_Finished(annotation))


class _Finished(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose text is known; a tree of reportlab's dictionaries would take ten times the memory."""

    def __init__(self, text: bytes) -> None:
        self._text = text

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        return self._text


@dataclass(frozen=True)
class _TimeStamp:
    """What reportlab reads for the dates of a document."""

    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int
    dmm: int

    @classmethod
    def of(cls, moment: datetime) -> "_TimeStamp":
        offset = moment.utcoffset()
        minutes = 0 if offset is None else int(offset.total_seconds()) // 60
        hours = int(minutes / 60)
        return cls(moment.timetuple()[:6], hours, abs(minutes - hours * 60))
