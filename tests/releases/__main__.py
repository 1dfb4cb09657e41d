"""Makes `tests/data/workspaces/VERSION/`, once for each release: `python -m tests.releases 1.0.0`."""

import json
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.releases.facts import facts_of
from tests.releases.school import fill, small_file
from zidesk.services.workspaces.creation import create_from_value
from zidesk.storage.paths import shipped_resources
from zidesk.storage.profile_file import read_profile

STORED = Path(__file__).resolve().parents[1] / "data" / "workspaces"
MOMENT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
_THROWN_AWAY = ("cache", "cadangan", "zidesk.lock")  # made again by the program


def main(version: str) -> int:
    target = STORED / version
    if target.exists():
        print(f"{target} is there already; what a release has made is not made again.", file=sys.stderr)
        return 1
    resources = shipped_resources()
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "kerja"
        profile, _large = read_profile(resources.demo / "profil.toml")
        logo = small_file(Path(scratch), "logo.png")
        workspace = create_from_value(root, profile, resources, logo=logo, clock=lambda: MOMENT)
        try:
            fill(workspace, resources, Path(scratch))
            facts = facts_of(workspace)
        finally:
            workspace.close()
        if empty := [table for table, rows in facts["rows"].items() if not rows]:
            print(f"Nothing in {', '.join(empty)}: tests/releases/school.py must fill it.", file=sys.stderr)
            return 1
        target.mkdir(parents=True)
        _pack(root, target / "kerja.zip")
    words = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    (target / "facts.json").write_text(words + "\n", encoding="utf-8")
    print(f"{target}: {(target / 'kerja.zip').stat().st_size} bytes")
    return 0


def _pack(root: Path, out: Path) -> None:
    """The folder as it is: a backup would have been read by the release that made it."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(path for path in root.rglob("*") if path.is_file()):
            place = file.relative_to(root)
            if place.parts[0] not in _THROWN_AWAY:
                archive.write(file, f"kerja/{place.as_posix()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
