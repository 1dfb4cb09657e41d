"""The fonts of one document: Liberation Sans, DejaVu Sans for what it lacks, "□" for what both lack.

Every document loads its own (4 ms a face), outside reportlab's global register: documents made in several
threads at once share nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

SUBSTITUTE = "□"
_FILES = {
    "regular": ("LiberationSans-Regular.ttf", "DejaVuSans.ttf"),
    "bold": ("LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf"),
    "italic": ("LiberationSans-Italic.ttf", "DejaVuSans.ttf"),
}
_ESCAPED = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"}


class LoadedFont:
    """One face for one document. `widths`: advance of each character it has, for a size of one point."""

    def __init__(self, path: Path, document: Any) -> None:
        self.name = path.stem
        self._font: Any = TTFont(self.name, str(path))
        self._document = document
        face = self._font.face
        self.widths: dict[str, float] = {
            chr(code): face.charWidths[code] / 1000 for code in face.charToGlyph if code >= 32
        }
        self.widths.setdefault("\u00a0", self.widths[" "])
        self._first_subset: dict[str, str] = {}
        self._name = ""

    def show(self, text: str, size: float) -> Iterator[str]:
        """Operators that set the font and show `text`, which must consist of the face's characters."""
        known = self._first_subset
        try:
            literal = "".join(map(known.__getitem__, text))
        except KeyError:
            yield from self._show_subsets(text, size)
        else:
            yield f"{self._name} {size:g} Tf ({literal}) Tj"

    def _show_subsets(self, text: str, size: float) -> Iterator[str]:
        """The first time a character is met, and for those beyond the first 256 of the document."""
        for subset, codes in self._font.splitString(text, self._document):
            literal = "".join(_ESCAPED.get(char, char) for char in codes.decode("latin-1"))
            yield f"{self._font.getSubsetInternalName(subset, self._document)} {size:g} Tf ({literal}) Tj"
        self._name = self._font.getSubsetInternalName(0, self._document)
        for char in set(text) - self._first_subset.keys():
            ((subset, codes),) = self._font.splitString(char, self._document)
            if subset == 0:
                plain = codes.decode("latin-1")
                self._first_subset[char] = _ESCAPED.get(plain, plain)


class FontSet:
    """The faces of a document by name ("regular", "bold", "italic"), each with its fallback."""

    def __init__(self, folder: Path, document: Any) -> None:
        self._folder = folder
        self._document = document
        self._loaded: dict[str, LoadedFont] = {}

    def width(self, text: str, face: str, size: float) -> float:
        """How wide `text` is when set in `face`; characters nobody has count as the substitute."""
        try:
            return float(sum(map(self._main(face).widths.__getitem__, text)) * size)
        except KeyError:
            return sum(sum(map(font.widths.__getitem__, run)) for font, run in self.runs(text, face)) * size

    def runs(self, text: str, face: str) -> list[tuple[LoadedFont, str]]:
        """`text` in pieces, each with the font that has its characters."""
        main = self._main(face)
        if all(map(main.widths.__contains__, text)):
            return [(main, text)]
        pieces: list[tuple[LoadedFont, str]] = []
        for char in text:
            font, shown = self._font_of(char, face)
            if pieces and pieces[-1][0] is font:
                pieces[-1] = (font, pieces[-1][1] + shown)
            else:
                pieces.append((font, shown))
        return pieces

    def show(self, text: str, face: str, size: float) -> str:
        """Operators that show `text`, to stand between BT and ET."""
        return " ".join(piece for font, run in self.runs(text, face) for piece in font.show(run, size))

    def _font_of(self, char: str, face: str) -> tuple[LoadedFont, str]:
        main = self._main(face)
        if char in main.widths:
            return main, char
        fallback = self._load(_FILES[face][1])
        return (fallback, char) if char in fallback.widths else (main, SUBSTITUTE)

    def _main(self, face: str) -> LoadedFont:
        return self._loaded.get(face) or self._loaded.setdefault(face, self._load(_FILES[face][0]))

    def _load(self, file: str) -> LoadedFont:
        if file not in self._loaded:
            self._loaded[file] = LoadedFont(self._folder / file, self._document)
        return self._loaded[file]
