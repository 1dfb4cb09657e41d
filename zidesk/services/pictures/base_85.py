"""Reading ASCII85, which Python's own library reads letter by letter: too slow for a thousand papers of a school.

Five letters are a number to the base of 85. Here one number is as long as a whole block, with a lane of 64 bits
for each group of five, so that one multiplication reads the next letter of all groups at once.
"""

from typing import Final

_DIGITS: Final = bytes(range(33, 118))
_ZEROS, _ZEROS_LONG = b"z", b"!!!!!"
_GROUP, _LANE, _BYTES = 5, 8, 4
_BLOCK: Final = _GROUP * 16_384  # letters at a time
_VALUES: Final = bytes(max(0, value - 33) for value in range(256))


def from_base_85(text: bytes, most: int, ignored: bytes = b"") -> bytes:
    """The bytes that `text` stands for, or a beginning of them that is longer than `most`; letters in `ignored`
    do not count. Raises ValueError where `base64.a85decode` does."""
    digits = _spelled_out(text.translate(None, ignored))
    if digits.translate(None, _DIGITS):
        raise ValueError("a letter that is no digit")
    result = bytearray()
    for start in range(0, len(digits), _BLOCK):
        result += _block(digits[start : start + _BLOCK])
        if len(result) > most:
            break
    return bytes(result)


def _spelled_out(text: bytes) -> bytes:
    """With five digits for each "z", which may stand between groups only."""
    if _ZEROS not in text:
        return text
    *before, _last = pieces = text.split(_ZEROS)
    if any(len(piece) % _GROUP for piece in before):
        raise ValueError("zeros within a group")
    return _ZEROS_LONG.join(pieces)


def _block(digits: bytes) -> bytes:
    """At the end of the text a group may be incomplete: the letters it lacks are taken for the last digit."""
    lacking = -len(digits) % _GROUP
    values = (digits + _DIGITS[-1:] * lacking).translate(_VALUES)
    groups = len(values) // _GROUP
    total = 0
    for place in range(_GROUP):
        lanes = bytearray(groups * _LANE)
        lanes[::_LANE] = values[place::_GROUP]
        total = total * 85 + int.from_bytes(lanes, "little")
    numbers = total.to_bytes(groups * _LANE, "little")
    if any(numbers[_BYTES::_LANE]):
        raise ValueError("a group above 32 bits")
    result = bytearray(groups * _BYTES)
    for place in range(_BYTES):
        result[place::_BYTES] = numbers[_BYTES - 1 - place :: _LANE]
    return bytes(result[: len(result) - lacking])
