"""Links to files of a bundle, as the PDF objects themselves (ISO 32000-1, 12.5.6.5 and 12.6.4)."""

from collections.abc import Sequence
from urllib.parse import quote


def file_link(path: str, rect: Sequence[float]) -> bytes:
    """A link annotation to the file at `path`, relative to the document, with forward slashes.

    A PDF opens at its first page (GoToR), any other file by a relative, percent-encoded URI.
    """
    action = _go_to_file(path) if path.lower().endswith(".pdf") else _open_uri(path)
    corners = " ".join(f"{value:.2f}" for value in rect)
    head = f"<< /Type /Annot /Subtype /Link /Rect [ {corners} ] /Border [ 0 0 0 ] /A << ".encode("ascii")
    return head + action + b" >> >>"


def _go_to_file(path: str) -> bytes:
    """Viewers read a plain string in different encodings, so a name beyond ASCII goes in as /UF as well."""
    if path.isascii():
        file = b"(" + _escaped(path.encode("ascii")) + b")"
    else:
        wide = b"<" + (b"\xfe\xff" + path.encode("utf-16-be")).hex().upper().encode("ascii") + b">"
        file = b"<< /Type /Filespec /F (" + _escaped(path.encode("utf-8")) + b") /UF " + wide + b" >>"
    return b"/S /GoToR /F " + file + b" /D [ 0 /XYZ null null null ] /NewWindow true"


def _open_uri(path: str) -> bytes:
    """A first part with a colon would be read as a scheme; paths of a bundle have none."""
    return b"/S /URI /URI (" + _escaped(quote(path, safe="/").encode("ascii")) + b")"


def _escaped(raw: bytes) -> bytes:
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
