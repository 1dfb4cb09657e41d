"""The workspace of the first schema that ships with the program, as a backup; what it holds is told here only."""

from pathlib import Path

from zidesk.domain.answer import Answer, Chosen
from zidesk.storage.paths import Resources

SCHEMA = "0001"
CODE, ANSWER = "A.I.1.i.a", Answer(Chosen("Ya"), "Tim sudah ditetapkan.")  # one of its answers
FILES = 3  # uses, one each of a JPEG, a HEIC and a PDF
WORD = "lokakarya"  # of a title


def sample_backup(resources: Resources) -> Path:
    return resources.root / "self-test" / f"workspace-{SCHEMA}.zip"
