"""The chapters that ship: every link, picture and command in them leads somewhere, every trouble is told of."""

import re
import shlex
from collections.abc import Iterator

import pytest
from click import Choice, Command, Context, Group
from markdown_it.tree import SyntaxTreeNode
from PIL import Image

from tests.unit.messages.test_messages import _CONCRETE, _instances
from zidesk.cli.program import program
from zidesk.domain.errors import ZideskError
from zidesk.domain.guide import Chapter
from zidesk.messages import explain
from zidesk.services.guide.reading import load_guide, plain_words, syntax_tree
from zidesk.storage.paths import shipped_resources

FOLDER = shipped_resources().guide
GUIDE = load_guide(FOLDER)
CHAPTERS = pytest.mark.parametrize("chapter", GUIDE.chapters, ids=lambda chapter: chapter.key)
MOST_BYTES, MOST_IN_ALL = 90_000, 1_500_000
# met on the command line, or by those who edit files by hand; the window keeps its clerk from them
NOT_BY_CLERKS = {
    "DemoSizeTooLarge": "sizes are given on the command line",
    "DemoSizeTooSmall": "sizes are given on the command line",
    "DuplicateRow": "tables of answers are imported on the command line",
    "ImportRejected": "tables of answers are imported on the command line",
    "InstrumentInvalid": "sheets of one's own are given on the command line",
    "InstrumentNotFound": "sheets of one's own are given on the command line",
    "LayoutUnknown": "layouts are chosen by name on the command line",
    "NilNotAllowed": "the window offers nil only where it is allowed",
    "PersonalUnknown": "files are named on the command line",
    "ProfileInvalid": "profiles are files of the command line",
    "TableUnreadable": "tables of answers are imported on the command line",
    "TemplateUnknown": "templates are chosen from a list",
    "UnknownArea": "areas are named on the command line",
    "UnknownOption": "the window shows the options there are",
    "WrongInputs": "the window shows one field for each number",
}


def nodes(chapter: Chapter, kind: str) -> Iterator[SyntaxTreeNode]:
    return (node for node in syntax_tree(chapter.source).walk() if node.type == kind)


# links and pictures


@CHAPTERS
def test_links_lead_to_chapters_and_headings_of_this_guide(chapter: Chapter) -> None:
    for node in nodes(chapter, "link"):
        file, _, anchor = str(node.attrs["href"]).partition("#")
        target = GUIDE.chapter(file.removesuffix(".md") if file else chapter.key)
        assert target is not None and (not file or file.endswith(".md")), file
        assert anchor in {section.anchor for section in target.sections} | {""}, anchor


def test_the_list_of_chapters_for_readers_of_the_folder_is_whole() -> None:
    listed = re.findall(r"\]\(([\w-]+)\.md\)", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert listed == [chapter.key for chapter in GUIDE.chapters]


def test_pictures_are_there_small_described_and_all_used() -> None:
    used = set()
    for chapter in GUIDE.chapters:
        for node in nodes(chapter, "image"):
            source = str(node.attrs["src"])
            assert len(node.content) > 10, f"{chapter.key}: {source} has no description"
            assert (FOLDER / source).is_file(), source
            used.add(FOLDER / source)
    there = set((FOLDER / "gambar").iterdir())
    assert there == used and len(used) >= 12
    sizes = {path: path.stat().st_size for path in there}
    assert max(sizes.values()) <= MOST_BYTES and sum(sizes.values()) <= MOST_IN_ALL
    for path in there:
        with Image.open(path) as picture:
            assert picture.format == "PNG" and picture.width <= 860


@CHAPTERS
def test_headings_of_a_chapter_differ_and_sentences_are_calm(chapter: Chapter) -> None:
    anchors = [section.anchor for section in chapter.sections]
    assert len(anchors) == len(set(anchors))
    assert "!" not in re.sub(r"!\[", "", chapter.source)
    assert not re.search(r"\b(error|upload|download|null)\b", chapter.source, re.IGNORECASE)


# commands


def codes() -> Iterator[str]:
    return (node.content for chapter in GUIDE.chapters for node in nodes(chapter, "code_inline"))


def test_every_command_that_is_named_can_be_given_like_that() -> None:
    named = sorted({code for code in codes() if code.startswith("zidesk")})
    assert len(named) > 15
    assert isinstance(program, Group)
    for line in named:
        _, name, *arguments = shlex.split(line)
        command = program.commands[name]
        context = Context(command, info_name=name)
        command.make_parser(context).parse_args(_complete(command, arguments))
    assert {shlex.split(line)[1] for line in named} == set(program.commands), "every command is told of"


def _complete(command: Command, arguments: list[str]) -> list[str]:
    """With something for each argument that the guide leaves out."""
    wanted = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    given = [argument for argument in arguments if not argument.startswith("--")]
    missing = [p for p in wanted[len(given) :] if p.required]
    return arguments + [p.type.choices[0] if isinstance(p.type, Choice) else "1.i.a" for p in missing]


def test_every_option_that_is_named_is_one_of_some_command() -> None:
    assert isinstance(program, Group)
    known = {option for command in program.commands.values() for p in command.params for option in p.opts}
    assert {code for code in codes() if code.startswith("--")} <= known | {"--help"}


# troubles


def told_of() -> list[tuple[str, ...]]:
    """What is quoted in the first cell of each row: pieces that stand in one message."""
    chapter = next(chapter for chapter in GUIDE.chapters if chapter.key == "masalah")
    cells = [row.children[0] for body in nodes(chapter, "tbody") for row in body.children]
    return [tuple(re.findall("“([^”]+)”", plain_words(cell))) for cell in cells]


@pytest.mark.parametrize("kind", _CONCRETE, ids=lambda kind: kind.__name__)
def test_each_error_that_a_clerk_can_meet_is_told_of(kind: type[ZideskError]) -> None:
    if kind.__name__ in NOT_BY_CLERKS or not kind.__module__.startswith("zidesk."):
        return
    for error in _instances(kind):
        text = str(explain(error))
        assert any(all(piece in text for piece in pieces) for pieces in told_of()), text


def test_every_piece_that_is_quoted_is_said_by_some_error_or_by_the_window() -> None:
    texts = [str(explain(error)) for kind in _CONCRETE for error in _instances(kind)]
    ui = "\n".join(
        path.read_text(encoding="utf-8") for path in (FOLDER.parents[1] / "zidesk" / "ui").rglob("*.py")
    )
    assert all(told_of())
    unsaid = [
        pieces
        for pieces in told_of()
        if not any(all(piece in text for piece in pieces) for text in texts) and not all(p in ui for p in pieces)
    ]
    assert unsaid == []


def test_those_left_out_are_errors() -> None:
    assert NOT_BY_CLERKS.keys() <= {kind.__name__ for kind in _CONCRETE}
