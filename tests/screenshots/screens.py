"""The screens that the looks are shown on: dialogs make themselves as large as the screen lets them."""

import json
from pathlib import Path

from tests.screenshots.looks import LOOKS


def platform_with(folder: Path) -> str:
    """Qt's name for a platform without windows that has a screen of each size; it is described in `folder`."""
    sizes = dict.fromkeys((look.width, look.height) for look in LOOKS)
    left, screens = 0, []
    for width, height in sizes:
        place = {"x": left, "y": 0, "width": width, "height": height}
        screens.append({"name": f"{width}x{height}", **place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1})
        left += width
    described = folder / "layar.json"
    described.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return f"offscreen:configfile={described}"
