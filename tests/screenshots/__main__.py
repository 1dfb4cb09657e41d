"""`python -m tests.screenshots [FOLDER] [LOOK …]`: all looks, or those named (light-1366-100), into FOLDER.

`python -m tests.screenshots --guide [FOLDER]`: the pictures of the guide, into resources/guide/gambar.

Each shot that fails is named with its reason; the run then ends with 1.
"""

import os
import sys
import tempfile
import traceback
from pathlib import Path

from tests.screenshots.screens import platform_with

_HOME = tempfile.TemporaryDirectory(prefix="zidesk-gambar-")
os.environ["QT_QPA_PLATFORM"] = platform_with(Path(_HOME.name))
_OWN = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
os.environ |= dict.fromkeys(_OWN, _HOME.name)  # nothing of the user's is read or written

from tests.screenshots.bundle_shots import BUNDLE  # noqa: E402 - the folders above come first
from tests.screenshots.dialog_shots import DIALOGS  # noqa: E402
from tests.screenshots.guide_shots import PICTURES, pack, with_extra  # noqa: E402
from tests.screenshots.looks import LOOKS, Look  # noqa: E402
from tests.screenshots.page_shots import AFTER, BEFORE, PAGES  # noqa: E402
from tests.screenshots.sheet import write_sheet  # noqa: E402
from tests.screenshots.stage import Schools, Stage, make_schools  # noqa: E402
from zidesk.storage.paths import shipped_resources  # noqa: E402
from zidesk.ui.application import make_application  # noqa: E402

_OF_GUIDE = "light-1366-100"
_SHOTS = (*BEFORE, *PAGES, *DIALOGS, *BUNDLE, *AFTER)


def _take_all(look: Look, schools: Schools, scratch: Path, folder: Path) -> tuple[list[str], list[str]]:
    """The names of the shots that were taken, and of those that failed."""
    taken, failed = [], []
    stage = Stage(look, schools, scratch / look.name)
    for shot in _SHOTS:
        name = f"{look.name}-{shot.name}"
        try:
            if not shot.take(stage).save(str(folder / f"{name}.png")):
                raise OSError(f"{folder} takes no pictures")
        except Exception:  # the others can still be taken
            failed.append(name)
            print(f"{name}: {traceback.format_exc(limit=-2)}", file=sys.stderr, flush=True)
        else:
            taken.append(shot.name)
    stage.close()
    return taken, failed


def _take_guide(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    make_application([])
    scratch = Path(_HOME.name)
    stage = Stage(
        next(look for look in LOOKS if look.name == _OF_GUIDE), make_schools(scratch / "sekolah"), scratch
    )
    for shot in with_extra(_SHOTS):
        taken = shot.take(stage)
        for picture in (picture for picture in PICTURES if picture.shot == shot.name):
            file = folder / f"{picture.name}.png"
            file.write_bytes(pack(taken, picture.box))
            print(f"{file}: {file.stat().st_size / 1000:.0f} kB", flush=True)
    stage.close()
    return 0


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--guide"]:
        return _take_guide(Path(arguments[1]) if arguments[1:] else shipped_resources().guide / "gambar")
    folder = Path(arguments[0]) if arguments else Path("build/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    looks = [look for look in LOOKS if not arguments[1:] or look.name in arguments[1:]]
    make_application([])
    scratch = Path(_HOME.name)
    schools = make_schools(scratch / "sekolah")
    pictures: dict[str, list[str]] = {}
    failures: list[str] = []
    for look in looks:
        taken, failed = _take_all(look, schools, scratch, folder)
        for shot in taken:
            pictures.setdefault(shot, []).append(f"{look.name}-{shot}")
        failures += failed
        print(f"{look.name}: {len(taken)} pictures", flush=True)
    print(write_sheet(folder, pictures))
    if failures:
        print(f"NOT taken: {', '.join(failures)}", file=sys.stderr)
    return 1 if failures else 0


sys.exit(main(sys.argv[1:]))
