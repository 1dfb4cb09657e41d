"""Texts in a CSV file, which a spreadsheet would take for formulas when they begin like one."""

import re

_LIKE_A_FORMULA = re.compile(r"[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_GUARD = "'"


def guarded(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would calculate it, or would find one to drop."""
    return f"{_GUARD}{text}" if _LIKE_A_FORMULA.match(text) or _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text
