"""The commands as the program itself tells of them, for its manual page."""

import re
import subprocess
from pathlib import Path

_ROW = re.compile(r"^  ([a-z][a-z-]*)\s{2,}(.+)$", re.MULTILINE)


def command_list(program: Path) -> str:
    """One paragraph of troff for each command. Raises CalledProcessError."""
    shown = subprocess.run(
        [program, "--help"],
        check=True, capture_output=True, encoding="utf-8", env={"LANG": "C.UTF-8", "COLUMNS": "200"},
    )  # fmt: skip
    rows = _ROW.findall(shown.stdout.partition("Perintah:")[2])
    return "\n".join(f".TP\n.B {name}\n{_escaped(words)}" for name, words in rows)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("-", "\\-")
