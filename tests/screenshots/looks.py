"""How the window is shown: theme, size of the screen, size of the text."""

from dataclasses import dataclass

from zidesk.storage.settings import ThemeName


@dataclass(frozen=True)
class Look:
    theme: ThemeName
    width: int
    height: int
    text: int  # percent

    @property
    def name(self) -> str:
        return f"{self.theme}-{self.width}-{self.text}"


_THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")
_SIZES = ((1366, 768, 100), (1366, 768, 125), (1920, 1080, 150))
LOOKS = tuple(Look(theme, *size) for theme in _THEMES for size in _SIZES)
