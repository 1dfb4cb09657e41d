"""What is said of a file that is a copy differing from what was attached."""

from zidesk.domain.evidence import EvidenceUse, Treatment
from zidesk.domain.indonesian import format_size

LOCKED_WORDS = "Terkunci sandi: memuat data pribadi"
REDACTED_WORDS = "Sebagian ditutup"


def handling_words(use: EvidenceUse) -> tuple[str, ...]:
    """Short remarks, none for an original; the most weighty first."""
    handed = use.handed
    if handed is None:
        return ()
    said = []
    if Treatment.LOCKED in handed.treatments:
        said.append(LOCKED_WORDS)
    if Treatment.REDACTED in handed.treatments:
        said.append(REDACTED_WORDS)
    if Treatment.SHRUNK in handed.treatments and use.file.size < handed.original.size:
        said.append(f"Diperkecil dari {format_size(handed.original.size)}")
    return tuple(said)


def is_locked_on_purpose(use: EvidenceUse) -> bool:
    """Its being locked is no trouble of the file."""
    return use.handed is not None and Treatment.LOCKED in use.handed.treatments
