"""What stands above and below the room to sign, for every format."""

from zidesk.domain.indonesian import format_nip
from zidesk.services.documents.model.inline import Run, Text, dots
from zidesk.services.documents.model.signatures import Signer

STAMP_WORDS = "Meterai"


def position_line(signer: Signer) -> str:
    return f"{signer.position}," if signer.position else ""


def name_lines(signer: Signer) -> tuple[Text, ...]:
    """Name (bold, underlined), rank and NIP; dotted lines for what is missing."""
    person = signer.person
    name: Text = (Run(person.name, bold=True, underline=True),) if person.name.strip() else dots(64)
    if not signer.nip:
        return (name,)
    nip = format_nip(person.nip.strip())
    return name, person.rank.strip() or dots(64), f"NIP {nip or dots(54)}"
