"""The block a letter is signed in: place and date, position, room to sign, name, rank, NIP."""

from dataclasses import dataclass

from zidesk.domain.indonesian import format_nip
from zidesk.domain.profile import Person
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.text import Typesetter, clean
from zidesk.services.documents.paper import LETTER, LETTER_BOLD, MM

_ROOM = 25 * MM
SIGNATURE_WIDTH = 80 * MM  # at the right margin


def dots(setter: Typesetter, width: float) -> str:
    """A dotted line to be filled in by hand."""
    return "." * int(width / setter.width(".", LETTER))


@dataclass(frozen=True)
class Signature:
    """`place_and_date` "" leaves that line out. Facts of `person` that are missing become dotted lines."""

    place_and_date: str
    position: str
    person: Person

    def height(self, flow: Flow) -> float:
        return len(self._above(flow.sheet.type)) * LETTER.leading + _ROOM + self._below_height(flow)

    def draw(self, flow: Flow) -> None:
        """At the right margin. The caller sees to it that something stands above on the same page."""
        flow.need(self.height(flow))
        sheet = flow.sheet
        x = flow.frame.x_right - SIGNATURE_WIDTH
        for line in self._above(sheet.type):
            sheet.text(x, flow.y - LETTER.ascent, line, LETTER)
            flow.y -= LETTER.leading
        flow.y -= _ROOM
        for line in self._name(sheet.type):
            baseline = flow.y - LETTER.ascent
            sheet.text(x, baseline, line, LETTER_BOLD)
            if self.person.name.strip():
                sheet.rule(x, baseline - 2, sheet.type.width(line, LETTER_BOLD), 0.7)
            flow.y -= LETTER.leading
        for line in self._rank_and_nip(sheet.type):
            sheet.text(x, flow.y - LETTER.ascent, line, LETTER)
            flow.y -= LETTER.leading

    def _below_height(self, flow: Flow) -> float:
        lines = len(self._name(flow.sheet.type)) + len(self._rank_and_nip(flow.sheet.type))
        return lines * LETTER.leading

    def _above(self, setter: Typesetter) -> list[str]:
        texts = [text for text in (self.place_and_date, f"{self.position},") if text]
        return [line for text in texts for line in setter.lines(clean(text), LETTER, SIGNATURE_WIDTH, most=3)]

    def _name(self, setter: Typesetter) -> list[str]:
        name = clean(self.person.name)
        return (
            setter.lines(name, LETTER_BOLD, SIGNATURE_WIDTH, most=3)
            if name
            else [dots(setter, SIGNATURE_WIDTH * 0.8)]
        )

    def _rank_and_nip(self, setter: Typesetter) -> list[str]:
        rank = clean(self.person.rank)
        nip = clean(format_nip(self.person.nip))
        return [
            *(
                setter.lines(rank, LETTER, SIGNATURE_WIDTH, most=2)
                if rank
                else [dots(setter, SIGNATURE_WIDTH * 0.8)]
            ),
            *setter.lines(f"NIP {nip or dots(setter, SIGNATURE_WIDTH * 0.7)}", LETTER, SIGNATURE_WIDTH, most=2),
        ]
