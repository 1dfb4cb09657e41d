"""A requirement's value and limit as papers print them."""

from zidesk.domain.criteria import Criterion
from zidesk.domain.indonesian import format_number


def value_words(criterion: Criterion) -> str:
    """ "79,56", "65,67 %", "sudah"."""
    if criterion.id == "prasyarat":
        return "sudah" if criterion.met else "belum"
    return f"{format_number(criterion.value)}{' %' if criterion.percent else ''}"


def limit_words(criterion: Criterion) -> str:
    """ "75,00", "60,00 %", "ya", "?" where the limit is not confirmed."""
    if criterion.minimum is None:
        return "?"
    if criterion.id == "prasyarat":
        return "ya"
    return f"{format_number(criterion.minimum)}{' %' if criterion.percent else ''}"
