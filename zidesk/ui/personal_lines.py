"""The lines of the overview about files that might hold personal data. Pure functions, no Qt widgets."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from zidesk.domain.evidence import INBOX
from zidesk.domain.instrument import Instrument
from zidesk.messages.privacy import found_words
from zidesk.ui.overview_lines import spoken_code
from zidesk.ui.widgets.line import Cell, Line

if TYPE_CHECKING:
    from zidesk.services.privacy.suggesting import Suggestion


def suggestion_lines(instrument: Instrument, suggestions: "Sequence[Suggestion]") -> tuple[Line, ...]:
    """One line for each file; it leads to the number of its first use."""
    return tuple(_line(instrument, item) for item in suggestions)


def _line(instrument: Instrument, item: "Suggestion") -> Line:
    use, found = item.use, found_words(item.found)
    place = "Kotak masuk" if use.question_code == INBOX else spoken_code(instrument, use.question_code)
    title = use.original_name if use.question_code == INBOX else use.title
    return Line(
        (
            Cell(place, chip=True),
            Cell(title, rest=True),
            Cell(found, "muted", right=True, small=True),
        ),
        f"{place} {use.original_name}: mungkin memuat data pribadi, {found}",
        str(use.id),
    )
