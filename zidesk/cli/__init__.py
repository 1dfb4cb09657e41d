"""The command line: reads words, calls services, prints. No Qt; the commands are listed in `program.py`."""

from zidesk.cli.program import main

__all__ = ["main"]
