"""The licences of what goes along: with all texts beside the frozen program, and as a list in the tree.

`python installers/notices.py` writes the list, THIRD-PARTY-NOTICES.md; a test says when it is to be written again.
"""

import importlib.metadata as metadata
import re
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from zidesk import __version__

NAME = "LISENSI-PIHAK-KETIGA.txt"
LIST = "THIRD-PARTY-NOTICES.md"
ONLY_ON_WINDOWS = {"colorama": "BSD License", "greenlet": "MIT AND PSF-2.0", "tzdata": "Apache-2.0"}
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_TEXT = {"", ".txt", ".md", ".rst"}
_RULE = "=" * 78
# PySide6's wheel brings no text; its licence wants it named, with where the source is
_QT = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3; its text stands at the end.\n"
    "Their source: https://download.qt.io/official_releases/.\n"
    "They are separate files in this folder and may be replaced by other builds of the same version.\n"
)
_HEAD = """\
# Third-party notices

What goes along with ZIDesk in its installers. The full texts, with the versions that were packed, are in
`LISENSI-PIHAK-KETIGA.txt` beside the installed program. Written by `python installers/notices.py`.

Qt, PySide6 and pi-heif (with libheif and libde265) are under the LGPL, version 3: they are separate files in the
program's folder and may be replaced by other builds of the same version. Its text: `installers/licences/`.

| library | licence |
|---|---|
"""
_OTHERS = (
    ("Python", "PSF-2.0"),
    ("PyInstaller's start program", "GPL-2.0 with an exception for the programs it starts"),
    ("Liberation Sans (`resources/fonts`)", "SIL OFL 1.1"),
    ("DejaVu Sans (`resources/fonts`)", "Bitstream Vera licence"),
    ("Lucide icons (`resources/icons`)", "ISC"),
)


def write_notices(root: Path, out: Path) -> None:
    """One file: every library that the program needs, its version, its licence, its texts."""
    parts = [f"Pustaka yang disertakan dalam ZIDesk {__version__}, dengan lisensinya.\n"]
    for name in sorted(needed_libraries()):
        found = metadata.distribution(name)
        parts.append(f"{_RULE}\n{found.metadata['Name']} {found.version}\nLisensi: {licence_of(name)}\n")
        parts.extend(_texts(found))
        if name.startswith(("pyside6", "shiboken6")):
            parts.append(_QT)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        parts.append(f"{_RULE}\nPython {sysconfig.get_python_version()}\n\n{python.read_text(encoding='utf-8')}")
    for folder in ("resources", "installers/licences"):
        for text in sorted((root / folder).rglob("*.txt" if "licences" in folder else "LICENSE*")):
            place = text.relative_to(root).as_posix()
            parts.append(f"{_RULE}\n{place}\n\n{text.read_text(encoding='utf-8')}")
    out.write_text("\n".join(parts), encoding="utf-8")


def notices_list() -> str:
    """The list for the tree; without versions, which differ from one build to the next."""
    libraries = {name: licence_of(name) for name in needed_libraries()} | ONLY_ON_WINDOWS
    rows = (*sorted(libraries.items()), *_OTHERS)
    return _HEAD + "".join(f"| {name} | {licence} |\n" for name, licence in rows)


def needed_libraries() -> set[str]:
    """All distributions that the program requires on this system, by normal names."""
    seen: set[str] = set()
    waiting = ["zidesk"]
    while waiting:
        one = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if one in seen:
            continue
        seen.add(one)
        for line in metadata.requires(one) or ():
            wanted, _, marker = line.partition(";")
            needed = re.split(r"[\s<>=!~\[(]", wanted.strip(), maxsplit=1)[0]
            if "extra" not in marker and _is_installed(needed):
                waiting.append(needed)
    return seen - {"zidesk"}


def licence_of(name: str) -> str:
    """As the distribution states it; "" if it says nothing."""
    described = metadata.metadata(name)
    classified = [line.split(" :: ")[-1] for line in described.get_all("Classifier", []) if "License ::" in line]
    stated = described.get("License-Expression") or ", ".join(classified) or described.get("License", "")
    return str(stated).splitlines()[0] if stated else ""


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:  # for another system or another Python
        return False
    return True


def _texts(found: metadata.Distribution) -> Iterator[str]:
    for file in found.files or ():
        inside = file.as_posix().partition(".dist-info/")[2]
        if _LICENCE_FILE.search(inside) and file.suffix in _TEXT:
            yield file.read_binary().decode("utf-8", errors="replace")  # some are older than that


if __name__ == "__main__":
    (Path(__file__).resolve().parents[1] / LIST).write_text(notices_list(), encoding="utf-8")
