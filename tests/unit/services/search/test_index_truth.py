"""Whatever is done to evidence and notes, in whatever order: the search finds what a plain look at everything
finds, no more and no less."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import AlreadyAttached, EvidenceChanged, EvidenceInBin
from zidesk.domain.evidence import EvidenceUse
from zidesk.services.changes.kinds import (
    AddUses,
    Change,
    EditUse,
    MoveUses,
    RemoveUses,
    SetAnswer,
    ShareUses,
)
from zidesk.services.changes.performing import perform
from zidesk.services.evidence.bin import purge
from zidesk.services.ingest.adding import add_files
from zidesk.services.search.index import SearchIndex
from zidesk.storage.search.entries import all_uses
from zidesk.storage.search.hits import HitKind
from zidesk.storage.workspace import Workspace

WORDS = ("kenanga", "kenari", "melati", "mawar", "cempaka", "cemara", "wijaya", "wiyata")  # in no sheet
CODES = ("A.I.1.i.a", "A.I.1.i.b", "A.I.1.iii.b", "")
STEPS, MOST = 60, 100_000


class Clerk:
    """Does anything, in random order, as the window would: each change, its undo, its redo."""

    def __init__(self, workspace: Workspace, folder: Path, seed: int) -> None:
        self.workspace, self.folder, self.chance = workspace, folder, Random(seed)
        self.undone: list[Change] = []
        self.done: list[Change] = []
        self.made = 0

    @property
    def uses(self) -> list[EvidenceUse]:
        return list(all_uses(self.workspace.assessment()))

    def title(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 3)))

    def some(self) -> tuple[int, ...]:
        ids = [use.id for use in self.uses]
        return tuple(self.chance.sample(ids, min(len(ids), self.chance.choice((1, 3, 20)))))

    def step(self) -> None:
        doing = self.chance.choice(
            (
                self.attach,
                self.attach,
                self.undo,
                self.undo,
                self.undo,
                self.redo,
                self.redo,
                self.rename,
                self.note,
                self.move,
                self.share,
                self.remove,
                self.purge,
            )
        )
        with suppress(AlreadyAttached, EvidenceInBin, EvidenceChanged):  # nothing is changed then
            doing()

    def attach(self) -> None:
        files = []
        for _ in range(self.chance.choice((1, 5, 30))):
            self.made += 1
            file = self.folder / f"{self.title()} {self.made}.txt"
            file.write_text(f"berkas {self.made}", encoding="utf-8")
            files.append(file)
        code = self.chance.choice(CODES)
        added = add_files(self.workspace, [code] if code else [], files).added_uses
        self.do(AddUses(tuple(use.id for use in added)))

    def rename(self) -> None:
        for use_id in self.some()[:1]:
            self.do(EditUse(use_id, self.title(), number=str(self.chance.randint(1, 99)), note=self.title()))

    def note(self) -> None:
        self.do(SetAnswer(self.chance.choice(CODES[:3]), note=self.title()))

    def move(self) -> None:
        self.do(MoveUses(self.some(), self.chance.choice(CODES)))

    def share(self) -> None:
        self.do(ShareUses(self.some(), (self.chance.choice(CODES[:3]),)))

    def remove(self) -> None:
        self.do(RemoveUses(self.some()))

    def purge(self) -> None:
        """For good; who still knows of them could not do anything more with them."""
        for use in self.workspace.evidence.bin()[:5]:
            purge(self.workspace, use.id)
        self.done.clear()
        self.undone.clear()

    def do(self, change: Change) -> None:
        self.done.append(perform(self.workspace, change, "siti").inverse)
        self.undone.clear()

    def undo(self) -> None:
        if self.done:
            self.undone.append(perform(self.workspace, self.done.pop(), "siti").inverse)

    def redo(self) -> None:
        if self.undone:
            self.done.append(perform(self.workspace, self.undone.pop(), "siti").inverse)


def tokens(*texts: str) -> list[str]:
    return re.findall(r"\w+", " ".join(texts).casefold())


def found_by_looking(assessment: Assessment, typed: str) -> tuple[set[tuple[int, str, str]], set[str]]:
    """Uses by id, place and title, and the questions whose notes say it."""
    asked = typed.casefold().split()

    def says(*texts: str) -> bool:
        return all(any(token.startswith(word) for token in tokens(*texts)) for word in asked)

    return (
        {
            (use.id, use.question_code, use.title)
            for use in all_uses(assessment)
            if says(use.title, use.number, use.note, use.original_name)
        },
        {code for code, answer in assessment.answers.items() if says(answer.note)},
    )


def found_by_search(index: SearchIndex, typed: str) -> tuple[set[tuple[int, str, str]], set[str]]:
    hits = index.find(typed, MOST)
    return (
        {(hit.use_id or 0, hit.code, hit.title.text) for hit in hits if hit.kind is HitKind.EVIDENCE},
        {hit.code for hit in hits if hit.kind is HitKind.NOTE},
    )


def compare(index: SearchIndex, assessment: Assessment, chance: Random) -> None:
    words = chance.sample(WORDS, 2)
    for typed in (words[0], words[1][:3], f"{words[0]} {words[1][:2]}", str(chance.randint(1, 99))):
        assert found_by_search(index, typed) == found_by_looking(assessment, typed), typed


@pytest.fixture
def clerk(empty_workspace: Workspace, tmp_path: Path) -> Callable[[int], Clerk]:
    folder = tmp_path / "unduhan"
    folder.mkdir()
    return lambda seed: Clerk(empty_workspace, folder, seed)


@pytest.mark.parametrize("seed", range(4))
def test_search_says_what_there_is(seed: int, clerk: Callable[[int], Clerk], index: SearchIndex) -> None:
    """Brought up to date now and then only, as by a window that is busy; and at times by an index opened anew."""
    someone = clerk(seed)
    for _ in range(STEPS):
        someone.step()
        if someone.chance.random() < 0.5:
            assessment = someone.workspace.assessment()
            index.refresh(assessment)
            compare(index, assessment, someone.chance)
        if someone.chance.random() < 0.1:
            anew = SearchIndex(someone.workspace)
            assessment = someone.workspace.assessment()
            anew.refresh(assessment)
            compare(anew, assessment, someone.chance)
            anew.close()
    assert someone.made > STEPS / 2


def test_the_look_at_everything_sees_a_wrong_index(clerk: Callable[[int], Clerk], index: SearchIndex) -> None:
    """The comparison itself can fail."""
    someone = clerk(7)
    someone.attach()
    index.refresh(someone.workspace.assessment())
    someone.rename()
    with pytest.raises(AssertionError):
        for _ in range(50):
            compare(index, someone.workspace.assessment(), someone.chance)
