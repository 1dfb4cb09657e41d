"""A file for a writer that must not be told in the middle of its work what the drive refuses."""

import io
from typing import Any


class PatientFile(io.FileIO):
    """Takes everything, and tells afterwards.

    qpdf writes PDFs so: an error while it writes can end the whole process. Whoever lets it write to a path, or
    to a file that raises, loses the window with it when a stick is full.
    """

    fault: OSError | None = None  # the first

    def write(self, data: Any, /) -> int:
        left = memoryview(data)
        size = len(left)
        try:
            while left and self.fault is None:
                left = left[super().write(left) :]
        except OSError as fault:
            self.fault = fault
        return size

    def raise_fault(self) -> None:
        """Raise what the drive said, if it said anything. To be asked when all is written."""
        if self.fault is not None:
            raise self.fault
