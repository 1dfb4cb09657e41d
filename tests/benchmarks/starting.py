"""Start to a usable window, 10,000 evidence files in the workspace, against a bare window (DESIGN §6)."""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.many_files import FILES, workspace_with
from tests.benchmarks.measure import PYTHON, Figure, pairs, ratio_figure, run

_BARE = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
import sqlalchemy.orm
application = QApplication([])
window = QWidget()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, lambda: (window.repaint(), os._exit(0)))
application.exec()
"""


def figures(scratch: Path) -> Iterator[Figure]:
    """Median of turns, warm."""
    root = workspace_with(scratch, in_inbox=False)
    os.environ["XDG_CONFIG_HOME"] = str(scratch / "setelan")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled already
    os.environ["PYTHONPYCACHEPREFIX"] = str((scratch / "pyc").absolute())
    bare = [PYTHON, "-c", _BARE]
    ours = [PYTHON, "-m", "tests.benchmarks.window_run", "start", str(root)]
    run(ours)
    run(bare)
    measured = pairs(lambda: run(ours).seconds, lambda: run(bare).seconds, 7)
    yield ratio_figure(f"start, {FILES:,} evidence files : bare window + SQLAlchemy", measured, 1.3)
