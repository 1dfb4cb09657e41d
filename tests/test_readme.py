"""What README and DEVELOPING promise and show is there."""

import re
from pathlib import Path

import pytest

_PICTURE_BYTES = 120_000
_NAMED_TEST = re.compile(r"`(tests/[^`\s]+?\.py)(?:::(test_\w+))?`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


@pytest.mark.parametrize("name", ["README.md", "DEVELOPING.md", "installers/README.md"])
def test_every_link_leads_somewhere(repository: Path, name: str) -> None:
    page = repository / name
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_pictures_are_shown_and_small(repository: Path) -> None:
    shown = set(_LINK.findall((repository / "README.md").read_text(encoding="utf-8")))
    pictures = list((repository / "docs" / "pictures").iterdir())
    assert 4 <= len(pictures) <= 6
    for picture in pictures:
        assert picture.stat().st_size <= _PICTURE_BYTES, picture.name
        assert picture.relative_to(repository).as_posix() in shown


def test_each_promise_names_a_test_that_is_there(repository: Path) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    rows = [row for row in text[text.index("| Janji ") :].split("\n\n")[0].splitlines()[2:] if row]
    assert len(rows) >= 8
    for row in rows:
        named = _NAMED_TEST.findall(row)
        assert named, row
        for file, test in named:
            code = (repository / file).read_text(encoding="utf-8")
            assert f"def {test}(" in code if test else "def test_" in code, (file, test)
