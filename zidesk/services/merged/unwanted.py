"""What never comes along from a source: anything that acts, files within it, its own tree.

Actions only ever fire from places that are not copied at all (catalogue, page triggers, form fields); this
keeps them from lying about in the merged file nevertheless.
"""

import re
from typing import Any

import pikepdf

_ACTIONS = (
    b"JavaScript|Launch|SubmitForm|ResetForm|ImportData|GoToR|GoToE|Rendition|RichMediaExecute|Movie|Sound|Hide|Named"
    b"|SetOCGState|Thread|Trans|GoTo3DView"
)
_TYPES = b"Catalog|Pages|Page|Filespec|F|EmbeddedFile|Metadata|StructTreeRoot|StructElem|Sig|Annot|Action"
_KEYS = b"JS|JavaScript|OpenAction|AA|EF|AF|EmbeddedFiles|AcroForm|PieceInfo|Metadata|OPI|Ref|StructParents?"

# on text that qpdf has written: one space between key and value
_SUSPECT = re.compile(
    rb"/S /(?:" + _ACTIONS + rb")\b|/Type /(?:" + _TYPES + rb")\b|/(?:" + _KEYS + rb")[ <\[(]|/F [(<\d]"
)
_ACTION_NAMES = frozenset("/" + name for name in _ACTIONS.decode().split("|"))
_TYPE_NAMES = frozenset("/" + name for name in _TYPES.decode().split("|"))
# dropped wherever they are keys, unless they name a font, a picture or the like
_KEY_NAMES = tuple("/" + name for name in _KEYS.decode().replace("s?", "|StructParents").split("|"))
_STREAM_KEYS = ("/F", "/FFilter", "/FDecodeParms")  # data in another file
_DEEPEST = 60


def is_suspect(text: bytes) -> bool:
    """Whether an object, as qpdf writes it, may hold something unwanted; quick, and wrong on the safe side."""
    return _SUSPECT.search(text) is not None


def is_unwanted(value: Any) -> bool:
    """Whether the object as a whole stays behind."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if value.get("/S") in _ACTION_NAMES or "/EF" in value:
        return True
    return value.get("/Type") in _TYPE_NAMES


def tidy(value: Any, depth: int = 0) -> None:
    """Remove what is unwanted from an object and from all that stands directly in it."""
    if isinstance(value, pikepdf.Array):
        _tidy_array(value, depth)
        return
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return
    keys = tuple(key for key in _KEY_NAMES if key in value and not _is_resource(value[key]))
    if isinstance(value, pikepdf.Stream):
        keys += tuple(key for key in _STREAM_KEYS if key in value)
    for key in keys:
        del value[key]
    for key in list(value.keys()):
        inner = value[key]
        if _is_direct(inner):
            if depth > _DEEPEST or is_unwanted(inner):
                del value[key]
            else:
                tidy(inner, depth + 1)


def _tidy_array(value: Any, depth: int) -> None:
    for place, inner in enumerate(value):
        if _is_direct(inner):
            if depth > _DEEPEST or is_unwanted(inner):
                value[place] = None
            else:
                tidy(inner, depth + 1)


def _is_direct(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect


def _is_resource(value: Any) -> bool:
    """A font, form, picture or pattern that happens to go by such a name."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return False
    return value.get("/Type") in ("/Font", "/ExtGState", "/Pattern", "/XObject") or "/Subtype" in value
