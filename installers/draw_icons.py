"""Draws the program's icon from its one drawing: PNG files for Linux and the window, an ICO file for Windows.

python installers/draw_icons.py
"""

import io
import os
from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app"
PNG_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIDES = (16, 20, 24, 32, 40, 48, 64, 256)  # at 100 to 250 % in lists, bars and on the desktop


def draw(side: int) -> Image.Image:
    """The drawing, `side` pixels high and wide."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / "zidesk.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def main() -> None:
    for side in PNG_SIDES:
        draw(side).save(FOLDER / f"zidesk-{side}.png", optimize=True)
    largest, *smaller = (draw(side) for side in sorted(ICO_SIDES, reverse=True))
    largest.save(FOLDER / "zidesk.ico", sizes=[(side, side) for side in ICO_SIDES], append_images=smaller)


if __name__ == "__main__":
    main()
