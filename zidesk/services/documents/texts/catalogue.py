"""Texts by key ("pakta-integritas/isi"): the school's own where there is one, else the program's."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from zidesk.domain.errors import TemplateUnknown

_SUFFIX = ".txt"


class TextCatalogue:
    """`folder`: resources/letters. `overrides`: the school's own texts by key; keys the program does not know
    are left alone."""

    def __init__(self, folder: Path, overrides: Mapping[str, str] | None = None) -> None:
        self._folder, self._overrides = folder, dict(overrides or {})

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Every text the program has, in order."""
        return tuple(sorted(self._known()))

    def _known(self) -> Iterator[str]:
        for path in self._folder.rglob(f"*{_SUFFIX}"):
            yield path.relative_to(self._folder).as_posix().removesuffix(_SUFFIX)

    def text(self, key: str) -> str:
        """The template in use. Raises TemplateUnknown."""
        default = self.default(key)
        return self._overrides.get(key, default)

    def default(self, key: str) -> str:
        """The program's own, whatever the school made of it. Raises TemplateUnknown."""
        if key not in self.keys:
            raise TemplateUnknown(key)
        return (self._folder / f"{key}{_SUFFIX}").read_text(encoding="utf-8")

    def changed(self, key: str) -> bool:
        """Whether the school has its own."""
        return key in self._overrides and self._overrides[key] != self.default(key)
