"""The data of a paper count as changed exactly when the paper would say something else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.services.papers.conftest import Gather
from zidesk.domain.errors import TemplateFaulty
from zidesk.services.answers.answering import answer_question
from zidesk.services.documents.making import KINDS
from zidesk.services.ingest.adding import add_files
from zidesk.services.papers.fingerprint import content_of
from zidesk.services.papers.making import draw_paper
from zidesk.services.papers.sources import PaperSources
from zidesk.storage.workspace import Workspace

LATER = datetime(2026, 7, 9, 8, tzinfo=UTC)


def prints(sources: PaperSources) -> dict[str, str]:
    return {key: content_of(kind, sources.facts(kind)).fingerprint for key, kind in KINDS.items()}


def test_every_kind_has_one_and_they_differ(sources: Gather) -> None:
    found = prints(sources())
    assert set(found) == set(KINDS)
    assert len({value for key, value in found.items() if key not in ("index", "lke")}) == len(KINDS) - 2


def test_the_moment_of_a_change_counts_for_nothing(sources: Gather) -> None:
    before = sources()
    touched = replace(before.common.assessment, changed_at=before.common.assessment.changed_at.replace(minute=59))
    assert prints(replace(before, common=replace(before.common, assessment=touched))) == prints(before)


def test_an_answer_changes_what_tells_scores_and_nothing_else(empty_workspace: Workspace, sources: Gather) -> None:
    before = prints(sources())
    answer_question(empty_workspace, "A.I.1.i.a", "Ya", "", "operator")
    after = prints(sources())
    changed = {key for key in before if before[key] != after[key]}
    assert {"cover", "index", "lke"} <= changed
    assert not changed & {"pact", "statement", "pledge", "decree-team", "minutes"}


def test_the_inbox_is_in_no_paper(empty_workspace: Workspace, papers: list[Path], sources: Gather) -> None:
    before = prints(sources())
    add_files(empty_workspace, [], papers[:1])
    assert prints(sources()) == before


def test_an_entry_changes_its_kind_only(empty_workspace: Workspace, sources: Gather) -> None:
    before = prints(sources())
    empty_workspace.papers.save_fields("cover", {"nomor": "421/1"}, empty_workspace.clock())
    after = prints(sources())
    assert {key for key in before if before[key] != after[key]} == {"cover"}


def test_the_schools_own_words_count(empty_workspace: Workspace, sources: Gather) -> None:
    before = prints(sources())
    empty_workspace.papers.override("maklumat/isi", "Kami melayani.", empty_workspace.clock())
    after = prints(sources())
    assert {key for key in before if before[key] != after[key]} == {"pledge"}


def test_a_faulty_text_is_told(empty_workspace: Workspace, sources: Gather) -> None:
    empty_workspace.papers.override("maklumat/isi", "satu\n{{ tidak.ada }}", empty_workspace.clock())
    with pytest.raises(TemplateFaulty) as told:
        prints(sources())
    assert (told.value.key, told.value.line) == ("maklumat/isi", 2)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["nomor", "penerima", "lampiran"]), st.sampled_from(["", " ", "a", "b"])))
def test_the_same_print_means_the_same_words_on_paper(
    sources: Gather, tmp_path: Path, entered: dict[str, str]
) -> None:
    gathered, kind = sources(), KINDS["cover"]
    other = {"nomor": "a"}

    def words(fields: dict[str, str]) -> str:
        out = tmp_path / "surat.pdf"
        draw_paper("cover", out, gathered, "A4", "", fields)
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(out).pages)

    same = (
        content_of(kind, gathered.facts(kind, fields=entered)).fingerprint
        == content_of(kind, gathered.facts(kind, fields=other)).fingerprint
    )
    assert same == (words(entered) == words(other))


def test_room_for_a_signature(sources: Gather) -> None:
    gathered = sources()
    signable: Callable[[str], bool] = lambda key: content_of(KINDS[key], gathered.facts(KINDS[key])).signable  # noqa: E731
    assert signable("cover") and signable("pact") and not signable("index") and not signable("lke")
