"""The contact sheet: all pictures of a run on one page."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

_STYLE = (
    "body{font:14px sans-serif;margin:24px;background:#eee}figure{display:inline-block;margin:0 12px 16px 0}"
    "img{width:420px;border:1px solid #999;background:#fff}figcaption{padding:4px 0}"
)


def write_sheet(folder: Path, names: Mapping[str, Sequence[str]]) -> Path:
    """`names` of the pictures by the shot they show, in the order of the page."""
    parts = []
    for shot, pictures in names.items():
        parts.append(f"<h2>{escape(shot)}</h2>")
        parts += [
            f'<figure><a href="{escape(name)}.png"><img loading="lazy" src="{escape(name)}.png" alt=""></a>'
            f"<figcaption>{escape(name)}</figcaption></figure>"
            for name in pictures
        ]
    page = folder / "index.html"
    head = f'<!doctype html><meta charset="utf-8"><title>ZIDesk</title><style>{_STYLE}</style>'
    page.write_text(head + "\n".join(parts), encoding="utf-8")
    return page
