"""How the ZIP files of a bundle in parts are named, and how each tells which one it is."""

import re
from dataclasses import dataclass

NOTE = "BACA-DULU.txt"  # lies in each part, beside the bundle's folder
MOST_PARTS = 99  # nobody hands over more, and every system can hold so many open at once
_COMMENT = re.compile(r"ZIDesk: bagian ([1-9]\d?) dari ([1-9]\d?) dari paket ([ -~]{1,80})")


@dataclass(frozen=True, slots=True)
class Part:
    """One of several ZIP files: `number` from 1 to `total`; `root_name` is the bundle's folder."""

    root_name: str
    number: int
    total: int

    def siblings(self) -> tuple[str, ...]:
        """The names of all parts, its own included, in order."""
        return tuple(part_name(self.root_name, number, self.total) for number in range(1, self.total + 1))


def part_name(root_name: str, number: int, total: int) -> str:
    """`….bagian-01-dari-12.zip`: sorted by name they stand in order."""
    return f"{root_name}.bagian-{number:0{len(str(total))}d}-dari-{total}.zip"


def part_comment(part: Part) -> str:
    """What stands in the ZIP file's comment, ASCII."""
    return f"ZIDesk: bagian {part.number} dari {part.total} dari paket {part.root_name}"


def part_of(comment: bytes) -> Part | None:
    """The part a ZIP file says it is, None when it is whole or another program's."""
    found = _COMMENT.fullmatch(comment.decode("ascii", "replace"))
    if found is None:
        return None
    number, total, root_name = int(found[1]), int(found[2]), found[3]
    if not number <= total or total < 2 or "/" in root_name or "\\" in root_name:
        return None
    return Part(root_name, number, total)
