"""The words that stand in a PDF, page by page, as far as they are characters and not pictures of them."""

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.pdfium import give_way, weighed_pdf

MOST_PAGES, MOST_CHARACTERS = 2_000, 20_000_000  # read of one file; what follows is not searched
_MOST_ON_A_PAGE = 200_000  # characters; a page made to exhaust memory has more
_HYPHEN = re.compile("[\x02\ufffe\u00ad]\\s*")  # PDFium's signs for a word divided at the end of a line


def page_texts(path: Path, cancel: CancelToken) -> Generator[str, None, None]:
    """The text of each page in order, "" for a page without or one too heavy to read; at most MOST_PAGES and
    MOST_CHARACTERS.

    PDFium is lent to others after each page, so the generator is to be used up or closed by the thread that
    made it. Raises PictureUnavailable, Cancelled (asked before each page).
    """
    with weighed_pdf(path) as (document, weight):
        left = MOST_CHARACTERS
        for number in range(min(len(document), MOST_PAGES)):
            cancel.check()
            text = ""
            if not weight.is_too_heavy(number):
                text = _text_of(document, number, min(left, _MOST_ON_A_PAGE))
            left -= len(text)
            yield text
            if left <= 0:
                return
            give_way()


def _text_of(document: Any, number: int, most: int) -> str:
    """A page that cannot be read among others that can is one without text."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
    except PdfiumError:
        return ""
    try:
        text_page = page.get_textpage()
    except PdfiumError:
        page.close()
        return ""
    try:
        count = min(text_page.count_chars(), most)
        text: str = text_page.get_text_range(0, count, errors="ignore") if count > 0 else ""
    except PdfiumError:
        text = ""
    finally:
        text_page.close()
        page.close()
    return _HYPHEN.sub("", text)
