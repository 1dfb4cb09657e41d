"""What the system's refusals mean to a user."""

import errno

_REASONS = {
    "full": {errno.ENOSPC, errno.EDQUOT, errno.EFBIG},
    "denied": {errno.EACCES, errno.EPERM, errno.EROFS},
    "vanished": {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTDIR},
    "busy": {errno.EBUSY, errno.ETXTBSY},
}


def fault_reason(fault: OSError) -> str:
    """`full`, `denied`, `vanished`, `busy` or `other`, as StorageFault and DriveFault carry it."""
    return next((reason for reason, codes in _REASONS.items() if fault.errno in codes), "other")


def words_of(fault: OSError) -> str:
    """The system's own words, without the path they repeat."""
    return fault.strerror or str(fault)
