"""What can be done with a preview: the words, signs and keys of each command, in the order of the bar."""

from dataclasses import dataclass
from enum import Enum


class Command(Enum):
    BEFORE = "before"
    AFTER = "after"
    SMALLER = "smaller"
    LARGER = "larger"
    FIT = "fit"
    ACTUAL = "actual"
    TURN_LEFT = "turn-left"
    TURN_RIGHT = "turn-right"
    FIND = "find"
    OPEN = "open"
    FOLDER = "folder"
    ENLARGE = "enlarge"


@dataclass(frozen=True, slots=True)
class Way:
    """How a command is reached. `keys`: shortcuts, the first one shown; `narrow`: has a button in the compact
    form, where the others are in a menu; `icon` "": in the menu only."""

    command: Command
    words: str
    icon: str
    keys: tuple[str, ...] = ()
    narrow: bool = False


PAGING = (
    Way(Command.BEFORE, "Halaman sebelumnya", "chevron-left", ("PgUp",), narrow=True),
    Way(Command.AFTER, "Halaman berikutnya", "chevron-right", ("PgDown",), narrow=True),
)
VIEWING = (
    Way(Command.SMALLER, "Perkecil", "zoom-out", ("-",), narrow=True),
    Way(Command.LARGER, "Perbesar", "zoom-in", ("+", "="), narrow=True),
    Way(Command.FIT, "Paskan ke ruang", "maximize", ("0",)),
    Way(Command.ACTUAL, "Ukuran asli", "", ("1",)),
    Way(Command.TURN_LEFT, "Putar ke kiri", "rotate-ccw", ("Ctrl+L",)),
    Way(Command.TURN_RIGHT, "Putar ke kanan", "rotate-cw", ("Ctrl+R",), narrow=True),
    Way(Command.FIND, "Cari di dalam berkas", "search", ("Ctrl+F",)),
)
LEAVING = (
    Way(Command.OPEN, "Buka di program lain", "external-link", ("Ctrl+Return",), narrow=True),
    Way(Command.FOLDER, "Tampilkan di folder", "folder-open"),
    Way(Command.ENLARGE, "Pratinjau besar", ""),
)
WAYS = (*PAGING, *VIEWING, *LEAVING)


def shown_key(key: str) -> str:
    """A shortcut as it stands on an Indonesian keyboard's labels: "Ctrl+Return" → "Ctrl+Enter"."""
    return key.replace("Return", "Enter").replace("PgDown", "PgDn")


def tip(way: Way) -> str:
    """ "Perbesar (+)" """
    return f"{way.words} ({shown_key(way.keys[0])})" if way.keys else way.words
