"""What decoders raise, under one name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zidesk.domain.errors import PictureUnavailable, ZideskError


@contextmanager
def faults_named(path: Path) -> Iterator[None]:
    """Whatever the content of the file at `path` makes a decoder raise comes out as PictureUnavailable."""
    try:
        yield
    except (ZideskError, ImportError):  # Cancelled and the like; the installation
        raise
    except Exception as fault:  # decoders of hostile bytes raise anything
        if isinstance(fault, OSError) and fault.errno is not None:  # the drive, not the content
            raise
        raise PictureUnavailable(path, "damaged") from fault
