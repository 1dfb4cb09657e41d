"""The changes a user can make, one value for each, and what performing one tells.

The ids are those of evidence uses. INBOX stands for a question's code where a change takes one.
"""

from dataclasses import dataclass
from datetime import date

from zidesk.domain.evidence import StoredFile
from zidesk.domain.privacy import PersonalDecision
from zidesk.domain.profile import Profile
from zidesk.domain.redaction import Box
from zidesk.storage.repositories.use_record import UseRecord


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """Answer a question, by the canonical text, or write its note, or both; None leaves what is there.

    `instead_of`: what must stand there now, in the same fields; otherwise the change is refused.
    """

    code: str
    text: str | None = None
    note: str | None = None
    instead_of: "SetAnswer | None" = None


@dataclass(frozen=True, slots=True)
class EditUse:
    """What a person wrote about a use: all of it as it shall be."""

    use_id: int
    title: str
    number: str = ""
    dated: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReorderUses:
    """The whole list of a question or of the inbox, in its new order."""

    code: str
    use_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AddUses:
    """Uses that were attached. Performed after attaching it changes nothing but gives the way back."""

    use_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RemoveUses:
    """Into the bin. `if_there`: those that lie in it already, or were purged from it, are left out; refused only
    when all of them were purged."""

    use_ids: tuple[int, ...]
    if_there: bool = False


@dataclass(frozen=True, slots=True)
class RestoreUses:
    """Out of the bin, each to its former place."""

    use_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoveUses:
    """To the end of another question's list, or of the inbox's; links to documents stay behind."""

    use_ids: tuple[int, ...]
    code: str


@dataclass(frozen=True, slots=True)
class ShareUses:
    """Use the same files under these questions as well."""

    use_ids: tuple[int, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceUses:
    """Move to the first of these questions and share with the others; where one is named, each then stands for
    the `document` that the first question expects."""

    use_ids: tuple[int, ...]
    codes: tuple[str, ...]
    document: str = ""


@dataclass(frozen=True, slots=True)
class ReplaceFile:
    """Another content, stored already, takes a use's place with all its facts, as a new use; the former use
    goes to the bin."""

    use_id: int
    file: StoredFile
    original_name: str


@dataclass(frozen=True, slots=True)
class SetFulfilment:
    """Whether a use stands for a document its question expects."""

    use_id: int
    document: str
    on: bool


@dataclass(frozen=True, slots=True)
class ReplaceProfile:
    profile: Profile


@dataclass(frozen=True, slots=True)
class PutBack:
    """The way back for uses: pairs of how each must be now and how it shall be. Made by performing. Those that
    were purged meanwhile are left out; refused only when all of them were."""

    pairs: tuple[tuple[UseRecord, UseRecord], ...]


@dataclass(frozen=True, slots=True)
class DecidePersonal:
    """Whether these contents (their SHA-256) hold personal data, for every use of them."""

    contents: tuple[str, ...]
    personal: bool


@dataclass(frozen=True, slots=True)
class PutBackDecisions:
    """The way back for decisions: what each content's shall be, None for undecided. Made by performing."""

    decisions: tuple[tuple[str, PersonalDecision | None], ...]


@dataclass(frozen=True, slots=True)
class SetRedactions:
    """All the boxes that cover parts of a content (its SHA-256), for every use of it."""

    sha256: str
    boxes: tuple[Box, ...]


UseChange = (
    EditUse
    | ReorderUses
    | AddUses
    | RemoveUses
    | RestoreUses
    | MoveUses
    | ShareUses
    | PlaceUses
    | ReplaceFile
    | SetFulfilment
    | PutBack
)
Change = SetAnswer | ReplaceProfile | DecidePersonal | PutBackDecisions | SetRedactions | UseChange


@dataclass(frozen=True, slots=True)
class Done:
    """What performing a change told.

    `inverse` undoes it when performed, and gives in turn the change that does it again. `codes` are the
    questions touched (INBOX among them) and `use_ids` the uses, new ones included. `changed` is False when
    everything was so already; the inverse then does nothing either. `gone`: how many uses were left out because
    they have been purged from the bin.
    """

    inverse: Change
    codes: tuple[str, ...] = ()
    use_ids: tuple[int, ...] = ()
    changed: bool = True
    gone: int = 0
