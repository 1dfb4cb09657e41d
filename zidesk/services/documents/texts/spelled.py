"""Whole numbers in Indonesian words."""

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_GROUPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def spelled(number: int) -> str:
    """1250 → "seribu dua ratus lima puluh". Raises ValueError beyond 999 trillion."""
    if number < 0:
        return f"minus {spelled(-number)}"
    if number >= 10**15:
        raise ValueError(number)
    if number < 1000:
        return _below_thousand(number) or _DIGITS[0]
    words: list[str] = []
    for size, name in _GROUPS:
        count, number = divmod(number, size)
        if count:
            words.append("seribu" if name == "ribu" and count == 1 else f"{_below_thousand(count)} {name}")
    return " ".join(filter(None, (*words, _below_thousand(number))))


def _below_thousand(number: int) -> str:
    """ "" for zero."""
    hundreds, rest = divmod(number, 100)
    words = ["" if not hundreds else "seratus" if hundreds == 1 else f"{_DIGITS[hundreds]} ratus"]
    if 0 < rest < 10:
        words.append(_DIGITS[rest])
    elif rest in (10, 11):
        words.append("sepuluh" if rest == 10 else "sebelas")
    elif 11 < rest < 20:
        words.append(f"{_DIGITS[rest - 10]} belas")
    elif rest:
        tens, ones = divmod(rest, 10)
        words.append(f"{_DIGITS[tens]} puluh" + (f" {_DIGITS[ones]}" if ones else ""))
    return " ".join(filter(None, words))
