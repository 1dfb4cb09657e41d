"""The command line: reads words, calls services, prints. No Qt; the commands are listed in `program.py`."""

import sys

try:
    from zidesk.cli.program import main
except KeyboardInterrupt:  # Ctrl+C while the parts are still loading
    sys.exit("zidesk: Pekerjaan dibatalkan. Yang sudah tersimpan tetap aman.")

__all__ = ["main"]
