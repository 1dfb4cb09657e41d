"""Whether an .xls asks for a password.

Excel encrypts a workbook whose *structure* is protected with a password that every copy of Excel knows and
tries by itself ([MS-XLS] 2.4.117). Such forms are common in offices and open without a question, so they
are not called locked.
"""

import hashlib
import struct

_FILEPASS = 0x002F
_BEFORE_IT = {0x0809, 0x0086}  # BOF, write protection
_EVERYBODYS_PASSWORD = "VelvetSweatshop".encode("utf-16-le")
_XOR_VERIFIER = 0x9A0A  # of that password, for the oldest scheme


def xls_needs_password(workbook: bytes) -> bool:
    """`workbook`: the first bytes of the Workbook stream."""
    at = 0
    while at + 4 <= len(workbook):
        record, length = struct.unpack_from("<HH", workbook, at)
        if record == _FILEPASS:
            return not _opens_by_itself(workbook[at + 4 : at + 4 + length])
        if record not in _BEFORE_IT:
            return False
        at += 4 + length
    return False


def _opens_by_itself(filepass: bytes) -> bool:
    if len(filepass) >= 6 and filepass[:2] == b"\x00\x00":
        return int.from_bytes(filepass[4:6], "little") == _XOR_VERIFIER
    if len(filepass) >= 54 and filepass[:6] == b"\x01\x00\x01\x00\x01\x00":
        return _rc4_password_fits(filepass[6:22], filepass[22:38], filepass[38:54])
    return False


def _rc4_password_fits(salt: bytes, verifier: bytes, verifier_hash: bytes) -> bool:
    """The 40-bit scheme of Office 97 ([MS-OFFCRYPTO] 2.3.6)."""
    short = _md5(_EVERYBODYS_PASSWORD)[:5]
    key = _md5(_md5((short + salt) * 16)[:5] + bytes(4))
    plain = _rc4(key, verifier + verifier_hash)
    return _md5(plain[:16]) == plain[16:]


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
