"""What an assessor reads of a copy."""

import pytest

from tests.unit.services.renditions.samples import use
from zidesk.domain.evidence import FileKind, HandedOver, Inspection, StoredFile, Treatment
from zidesk.services.documents.content.handling_words import handling_words, is_locked_on_purpose

_FOUND = Inspection(FileKind.PDF, "application/pdf", ".pdf")
_ORIGINAL = StoredFile("a", 8_400_000, _FOUND)


@pytest.mark.parametrize(
    ("treatments", "size", "words"),
    [
        ({Treatment.SHRUNK}, 1_000_000, ("Diperkecil dari 8,4 MB",)),
        ({Treatment.LOCKED}, 8_500_000, ("Terkunci sandi: memuat data pribadi",)),
        ({Treatment.REDACTED}, 9_000_000, ("Sebagian ditutup",)),
        (
            {Treatment.SHRUNK, Treatment.LOCKED},
            2_000_000,
            ("Terkunci sandi: memuat data pribadi", "Diperkecil dari 8,4 MB"),
        ),
        ({Treatment.SHRUNK, Treatment.REDACTED}, 9_000_000, ("Sebagian ditutup",)),  # it grew all the same
    ],
)
def test_words(treatments: set[Treatment], size: int, words: tuple[str, ...]) -> None:
    copy = use("b", size, _FOUND, handed=HandedOver(_ORIGINAL, frozenset(treatments)))
    assert handling_words(copy) == words
    assert is_locked_on_purpose(copy) == (Treatment.LOCKED in treatments)


def test_an_original_needs_none() -> None:
    assert handling_words(use("a", 1, _FOUND)) == ()
    assert not is_locked_on_purpose(use("a", 1, _FOUND))
