"""Reads the layout profiles of resources/layouts (TOML)."""

import tomllib
from pathlib import Path

from zidesk.domain.archive_layout import Layout
from zidesk.domain.errors import LayoutInvalid, LayoutUnknown

DEFAULT_LAYOUT = "lke"


def load_layout(name: str, folder: Path) -> Layout:
    """Raises LayoutUnknown, LayoutInvalid."""
    known = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    if name not in known:
        raise LayoutUnknown(name, tuple(known))
    try:
        data = tomllib.loads(known[name].read_text(encoding="utf-8"))
        return Layout(
            id=data["id"],
            title=data["judul"],
            folders={component: tuple(parts) for component, parts in data["folder"].items()},
            file_name=data["nama_berkas"],
            folder_limit=data["batas_nama_folder"],
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise LayoutInvalid(name, str(fault)) from fault
    except (KeyError, AttributeError, TypeError) as fault:
        raise LayoutInvalid(name, f"bagian {fault} tidak ada atau keliru") from fault
