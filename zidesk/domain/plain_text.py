"""Text from outside (names of files, words on a command line) as any file or database can hold it."""

import re

_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def storable_text(text: str) -> str:
    """`text` with a replacement character for each piece of it that is no character.

    Systems hand over names that are not UTF-8 (old sticks, other keyboards) with such pieces in them, and
    neither UTF-8 nor SQLite takes those.
    """
    return _HALF_CHARACTER.sub(_REPLACEMENT, text)
