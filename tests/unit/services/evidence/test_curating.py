"""Changing evidence that is attached: facts, order, bin; and what a read-only workspace refuses."""

from collections.abc import Callable
from datetime import date

import pytest

from zidesk.domain.errors import OrderIncomplete, UnknownEvidence, WorkspaceReadOnly
from zidesk.domain.evidence import EvidenceUse
from zidesk.services.evidence import curating
from zidesk.services.ingest.adding import add_files
from zidesk.storage.repositories.evidence import UseFacts
from zidesk.storage.workspace import Workspace, open_workspace

CODE = "A.I.1.i.a"
FACTS = UseFacts("Notula rapat perdana", "421/7", date(2026, 1, 5), "halaman 2")


def listed(workspace: Workspace) -> tuple[EvidenceUse, ...]:
    return workspace.evidence.by_question().get(CODE, ())


def order(workspace: Workspace) -> list[int]:
    return [use.id for use in listed(workspace)]


def test_facts_are_saved(workspace: Workspace) -> None:
    first, second, _ = listed(workspace)
    edited = curating.edit(workspace, second.id, FACTS)
    assert (edited.title, edited.number, edited.dated, edited.note) == (
        "Notula rapat perdana",
        "421/7",
        date(2026, 1, 5),
        "halaman 2",
    )
    assert listed(workspace)[:2] == (first, edited)


def test_a_new_order(workspace: Workspace) -> None:
    a, b, c = order(workspace)
    curating.reorder(workspace, CODE, [c, a, b])
    assert order(workspace) == [c, a, b]
    assert [use.position for use in listed(workspace)] == [1, 2, 3]
    with pytest.raises(OrderIncomplete):
        curating.reorder(workspace, CODE, [a, b])
    assert order(workspace) == [c, a, b]


@pytest.mark.parametrize(
    ("which", "step", "wanted"),
    [(0, 1, "bac"), (2, -1, "acb"), (0, 2, "cba"), (0, -1, "abc"), (2, 1, "abc"), (1, 0, "abc"), (0, 3, "abc")],
)
def test_a_use_changes_places_with_a_neighbour(workspace: Workspace, which: int, step: int, wanted: str) -> None:
    ids = dict(zip("abc", order(workspace), strict=True))
    curating.move(workspace, listed(workspace)[which], step)
    assert order(workspace) == [ids[letter] for letter in wanted]


def test_a_use_that_is_in_the_bin_by_now_is_not_moved(workspace: Workspace) -> None:
    first, *others = listed(workspace)
    curating.remove(workspace, first.id)
    curating.move(workspace, first, 1)
    assert order(workspace) == [use.id for use in others]


def test_into_the_bin_and_out_again(workspace: Workspace) -> None:
    before = listed(workspace)
    curating.remove(workspace, before[1].id)
    assert order(workspace) == [before[0].id, before[2].id]
    assert workspace.store.path_of(before[1].file.sha256).is_file()
    curating.restore(workspace, before[1].id)
    assert listed(workspace) == before


def test_a_content_attached_again_is_not_restored_beside_itself(workspace: Workspace) -> None:
    use = listed(workspace)[1]
    curating.remove(workspace, use.id)
    again = workspace.paths.root.parent / "sumber" / use.original_name
    assert add_files(workspace, [CODE], [again]).added == 1
    curating.restore(workspace, use.id)
    assert use.id not in order(workspace)
    assert [binned.id for binned in workspace.evidence.bin()] == [use.id]


@pytest.mark.parametrize(
    "change",
    [
        lambda workspace: curating.edit(workspace, 999, FACTS),
        lambda workspace: curating.remove(workspace, 999),
        lambda workspace: curating.restore(workspace, 999),
    ],
    ids=["edit", "remove", "restore"],
)
def test_an_unknown_number(workspace: Workspace, change: Callable[[Workspace], object]) -> None:
    before = workspace.assessment()
    with pytest.raises(UnknownEvidence) as unknown:
        change(workspace)
    assert unknown.value.use_id == 999
    assert workspace.assessment() == before


def test_read_only_nothing_can_be_changed(workspace: Workspace) -> None:
    workspace.close()
    reader = open_workspace(workspace.paths.root, read_only=True)
    try:
        before = reader.assessment()
        use, *_ = listed(reader)
        changes: list[Callable[[], object]] = [
            lambda: curating.edit(reader, use.id, FACTS),
            lambda: curating.reorder(reader, CODE, order(reader)[::-1]),
            lambda: curating.move(reader, use, 1),
            lambda: curating.move(reader, use, -1),  # no neighbour there, and refused all the same
            lambda: curating.remove(reader, use.id),
            lambda: curating.restore(reader, 999),
        ]
        for change in changes:
            with pytest.raises(WorkspaceReadOnly):
                change()
        assert reader.assessment() == before
    finally:
        reader.close()
