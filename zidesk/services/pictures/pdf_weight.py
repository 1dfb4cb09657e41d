"""How much a page of a PDF makes a reader read before it can draw anything.

PDFium reads a page in one go that nobody can stop, and unpacks whatever is packed. A form that calls a form ten
times, nine deep, is a few hundred bytes in the file and a thousand million when it is read. So each page is
weighed before PDFium is shown it, to draw it or for its words.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from zidesk.domain.errors import PictureUnavailable
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.pictures.pdf_instructions import MAX_WEIGHT, Instructions
from zidesk.services.pictures.pdf_reach import HeavyPageError, Reach, inherited


class PdfWeight:
    """Of one opened file."""

    def __init__(self, document: Any) -> None:
        """Raises TreeTooLargeError, and what pikepdf raises."""
        from zidesk.services.ingest.inspection.pdf_tree import PageTree

        self._tree = PageTree(document)
        self._reach = Reach()
        self._known: dict[int, bool] = {}

    def is_too_heavy(self, page: int) -> bool:
        """Whether page `page` (from 0) has more than `MAX_WEIGHT`, every call counted, or leads to something that
        swells beyond measure. Where readers may differ about which page that is, any of them.

        False for a page that is not there; PDFium then says itself what is wrong with the file.
        """
        if self._tree.counts_agree:
            return page < len(self._tree.pages) and self._weighed(page)
        return any(map(self._weighed, range(len(self._tree.pages))))

    def _weighed(self, page: int) -> bool:
        if page not in self._known:
            try:
                self._known[page] = self._is_heavy(self._tree.pages[page])
            except HeavyPageError:
                self._known[page] = True
            except Exception:  # hostile bytes raise anything
                self._known[page] = False
        return self._known[page]

    def _is_heavy(self, shown: Any) -> bool:
        resources = inherited(shown, "/Resources")
        self._reach.check(shown, resources)
        instructions = Instructions(_area(shown))
        weight = instructions.notes(shown)
        if "/Contents" in shown:
            weight += instructions.weight(shown.Contents, resources)
        return weight > MAX_WEIGHT


@contextmanager
def weighed(path: Path) -> Iterator[PdfWeight]:
    """The weight of the file's pages.

    Raises PictureUnavailable: `missing`, `locked`, `damaged` (qpdf cannot open it: nobody knows what PDFium would
    read then), `too_big` (more pages than are looked at).
    """
    import pikepdf

    from zidesk.services.ingest.inspection.pdf import opened_document
    from zidesk.services.ingest.inspection.pdf_tree import TreeTooLargeError

    with ExitStack() as opened:
        try:
            # a stream, not a path: a mapped file on a stick that is pulled out would kill the process
            source = opened.enter_context(Source(path))
        except OSError as fault:
            raise PictureUnavailable(path, "missing") from fault
        try:
            weight = PdfWeight(opened.enter_context(opened_document(source)))
        except pikepdf.PasswordError as fault:
            raise PictureUnavailable(path, "locked") from fault
        except TreeTooLargeError as fault:
            raise PictureUnavailable(path, "too_big") from fault
        except Exception as fault:  # hostile bytes raise anything
            lost = source.raw.fault is not None
            locked = "encrypt" in str(fault).replace(str(source.stream), "").lower()
            raise PictureUnavailable(path, "missing" if lost else "locked" if locked else "damaged") from fault
        yield weight


def _area(page: Any) -> float:
    """Square points; at least those of a stamp, for what claims less is enlarged."""
    box = [float(value) for value in inherited(page, "/MediaBox") or (0, 0, 612, 792)]
    return max(10_000.0, abs((box[2] - box[0]) * (box[3] - box[1])))
