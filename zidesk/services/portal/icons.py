"""The line icons of the page as one SVG sprite, from the program's own icon files."""

import re
from pathlib import Path

from zidesk.services.portal.evidence_cards import KIND_ICONS

_OTHERS = ("triangle-alert", "lock", "x", "chevron-left", "chevron-right", "folder-open")
_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def icon_symbols(folder: Path) -> str:
    """The symbols `i-<name>` for the inside of a sprite. Raises OSError when the program's data are missing."""
    return "".join(_symbol(name, folder) for name in (*KIND_ICONS, *_OTHERS))


def _symbol(name: str, folder: Path) -> str:
    text = (folder / f"{name}.svg").read_text(encoding="utf-8")
    drawing = _DRAWING.search(text)
    if drawing is None:
        raise ValueError(f"{name}.svg is not an icon")
    return f'<symbol id="i-{name}" viewBox="0 0 24 24">{" ".join(drawing[1].split())}</symbol>'
