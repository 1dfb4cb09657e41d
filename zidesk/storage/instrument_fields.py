"""The fields of a sheet's record, each read with its type; what is wrong is named by node and reason.

Functions take the record, the key and the node's code, and raise NodeError. Numbers are kept as fractions,
so that 0.67 is 67/100 and weights add up.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeGuard

from zidesk.domain.formula import Formula, FormulaError

_HALF_PAIR = re.compile("[\ud800-\udfff]")
_NO_PAIRS = "isinya bukan pasangan nama dan nilai"
FOR_READERS = "catatan_pembaca"  # stands beside a remark for researchers, in words for everybody
_LONGEST_NUMBER = 12  # digits before and after the decimal sign: more are a slip, and would stop the program


class NodeError(Exception):
    """A node that cannot be read: its code and the reason."""

    def __init__(self, code: str, reason: str) -> None:
        self.code, self.reason = code, reason


def shown_key(data: Any, key: str) -> str:
    """The field to show: the words for readers where there are any, else `key`. Raises nothing."""
    return FOR_READERS if isinstance(data, dict) and FOR_READERS in data else key


def filled_list_of(data: Any, key: str, code: str) -> list[Any]:
    """A list that must be there and hold something."""
    items = list_of(data, key, code)
    if not items:
        raise NodeError(code, f"tidak memuat “{key}”")
    return items


def list_of(data: Any, key: str, code: str) -> list[Any]:
    """A list that may be missing."""
    if not isinstance(data, dict):
        raise NodeError(code, _NO_PAIRS)
    items = data.get(key)
    if items is not None and not isinstance(items, list):
        raise NodeError(code, f"“{key}” bukan daftar")
    return items or []


def texts_of(data: Any, key: str, code: str) -> tuple[str, ...]:
    """A list of texts that may be missing."""
    items = list_of(data, key, code)
    if not all(_is_text(item) for item in items):
        raise NodeError(code, f"“{key}” memuat isi yang bukan teks")
    return tuple(items)


def text_of(data: Any, key: str, code: str, default: str | None = None) -> str:
    """A text field; without a default it must be there."""
    if not isinstance(data, dict):
        raise NodeError(code, _NO_PAIRS)
    value = data.get(key)
    if value is None and default is not None:
        return default
    if not _is_text(value) or (default is None and not value.strip()):
        raise NodeError(code, f"“{key}” kosong atau bukan teks")
    return value


def _is_text(value: Any) -> TypeGuard[str]:
    """Half a surrogate pair, which JSON can spell, is no text: no file and no database could hold it."""
    return isinstance(value, str) and (value.isascii() or _HALF_PAIR.search(value) is None)


def numeral_of(value: Any, code: str) -> str:
    """The number of an area or sub-area: 1, "iii" or nothing."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return text_of({"nomor": value}, "nomor", code, "")


def number_of(value: Any, code: str, key: str) -> Fraction:
    """A number that must be there, exactly as it is written; `key` names it in the reason."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise NodeError(code, f"“{key}” bukan angka")
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_LONGEST_NUMBER or number.adjusted() > _LONGEST_NUMBER:
        raise NodeError(code, f"“{key}” di luar jangkauan")
    return Fraction(value)


def formula_of(text: Any, code: str) -> Formula | None:
    """A formula that may be missing."""
    if text is None:
        return None
    try:
        return Formula(str(text))
    except FormulaError as fault:
        raise NodeError(code, f"rumus “{str(text)[:60]}” tidak dikenal") from fault
