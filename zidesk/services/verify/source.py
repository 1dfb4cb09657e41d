"""Where a bag lies, folder or zip, behind one small protocol.

A source lists what is there first; later only listed entries are opened. No path that is written inside
the bag (manifest, fetch.txt) is ever handed to the system, so none can lead out of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from zidesk.domain.progress import CancelToken
from zidesk.services.verify.result import FaultKind


class EntryUnreadableError(Exception):
    """An entry cannot be read to its end; `facts` fill the sentence of `kind`."""

    def __init__(self, kind: FaultKind, **facts: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something found while listing that is not a plain file; it is not opened."""

    kind: FaultKind
    path: str
    serious: bool = True
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(slots=True)
class Listing:
    """All that is in a bag; paths are relative to the bag with "/".

    `files`: path → size in bytes of each plain file. `folders`: every folder. `blocked`: paths that are
    there but must not be opened (they are in `oddities` too), so nobody reports them as missing as well.
    """

    files: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    blocked: set[str] = field(default_factory=set)
    oddities: list[Oddity] = field(default_factory=list)

    def block(self, kind: FaultKind, path: str, **facts: object) -> None:
        self.blocked.add(path)
        self.files.pop(path, None)
        self.oddities.append(Oddity(kind, path, facts=tuple(facts.items())))


class Source(Protocol):
    """A bag that can be listed and read, from several threads at once."""

    @property
    def root_names(self) -> tuple[str, ...]:
        """The names the bag's base folder goes by; one that ends in `.belum-selesai` tells of a half bag."""

    def scan(self, cancel: CancelToken) -> Listing:
        """Everything in the bag; raises `Cancelled` when asked to stop."""

    def changes_of_form(self) -> Iterator[Oddity]:
        """What has changed beside the files, asked only of a bag ZIDesk has made; after `scan`."""

    def blocks(self, path: str, buffer: bytearray) -> Iterator[memoryview]:
        """The content of a listed file; each block is valid until the next one is asked for.

        Raises `EntryUnreadableError` when the file cannot be read to its end.
        """
