"""The headings of a table, and how they are recognised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zidesk.domain.errors import TableUnreadable

CODE, ANSWER, NOTE = "kode", "jawaban", "catatan"


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns of one kind of table. `aliases`: other names people give them."""

    required: tuple[str, ...]
    known: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)

    def names_of(self, cells: Sequence[str]) -> list[str]:
        """Headings as they are compared: "  Kode " is "kode"; an alias is the column it stands for."""
        plain = (" ".join(cell.split()).casefold() for cell in cells)
        return [self.aliases.get(name, name) for name in plain]

    def is_heading(self, cells: Sequence[str]) -> bool:
        """Whether the row names every column that must be there."""
        return set(self.required) <= set(self.names_of(cells))

    def wanted(self, cells: Sequence[str]) -> list[int]:
        """The places of the columns that are read."""
        return [place for place, name in enumerate(self.names_of(cells)) if name in self.known]

    def places(self, path: Path, cells: Sequence[str]) -> dict[str, int]:
        """Where each known column stands; those that are missing and may be are left out.

        Raises TableUnreadable for one that must be there and is not, and for one that is there twice.
        """
        names = self.names_of(cells)
        for name in self.known:
            if names.count(name) > 1:
                raise TableUnreadable(path, "columns", f"kolom {name} ada lebih dari satu")
        missing = [name for name in self.required if name not in names]
        if missing:
            raise TableUnreadable(path, "columns", f"yang tidak ada: {', '.join(missing)}")
        return {name: names.index(name) for name in self.known if name in names}


ANSWERS = Headings((CODE, ANSWER), (CODE, ANSWER, NOTE))
