"""A picture from the clipboard, attached like a file."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from zidesk.domain.filenames import clean_component
from zidesk.domain.indonesian import format_date
from zidesk.services.ingest.adding import Caption, IngestResult, add_files
from zidesk.storage.clock import Clock
from zidesk.storage.workspace import Workspace

_NAME_LONGEST = 100  # characters


def add_picture(
    workspace: Workspace, codes: Sequence[str], png_bytes: bytes, title: str = "", fulfils: str = ""
) -> IngestResult:
    """Attach a PNG under `title`, or one that tells the moment. Without codes it goes to the inbox.

    Raises like `add_files`, and OSError when the system's own folder for such files takes nothing.
    """
    workspace.require_writable()
    title = title.strip() or screenshot_title(workspace.clock)
    with tempfile.TemporaryDirectory(prefix="zidesk-") as folder:
        name = clean_component(title, _NAME_LONGEST, fallback="Tangkapan layar")
        picture = Path(folder) / f"{name}.png"
        picture.write_bytes(png_bytes)
        return add_files(workspace, codes, [picture], Caption(title), fulfils=fulfils)


def screenshot_title(clock: Clock) -> str:
    """Tangkapan layar 5 Maret 2026 10.32"""
    now = clock()
    return f"Tangkapan layar {format_date(now.date())} {now:%H.%M}"
