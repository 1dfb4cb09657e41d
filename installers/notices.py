"""The licences of the libraries that go along, from what they bring themselves."""

import importlib.metadata as metadata
import re
import sysconfig
from collections.abc import Iterator
from pathlib import Path

NAME = "LISENSI-PIHAK-KETIGA.txt"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_TEXT = {"", ".txt", ".md", ".rst"}
_RULE = "=" * 78
# PySide6's wheel brings no text; its licence wants it named, with where the source is
_QT = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3:\n"
    "https://www.gnu.org/licenses/lgpl-3.0.html. Their source: https://download.qt.io/official_releases/.\n"
    "They are separate files in this folder and may be replaced by other builds of the same version.\n"
)


def write_notices(root: Path, out: Path) -> None:
    """One file: every library that the program needs, its version, its licence, its texts."""
    parts = [f"Pustaka yang disertakan dalam ZIDesk {metadata.version('zidesk')}, dengan lisensinya.\n"]
    for name in sorted(_needed("zidesk") - {"zidesk"}):
        found = metadata.distribution(name)
        parts.append(f"{_RULE}\n{found.metadata['Name']} {found.version}\n{_licence(found)}\n")
        parts.extend(_texts(found))
        if name.startswith(("pyside6", "shiboken6")):
            parts.append(_QT)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        parts.append(f"{_RULE}\nPython {sysconfig.get_python_version()}\n\n{python.read_text(encoding='utf-8')}")
    for text in sorted((root / "resources").rglob("LICENSE*")):
        parts.append(f"{_RULE}\n{text.relative_to(root)}\n\n{text.read_text(encoding='utf-8')}")
    out.write_text("\n".join(parts), encoding="utf-8")


def _needed(name: str) -> set[str]:
    """The distribution and all that it requires here, by normal names."""
    seen: set[str] = set()
    waiting = [name]
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
    return seen


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:  # for another system or another Python
        return False
    return True


def _licence(found: metadata.Distribution) -> str:
    described = found.metadata
    classified = [line.split(" :: ")[-1] for line in described.get_all("Classifier", []) if "License ::" in line]
    stated = described.get("License-Expression") or ", ".join(classified) or described.get("License", "")
    return f"Lisensi: {str(stated).splitlines()[0]}" if stated else "Lisensi: lihat teks di bawah"


def _texts(found: metadata.Distribution) -> Iterator[str]:
    for file in found.files or ():
        if (
            _LICENCE_FILE.search(file.name)
            and ".dist-info" in str(file)
            and file.suffix in {"", ".txt", ".md", ".rst"}
        ):
            yield file.read_text(encoding="utf-8")
