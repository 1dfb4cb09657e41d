"""Everything that is handed out, made here: `python installers/build.py [frozen] [deb] [tar] [zip] [setup]`.

Without words: all that this system can make; `frozen` alone: the program that tests itself, and nothing packed.
Prints the size of each and the seconds it took; ends with 1 when the frozen program fails its self-test.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "installers")]

from debian_package import build_deb  # noqa: E402
from frozen import freeze, prove  # noqa: E402
from notices import NAME, write_notices  # noqa: E402
from portable_archive import build_tar, build_zip  # noqa: E402
from sizes import megabytes  # noqa: E402
from windows_setup import build_setup  # noqa: E402

from zidesk import __version__  # noqa: E402

BUILD = ROOT / "build" / "dist"
_FROZEN = "frozen"
LINUX = {
    "deb": lambda frozen: build_deb(ROOT, frozen, __version__, BUILD),
    "tar": lambda frozen: build_tar(frozen, __version__, BUILD),
}
WINDOWS = {
    "zip": lambda frozen: build_zip(frozen, __version__, BUILD),
    "setup": lambda frozen: build_setup(ROOT, frozen, __version__, BUILD),
}


def timed(name: str, make: Callable[[], Path]) -> Path:
    started = time.monotonic()
    made = make()
    print(
        f"{name:8} {megabytes(made):>10}  {time.monotonic() - started:6.1f} s  {made.relative_to(ROOT)}",
        flush=True,
    )
    return made


def main(words: list[str]) -> int:
    makers = LINUX if sys.platform == "linux" else WINDOWS
    if unknown := set(words) - {_FROZEN, *makers}:
        there_is = ", ".join((_FROZEN, *makers))
        print(f"Not made on this system: {', '.join(sorted(unknown))}. There is: {there_is}.", file=sys.stderr)
        return 2
    BUILD.mkdir(parents=True, exist_ok=True)
    try:
        frozen = timed(_FROZEN, lambda: freeze(ROOT, BUILD))
        prove(frozen, window=True)
        write_notices(ROOT, frozen / NAME)
        for word in words or makers:
            if word != _FROZEN:
                timed(word, lambda make=makers[word]: make(frozen))
    except subprocess.CalledProcessError as fault:
        print(f"{fault.cmd[0]} ended with {fault.returncode}.\n{fault.stderr or ''}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
