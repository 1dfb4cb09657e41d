"""Carries objects of one opened source into the merged file, each once, under new numbers."""

import re
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf

from zidesk.services.merged.pdf_file import PdfFile
from zidesk.services.merged.unwanted import is_suspect, is_unwanted, tidy

ObjectId = tuple[int, int]
# strings are passed over, so that no text can pose as a reference; qpdf escapes every bracket in them
_PIECE = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9a-fA-F]*>|(\d+) (\d+) R\b", re.DOTALL)
_LARGEST_STREAM = 96 * 1024 * 1024  # bytes as they lie in the file; they are in memory one at a time


class SourceTooLargeError(Exception):
    """A stream of the source is more than may be held in memory."""


class Copier:
    """`numbers`: what objects are called in the merged file, by their id in the source."""

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        out: PdfFile,
        check: Callable[[], None],
        known: Mapping[ObjectId, int] | None = None,
    ) -> None:
        """`check` is called now and then and may raise; `known`: objects of an equal source copied earlier."""
        self._pdf, self._out, self._check = pdf, out, check
        self.numbers: dict[ObjectId, int] = dict(known or {})
        self._waiting: deque[ObjectId] = deque()
        self._stand_ins: dict[int, Any] = {}

    def promise(self, value: Any) -> int:
        """A number for an object that the caller writes himself, such as a page."""
        number = self._out.allocate()
        self.numbers[value.objgen] = number
        return number

    def stand_in(self, pdf: pikepdf.Pdf, number: int) -> Any:
        """An object of the source that means the object `number` of the merged file."""
        if number not in self._stand_ins:
            made = self._stand_ins[number] = pdf.make_indirect(pikepdf.Dictionary())
            self.numbers[made.objgen] = number
        return self._stand_ins[number]

    def reference(self, value: Any) -> bytes:
        """The new reference of an indirect object, which is copied with the next `drain`."""
        return self._number(value.objgen)

    def text(self, value: Any) -> bytes:
        """A direct value as it stands in the merged file; what it refers to is copied with the next `drain`."""
        if is_suspect(value.unparse(resolved=True) if _is_container(value) else b""):
            if is_unwanted(value):
                return b"null"
            tidy(value)
        return self._renumbered(value.unparse())

    def drain(self) -> None:
        """Copy everything that was referred to, and what that refers to. Raises what qpdf raises."""
        while self._waiting:
            identity = self._waiting.popleft()
            self._copy(self.numbers[identity], self._pdf.get_object(identity))

    def _copy(self, number: int, value: Any) -> None:
        self._check()
        is_stream = isinstance(value, pikepdf.Stream)
        text = _text_of(value, is_stream)
        if is_suspect(text):
            if is_unwanted(value):
                self._out.put(number, b"null")
                return
            tidy(value)
            text = _text_of(value, is_stream)
        if not is_stream:
            self._out.put(number, self._renumbered(text))
            return
        length = value.get("/Length")
        if isinstance(length, int) and length > _LARGEST_STREAM:
            raise SourceTooLargeError(length)
        data = memoryview(value.get_raw_stream_buffer())
        if length != len(data) or b"/Length %d" % len(data) not in text:
            value.stream_dict["/Length"] = len(data)
            text = _text_of(value, is_stream)
        self._out.put_stream(number, self._renumbered(text), data)

    def _renumbered(self, text: bytes) -> bytes:
        return _PIECE.sub(self._piece, text) if b" R" in text else text

    def _piece(self, found: re.Match[bytes]) -> bytes:
        if found[1] is None:
            return found[0]
        return self._number((int(found[1]), int(found[2])))

    def _number(self, identity: ObjectId) -> bytes:
        number = self.numbers.get(identity)
        if number is None:
            if identity == (0, 0):
                return b"null"
            number = self.numbers[identity] = self._out.allocate()
            self._waiting.append(identity)
        return b"%d 0 R" % number


def _text_of(value: Any, is_stream: bool) -> bytes:
    text: bytes = value.stream_dict.unparse() if is_stream else value.unparse(resolved=True)
    return text


def _is_container(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array)
