"""Both programs, frozen: the name of the file that was started says which."""

import sys
from pathlib import Path

if Path(sys.executable).stem == "zidesk-window":
    from zidesk.app import main
else:
    from zidesk.cli import main

main()
