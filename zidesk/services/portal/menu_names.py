"""Short names, as assessors use them: of areas in the menu, of questions in speech."""

from zidesk.domain.errors import UnknownQuestion
from zidesk.domain.instrument import Instrument

_FIRST_WORDS = ("Penataan Sistem ", "Penataan ", "Penguatan ", "Peningkatan Kualitas ")
_LAST_WORDS = (" Aparatur", " Kinerja")
_SPOKEN = {"Pelayanan Publik": "Layanan Publik"}


def menu_name(area: str) -> str:
    """ "Penataan Sistem Manajemen SDM Aparatur" → "Manajemen SDM"; names of other sheets stay as they are."""
    for first in _FIRST_WORDS:
        if area.startswith(first):
            name = area.removeprefix(first)
            for last in _LAST_WORDS:
                name = name.removesuffix(last)
            return _SPOKEN.get(name, name)
    return area


def spoken_prefixes(instrument: Instrument) -> tuple[str, ...]:
    """What may be left out before a code, in the order `Instrument.resolve` tries it."""
    first = instrument.components[0]
    return ("", f"{first.children[0].code}.", f"{first.code}.")


def spoken_code(instrument: Instrument, code: str) -> str:
    """The shortest form that still means this question: "A.I.1.iii.b" → "1.iii.b"."""
    for prefix in spoken_prefixes(instrument)[1:]:
        short = code.removeprefix(prefix)
        if short != code and _means(instrument, short, code):
            return short
    return code


def _means(instrument: Instrument, spoken: str, code: str) -> bool:
    try:
        return instrument.resolve(spoken) == code
    except UnknownQuestion:
        return False
