"""A PDF being written from its first byte to its last (ISO 32000-1, 7.5). Nothing of it is kept but where each
object lies; objects may be promised by number long before they are written."""

import hashlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TypeAlias

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LARGEST_OFFSET = 9_999_999_999  # ten digits, all that the table of places can say

Bytes: TypeAlias = bytes | bytearray | memoryview


class WriteFaultError(Exception):
    """The drive refused: never to be taken for a fault of the source in hand. `fault`: what it said."""

    def __init__(self, fault: OSError) -> None:
        super().__init__(str(fault))
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the file was."""

    position: int
    objects: int


class PdfFile:
    """Every method may raise WriteFaultError."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._places = array("Q", [0])  # by object number; 0: not written
        self._position = 0
        self._write(_HEAD)

    def allocate(self) -> int:
        """The number of an object that is written later; one that never is counts as null."""
        self._places.append(0)
        return len(self._places) - 1

    def put(self, number: int, body: bytes) -> None:
        self._begin(number)
        self._write(body)
        self._write(b"\nendobj\n")

    def put_stream(self, number: int, dictionary: bytes, data: Bytes) -> None:
        """`dictionary`: finished, with the right /Length."""
        self._begin(number)
        self._write(dictionary)
        self._write(b"\nstream\n")
        self._write(data)
        self._write(b"\nendstream\nendobj\n")

    @contextmanager
    def streaming(self, number: int, dictionary: bytes, length: int) -> Iterator[IO[bytes]]:
        """For data that is not in memory: write exactly `length` bytes to what is handed out."""
        self._begin(number)
        self._write(dictionary)
        self._write(b"\nstream\n")
        yield self._out
        self._position += length
        self._write(b"\nendstream\nendobj\n")

    def mark(self) -> Mark:
        return Mark(self._position, len(self._places))

    def back_to(self, mark: Mark) -> None:
        """Forget everything since; numbers that were promised before must not have been written since."""
        try:
            self._out.seek(mark.position)
            self._out.truncate()
        except OSError as fault:
            raise WriteFaultError(fault) from fault
        self._position = mark.position
        del self._places[mark.objects :]

    def finish(self, root: int, info: int) -> None:
        """The table of places and the end. The file's identity comes from its structure, so it stays the same."""
        start = self._position
        count = len(self._places)
        lines = [b"xref\n0 %d\n0000000000 65535 f \n" % count]
        lines.extend(
            b"%010d 00000 n \n" % place if place else b"0000000000 00001 f \n" for place in self._places[1:]
        )
        self._write(b"".join(lines))
        identity = hashlib.sha256(self._places.tobytes()).hexdigest()[:32].encode("ascii")
        self._write(
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s><%s>] >>\nstartxref\n%d\n%%%%EOF\n"
            % (count, root, info, identity, identity, start)
        )

    def _begin(self, number: int) -> None:
        if self._position > _LARGEST_OFFSET:
            raise OverflowError(self._position)
        self._places[number] = self._position
        self._write(b"%d 0 obj\n" % number)

    def _write(self, data: Bytes) -> None:
        try:
            self._out.write(data)
        except OSError as fault:
            raise WriteFaultError(fault) from fault
        self._position += len(data)
