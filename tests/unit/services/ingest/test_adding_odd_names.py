"""Names and captions that are no proper text: the file is kept, and the others with it."""

import os
import sys
from pathlib import Path

import pytest

from zidesk.domain.evidence import EvidenceUse
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.storage.workspace import Workspace


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are not text")
def test_a_name_that_is_not_utf8_is_kept_and_takes_no_other_file_down(
    empty_workspace: Workspace, papers: list[Path], tmp_path: Path
) -> None:
    odd = Path(os.fsdecode(bytes(tmp_path) + b"/SK \xff_tim.pdf"))
    odd.write_text("SK")

    result = add_files(empty_workspace, ["1.i.a"], [*papers[:2], odd])

    uses = _uses(empty_workspace)
    assert result.added == 3
    assert (uses[2].original_name, uses[2].title) == ("SK \ufffd_tim.pdf", "SK \ufffd tim")


def test_a_caption_that_is_not_utf8_is_kept_as_far_as_it_can_be_read(
    empty_workspace: Workspace, papers: list[Path]
) -> None:
    add_files(empty_workspace, ["1.i.a"], papers[:1], Caption("SK \udcff", "1\udcfe", note="di \ud800 lemari"))
    (use,) = _uses(empty_workspace)
    assert (use.title, use.number, use.note) == ("SK \ufffd", "1\ufffd", "di \ufffd lemari")


def test_an_altered_original_is_healed_by_attaching_the_file_again(
    empty_workspace: Workspace, papers: list[Path]
) -> None:
    add_files(empty_workspace, ["1.i.a"], papers[:1])
    (use,) = _uses(empty_workspace)
    kept = empty_workspace.store.path_of(use.file.sha256)
    kept.write_bytes(bytes(use.file.size))

    add_files(empty_workspace, ["1.i.a"], papers[:1])
    assert kept.read_bytes() == papers[0].read_bytes()


def _uses(workspace: Workspace) -> tuple[EvidenceUse, ...]:
    return tuple(workspace.evidence.by_question()["A.I.1.i.a"])
