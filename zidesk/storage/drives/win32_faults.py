"""Win32's error codes about drives as the `errno` every system knows."""

import errno
import os
from typing import Final

_CODES: Final = {
    2: errno.ENOENT,  # FILE_NOT_FOUND
    3: errno.ENOENT,  # PATH_NOT_FOUND
    5: errno.EACCES,  # ACCESS_DENIED
    15: errno.ENODEV,  # INVALID_DRIVE
    19: errno.EROFS,  # WRITE_PROTECT
    21: errno.ENXIO,  # NOT_READY: a reader without a card
    53: errno.ENODEV,  # BAD_NETPATH
    55: errno.ENODEV,  # DEV_NOT_EXIST: the share is gone
    64: errno.ESTALE,  # NETNAME_DELETED
    67: errno.ENODEV,  # BAD_NET_NAME
    121: errno.ETIMEDOUT,  # SEM_TIMEOUT: a share that does not answer
    123: errno.ENOENT,  # INVALID_NAME
    433: errno.ENXIO,  # NO_SUCH_DEVICE: pulled out
    1005: errno.EIO,  # UNRECOGNIZED_VOLUME: not formatted
    1110: errno.ESTALE,  # MEDIA_CHANGED
    1112: errno.ENXIO,  # NO_MEDIA_IN_DRIVE
    1167: errno.ENXIO,  # DEVICE_NOT_CONNECTED
    1231: errno.ENODEV,  # NETWORK_UNREACHABLE
}


def named_fault(code: int, path: str) -> OSError:
    """The OSError of a Win32 error code, about `path`; codes that say nothing of drives are EIO."""
    number = _CODES.get(code, errno.EIO)
    return OSError(number, os.strerror(number), path)
