"""Windows' own calls about drives, each as one plain function. The library is bound when first used, so that this
module can be imported on any system; tests hand in one that fills buffers as Windows does.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

_QUIET: Final = 0x0001 | 0x8000  # SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX: no "insert a disk" dialog
_SHARE_ALL: Final = 0x1 | 0x2  # FILE_SHARE_READ | FILE_SHARE_WRITE
_OPEN_EXISTING: Final = 3
_QUERY_PROPERTY: Final = 0x002D1400  # IOCTL_STORAGE_QUERY_PROPERTY
_INVALID_HANDLE: Final = ctypes.c_void_p(-1).value
_READ_ONLY_VOLUME: Final = 0x00080000
_NAME: Final = 261  # characters of a label or a file system's name, with the end
_DESCRIPTOR: Final = 1024  # bytes; the text that follows the part we read may be cut


class _PropertyQuery(ctypes.Structure):
    """STORAGE_PROPERTY_QUERY; all zero asks for the device's descriptor."""

    _fields_ = (
        ("property_id", ctypes.c_uint32),
        ("query_type", ctypes.c_uint32),
        ("more", ctypes.c_ubyte * 4),
    )


class _DeviceDescriptor(ctypes.Structure):
    """STORAGE_DEVICE_DESCRIPTOR, up to what is asked of it."""

    _fields_ = (
        ("version", ctypes.c_uint32),
        ("size", ctypes.c_uint32),
        ("device_type", ctypes.c_ubyte),
        ("device_modifier", ctypes.c_ubyte),
        ("removable_media", ctypes.c_ubyte),
        ("command_queueing", ctypes.c_ubyte),
        ("offsets", ctypes.c_uint32 * 4),  # of the vendor, product, revision and serial number
        ("bus_type", ctypes.c_uint32),
    )


@dataclass(frozen=True, slots=True)
class VolumeFacts:
    label: str
    file_system: str
    read_only: bool


class Kernel:
    """`library`: kernel32 with its last error, None for the system's own. Calls that fail raise OSError whose
    `errno` is the Win32 code's nearest."""

    def __init__(self, library: Any = None, last_error: Callable[[], int] | None = None) -> None:
        self._given, self._last_error = library, last_error

    @property
    def _library(self) -> Any:
        if self._given is None:
            self._given = _system_library()
            self._last_error = getattr(ctypes, "get_last_error")  # noqa: B009 – typed on Windows only
        return self._given

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Within the block this thread's questions to an empty drive fail instead of asking for a disk."""
        before = ctypes.c_uint32()
        self._library.SetThreadErrorMode(_QUIET, ctypes.byref(before))
        try:
            yield
        finally:
            self._library.SetThreadErrorMode(before.value, None)

    def roots(self) -> tuple[str, ...]:
        r"""The roots of all letters: "C:\", "E:\"."""
        size = 26 * 4 + 1
        while True:
            buffer = ctypes.create_unicode_buffer(size)
            length = int(self._library.GetLogicalDriveStringsW(size, buffer))
            if length == 0:
                raise self._fault("")
            if length < size:
                return tuple(root for root in ctypes.wstring_at(buffer, length).split("\0") if root)
            size = length + 1  # it tells how much it needs

    def root_of(self, path: str) -> str:
        r"""The root of the volume a path lies on: "C:\", "\\server\berbagi\", a folder it is mounted in."""
        buffer = ctypes.create_unicode_buffer(max(_NAME, len(path) + 2))
        if not self._library.GetVolumePathNameW(path, buffer, len(buffer)):
            raise self._fault(path)
        return buffer.value

    def drive_type(self, root: str) -> int:
        """0 unknown, 1 no such root, 2 removable, 3 fixed, 4 network, 5 optical, 6 in memory. Asks no drive."""
        return int(self._library.GetDriveTypeW(root))

    def volume(self, root: str) -> VolumeFacts:
        label, system = ctypes.create_unicode_buffer(_NAME), ctypes.create_unicode_buffer(_NAME)
        flags = ctypes.c_uint32()
        done = self._library.GetVolumeInformationW(
            root, label, _NAME, None, None, ctypes.byref(flags), system, _NAME
        )
        if not done:
            raise self._fault(root)
        return VolumeFacts(label.value, system.value, bool(flags.value & _READ_ONLY_VOLUME))

    def space(self, root: str) -> tuple[int, int]:
        """Bytes free for this user, and in all."""
        free, total = ctypes.c_uint64(), ctypes.c_uint64()
        if not self._library.GetDiskFreeSpaceExW(root, ctypes.byref(free), ctypes.byref(total), None):
            raise self._fault(root)
        return free.value, total.value

    def bus_type(self, root: str) -> int:
        r"""How the disk of a letter is attached (STORAGE_BUS_TYPE). Needs no rights and no medium."""
        device = "\\\\.\\" + root.rstrip("\\")
        handle = self._library.CreateFileW(device, 0, _SHARE_ALL, None, _OPEN_EXISTING, 0, None)
        if handle in (None, _INVALID_HANDLE):
            raise self._fault(root)
        try:
            query, answer = _PropertyQuery(), ctypes.create_string_buffer(_DESCRIPTOR)
            written = ctypes.c_uint32()
            done = self._library.DeviceIoControl(
                handle,
                _QUERY_PROPERTY,
                ctypes.byref(query),
                ctypes.sizeof(query),
                answer,
                _DESCRIPTOR,
                ctypes.byref(written),
                None,
            )
            if not done or written.value < ctypes.sizeof(_DeviceDescriptor):
                raise self._fault(root)
            return int(_DeviceDescriptor.from_buffer_copy(answer).bus_type)
        finally:
            self._library.CloseHandle(handle)

    def _fault(self, path: str) -> OSError:
        from zidesk.storage.drives.win32_faults import named_fault

        return named_fault(self._last_error() if self._last_error is not None else 0, path)


def _system_library() -> Any:
    """kernel32 with the types of those calls that need them told: handles are wider than an int."""
    library: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009
    library.CreateFileW.restype = ctypes.c_void_p
    word, text, pointer = ctypes.c_uint32, ctypes.c_wchar_p, ctypes.c_void_p
    library.CreateFileW.argtypes = (text, word, word, pointer, word, word, pointer)
    library.DeviceIoControl.argtypes = (pointer, word, pointer, word, pointer, word, pointer, pointer)
    library.CloseHandle.argtypes = (pointer,)
    library.GetDriveTypeW.argtypes = (text,)
    library.GetLogicalDriveStringsW.argtypes = (word, pointer)
    library.GetVolumePathNameW.argtypes = (text, pointer, word)
    library.GetVolumeInformationW.argtypes = (text, pointer, word, pointer, pointer, pointer, pointer, word)
    library.GetDiskFreeSpaceExW.argtypes = (text, pointer, pointer, pointer)
    library.SetThreadErrorMode.argtypes = (word, pointer)
    return library
