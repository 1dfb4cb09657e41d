"""Reads a written portal back with the standard library's parser, as a browser without script would."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from zidesk.domain.archive_layout import BundlePlan, Omission
from zidesk.domain.assessment import Assessment
from zidesk.services.portal.page import write_portal

Write = Callable[..., "Page"]


@dataclass
class Page(HTMLParser):
    """Everything of a page that the tests ask for."""

    html: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    scripts: list[tuple[dict[str, str], str]] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._inside = ""
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), attrs
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        self._inside = tag if tag in ("script", "style") else self._inside
        if tag == "script":
            self.scripts.append((found, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            attributes, before = self.scripts.pop()
            self.scripts.append((attributes, before + data))
        elif self._inside == "style":
            self.styles.append(data)
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def ids(self) -> list[str]:
        return [found["id"] for _, found in self.tags if "id" in found]

    @property
    def links(self) -> list[str]:
        return [found["href"] for tag, found in self.tags if tag == "a" and "href" in found]

    @property
    def files(self) -> list[str]:
        return [link for link in self.links if link.startswith("data/")]

    @property
    def index(self) -> dict[str, Any]:
        ((_, text),) = [item for item in self.scripts if item[0].get("id") == "indeks"]
        known: dict[str, Any] = json.loads(text)
        return known

    @property
    def policy(self) -> str:
        (content,) = [found["content"] for tag, found in self.tags if tag == "meta" and "http-equiv" in found]
        return content


def writer(folder: Path, resources: Path) -> Write:
    def write(assessment: Assessment, plan: BundlePlan, omissions: tuple[Omission, ...] = ()) -> Page:
        out = folder / "BUKA-DI-SINI.html"
        write_portal(out, assessment, plan, omissions, resources)
        return Page(out.read_bytes().decode("utf-8"))

    return write
