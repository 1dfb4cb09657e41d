"""Which documents may be fulfilled where."""

from collections.abc import Iterable

from zidesk.domain.errors import UnknownDocument
from zidesk.domain.evidence import INBOX
from zidesk.domain.instrument import Instrument


def documents_of(instrument: Instrument, code: str) -> frozenset[str]:
    """Names of the documents a question expects; the inbox expects none. Raises UnknownQuestion."""
    if code == INBOX:
        return frozenset()
    return frozenset(document.name for document in instrument.question(code).documents)


def check_expected(instrument: Instrument, codes: Iterable[str], name: str) -> None:
    """Raises UnknownDocument for a question that does not expect a document of this name, UnknownQuestion."""
    for code in codes:
        if name not in documents_of(instrument, code):
            raise UnknownDocument(code, name)
