"""How much a page of a PDF makes a reader read before it can draw anything.

PDFium reads a page in one go that nobody can stop. A form that calls a form ten times, nine deep, is a few
hundred bytes in the file and a thousand million when it is read.
"""

import re
from pathlib import Path
from typing import Any

MAX_WEIGHT = 24 * 1024 * 1024  # bytes of drawing instructions; those of a crowded map are 10 MB
_TOO_MUCH = MAX_WEIGHT + 1
_DEEPEST = 30
_CALL = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")


def is_too_heavy(path: Path, page: int) -> bool:
    """Whether page `page` (from 0) has more than `MAX_WEIGHT`, every call of a form counted.

    False when qpdf cannot tell; PDFium then says itself what is wrong with the file.
    """
    import pikepdf

    # which sets qpdf's limit for unpacking
    from zidesk.services.ingest.inspection import pdf as _limited  # noqa: F401

    try:
        # a stream, not a path: a mapped file on a stick that is pulled out would kill the process
        with (
            path.open("rb") as stream,
            pikepdf.open(stream, access_mode=pikepdf.AccessMode.stream, inherit_page_attributes=False) as document,
        ):
            shown = document.pages[page]
            return _weight(shown.Contents, shown.get("/Resources"), {}, 0) > MAX_WEIGHT
    except Exception:  # hostile bytes raise anything
        return False


def _weight(content: Any, resources: Any, known: dict[tuple[int, int], int], depth: int) -> int:
    """`known`: what forms weigh; one that is being weighed is too heavy, for PDFium goes round in circles."""
    parts = list(content) if _is_array(content) else [content]
    instructions = b"\n".join(part.read_bytes() for part in parts)
    weight = len(instructions)
    forms = resources.get("/XObject") if resources is not None else None
    if forms is None:
        return weight
    if depth >= _DEEPEST:
        return _TOO_MUCH
    calls: dict[bytes, int] = {}
    for found in _CALL.finditer(instructions):
        calls[found[1]] = calls.get(found[1], 0) + 1
    for name, times in calls.items():
        form = forms.get("/" + name.decode("latin-1"))
        if form is not None and form.get("/Subtype") == "/Form":
            if form.objgen not in known:
                known[form.objgen] = _TOO_MUCH
                known[form.objgen] = _weight(form, form.get("/Resources", resources), known, depth + 1)
            weight += times * known[form.objgen]
    return weight


def _is_array(content: Any) -> bool:
    import pikepdf

    return isinstance(content, pikepdf.Array)
