"""A kernel32 that fills buffers as Windows does, for drives that are told to it."""

import ctypes
import struct
from dataclasses import dataclass, field
from typing import Any

NOT_READY, BAD_NETPATH, INVALID_FUNCTION = 21, 53, 1
_HANDLE = 0x1234_5678_9ABC  # wider than 32 bits, as handles may be


@dataclass
class FakeDrive:
    """`fault`: the error every question to the drive itself ends with. `bus` None: the driver does not say."""

    type_: int
    label: str = ""
    file_system: str = "NTFS"
    free: int = 0
    total: int = 0
    flags: int = 0
    bus: int | None = 11
    fault: int = 0


@dataclass
class FakeKernel32:
    drives: dict[str, FakeDrive] = field(default_factory=dict)
    error: int = 0
    quiet: int = 0  # the thread's error mode
    noisy: list[str] = field(default_factory=list)  # drives asked while a dialog could have come up
    opened: list[int] = field(default_factory=list)

    def last_error(self) -> int:
        return self.error

    def SetThreadErrorMode(self, mode: int, before: Any) -> int:
        if before is not None:
            before._obj.value = self.quiet
        self.quiet = mode
        return 1

    def GetLogicalDriveStringsW(self, size: int, buffer: Any) -> int:
        text = "".join(f"{root}\0" for root in self.drives if not root.startswith("\\\\"))
        if len(text) + 1 > size:
            return len(text) + 1
        _fill(buffer, text + "\0")
        return len(text)

    def GetDriveTypeW(self, root: str) -> int:
        return self.drives[root].type_ if root in self.drives else 1

    def GetVolumePathNameW(self, path: str, buffer: Any, size: int) -> int:
        roots = [root for root in self.drives if path.casefold().startswith(root.casefold())]
        if not roots:
            return self._refuse(BAD_NETPATH)
        root = max(roots, key=len)
        assert len(root) < size
        _fill(buffer, root + "\0")
        return 1

    def GetVolumeInformationW(
        self, root: str, label: Any, room: int, serial: Any, longest: Any, flags: Any, system: Any, room2: int
    ) -> int:
        drive = self._asked(root)
        if drive.fault:
            return self._refuse(drive.fault)
        assert len(drive.label) < room and len(drive.file_system) < room2
        _fill(label, drive.label + "\0")
        _fill(system, drive.file_system + "\0")
        flags._obj.value = drive.flags
        return 1

    def GetDiskFreeSpaceExW(self, root: str, free: Any, total: Any, everyones: Any) -> int:
        drive = self._asked(root)
        if drive.fault:
            return self._refuse(drive.fault)
        free._obj.value, total._obj.value = drive.free, drive.total
        return 1

    def CreateFileW(
        self, name: str, access: int, share: int, security: Any, how: int, flags: int, template: Any
    ) -> int | None:
        assert (access, how) == (0, 3)
        root = name.removeprefix("\\\\.\\") + "\\"
        if root not in self.drives:
            self._refuse(2)
            return ctypes.c_void_p(-1).value
        self.opened.append(_HANDLE)
        self._device = self.drives[root]
        return _HANDLE

    def DeviceIoControl(
        self, handle: int, code: int, query: Any, size: int, answer: Any, room: int, written: Any, overlapped: Any
    ) -> int:
        assert handle == _HANDLE and code == 0x002D1400 and size == 12
        assert bytes(query._obj) == bytes(12)
        if self._device.bus is None:
            return self._refuse(INVALID_FUNCTION)
        told = struct.pack("<IIBBBB4III", 40, 48, 0, 0, 0, 0, 0, 0, 0, 0, self._device.bus, 4) + b"data"
        ctypes.memmove(answer, told, len(told))
        written._obj.value = len(told)
        return 1

    def CloseHandle(self, handle: int) -> int:
        self.opened.remove(handle)
        return 1

    def _asked(self, root: str) -> FakeDrive:
        if not self.quiet & 0x1:
            self.noisy.append(root)
        # a folder of the system the tests run on has no such sign at its end
        return self.drives.get(root) or self.drives[root.removesuffix("\\")]

    def _refuse(self, code: int) -> int:
        self.error = code
        return 0


def _fill(buffer: Any, text: str) -> None:
    for place, sign in enumerate(text):
        buffer[place] = sign
