"""Writing a PDF so that a full drive is an error and nothing worse."""

from pathlib import Path
from typing import Any

from zidesk.storage.patient_file import PatientFile


def save_pdf(pdf: Any, out: Path, **options: Any) -> int:
    """Write an open `pikepdf.Pdf` to `out`; the same content gives the same bytes. How many there are.

    Raises OSError when the drive refuses, and what qpdf raises for damaged content.
    """
    with PatientFile(out, "wb") as stream:
        pdf.save(stream, deterministic_id=True, compress_streams=True, **options)
        stream.raise_fault()
    return out.stat().st_size
