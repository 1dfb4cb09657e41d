"""The index over a small sheet: what is found, in which order, and after which changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from zidesk.domain.answer import Answer
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import INBOX, EvidenceUse, StoredFile
from zidesk.domain.instrument import Node, Question
from zidesk.storage.search.hits import CUT, Hit, HitKind
from zidesk.storage.search.store import SearchStore
from zidesk.storage.search.texts import TextPart
from zidesk.storage.search.wording import words_of
from zidesk.storage.workspace import Workspace

CODE = "A.I.1.i.a"
Make = Callable[..., Assessment]


@pytest.fixture
def store(workspace: Workspace) -> Iterator[SearchStore]:
    store = SearchStore(workspace.paths, read_only=False)
    yield store
    store.close()


@pytest.fixture
def filled(workspace: Workspace, stored: Callable[[str], StoredFile]) -> Make:
    """Makes an assessment with such titles (and facts) as evidence of CODE, numbered from 1."""

    def make(*titles: str, notes: dict[str, str] | None = None, **facts: str) -> Assessment:
        uses = tuple(
            EvidenceUse(number, CODE, stored(title), number, title, "berkas.pdf", workspace.clock(), **facts)
            for number, title in enumerate(titles, start=1)
        )
        answers = {code: Answer(None, note) for code, note in (notes or {}).items()}
        return replace(workspace.assessment(), evidence={CODE: uses} if uses else {}, answers=answers)

    return make


def ask(store: SearchStore, typed: str, exact: str | None = None, limit: int = 50) -> tuple[Hit, ...]:
    return store.find(words_of(typed), exact, limit)


def titles(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.title.text for hit in hits]


def bold(hit: Hit) -> list[str]:
    return [hit.title.text[start:end] for start, end in hit.title.hits]


def read(use: EvidenceUse, *pages: str) -> TextPart:
    return TextPart(use.file.sha256, 1, pages, last=True)


def test_results_come_from_the_first_letter(store: SearchStore, filled: Make) -> None:
    store.refresh(filled("Notula rapat koordinasi", "SK Tim Kerja"))
    for typed in ("n", "no", "notu", "notula", "notula ra", "RAPAT notula"):
        hits = ask(store, typed)
        assert titles(hits) == ["Notula rapat koordinasi"], typed
    assert bold(hits[0]) == ["Notula", "rapat"]
    assert (hits[0].kind, hits[0].code, hits[0].use_id, hits[0].page) == (HitKind.EVIDENCE, CODE, 1, None)
    assert ask(store, "notula tim") == ()


def test_accents_do_not_matter(store: SearchStore, filled: Make) -> None:
    store.refresh(filled("Résumé kegiatan"))
    assert titles(ask(store, "resume")) == titles(ask(store, "RÉSUMÉ")) == ["Résumé kegiatan"]


def test_numbers_of_letters_are_found_whole_and_in_part(store: SearchStore, filled: Make) -> None:
    store.refresh(filled("Surat tugas", number="421/07/2026"))
    for typed in ("421", "421/0", "421/07/2026", "07/2026"):
        (hit,) = ask(store, typed)
        assert hit.snippet.text == "421/07/2026" and hit.snippet.hits, typed
    assert ask(store, "421/08") == ask(store, "2026/07") == ()


def test_a_title_comes_before_a_note_and_a_note_before_a_name(store: SearchStore, filled: Make) -> None:
    made = filled("Daftar hadir", "Rapat bulanan", "Foto")
    uses = list(made.evidence[CODE])
    uses[0] = replace(uses[0], note="diserahkan sesudah rapat")
    uses[2] = replace(uses[2], original_name="rapat.jpg")
    store.refresh(replace(made, evidence={CODE: tuple(uses)}))
    hits = ask(store, "rapat")
    assert titles(hits) == ["Rapat bulanan", "Daftar hadir", "Foto"]
    assert [hit.snippet.text for hit in hits[1:]] == ["diserahkan sesudah rapat", "rapat.jpg"]
    assert hits[0].snippet.text == "berkas.pdf", "another passage than the title"


def test_the_question_that_was_named_comes_first(store: SearchStore, filled: Make) -> None:
    store.refresh(filled("1.i.c salinan", notes={CODE: "lihat 1.i.c"}))
    hits = ask(store, "1.i.c", exact="A.I.1.i.c")
    assert [hit.kind for hit in hits] == [HitKind.QUESTION, HitKind.EVIDENCE, HitKind.NOTE]
    assert hits[0].code == "A.I.1.i.c"
    several = ask(store, "1.i", exact="A.I.1.i.b")
    assert several[0].code == "A.I.1.i.b" and {hit.code for hit in several} >= {CODE, "A.I.1.i.c"}


def test_titles_come_before_questions_that_only_mention_it(store: SearchStore, filled: Make) -> None:
    made = filled("Notula rapat")
    (question, *_), instrument = made.instrument.questions, made.instrument
    guided = replace(question, guidance="Lampirkan notula rapat")
    component, *others = instrument.components
    sheet = replace(instrument, components=(_with_question(component, guided), *others))
    store.refresh(replace(made, instrument=sheet))
    assert [hit.kind for hit in ask(store, "notula")] == [HitKind.EVIDENCE, HitKind.QUESTION]
    titled = replace(question, short_title="Notula")
    sheet = replace(instrument, components=(_with_question(component, titled), *others))
    store.refresh(replace(made, instrument=sheet))
    assert [hit.kind for hit in ask(store, "notula")] == [HitKind.QUESTION, HitKind.EVIDENCE]


def _with_question(node: Node, question: Question) -> Node:
    """The node with a question in place of the one of the same code, wherever below it."""
    return replace(
        node,
        children=tuple(_with_question(child, question) for child in node.children),
        questions=tuple(question if old.code == question.code else old for old in node.questions),
    )


def test_notes_of_answers(store: SearchStore, filled: Make) -> None:
    store.refresh(filled(notes={"A.I.1.ii.a": "Menunggu tanda tangan kepala sekolah"}))
    (hit,) = ask(store, "tanda tang")
    assert (hit.kind, hit.code, hit.use_id) == (HitKind.NOTE, "A.I.1.ii.a", None)
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.hits] in (["tanda tang"], ["tanda", "tangan"])


def test_the_inbox_is_searched_too(store: SearchStore, filled: Make) -> None:
    made = filled("Rapat satu", "Rapat dua")
    first, second = made.evidence[CODE]
    lying = replace(second, question_code=INBOX)
    store.refresh(made)
    store.refresh(replace(made, evidence={CODE: (first,)}, inbox=(lying,)))
    assert {hit.title.text: hit.code for hit in ask(store, "rapat")} == {"Rapat satu": CODE, "Rapat dua": INBOX}


def test_changes_are_followed(store: SearchStore, filled: Make) -> None:
    store.refresh(filled("Lama", "Tetap", notes={CODE: "catatan pertama"}))
    store.refresh(filled("Baru", "Tetap", notes={CODE: "catatan kedua"}))
    assert ask(store, "lama") == ask(store, "pertama") == ()
    assert titles(ask(store, "baru")) == ["Baru"] and titles(ask(store, "tetap")) == ["Tetap"]
    assert len(ask(store, "kedua")) == 1
    store.refresh(filled())
    assert ask(store, "tetap") == ask(store, "baru") == ask(store, "kedua") == ()


def test_only_a_note_changed(store: SearchStore, filled: Make) -> None:
    made = filled("Rapat")
    store.refresh(made)
    store.refresh(replace(made, answers={CODE: Answer(None, "segera dilengkapi")}))
    assert len(ask(store, "segera")) == 1 and titles(ask(store, "rapat")) == ["Rapat"]


def test_pages_name_the_use_and_the_page(store: SearchStore, filled: Make) -> None:
    made = filled("Laporan", "Lain")
    first, second = made.evidence[CODE]
    store.refresh(made)
    store.add_texts([read(first, "sampul", "", "monitoring dan evaluasi triwulan"), read(second, "kosong")])
    (hit,) = ask(store, "evaluasi tri")
    assert (hit.kind, hit.use_id, hit.page, hit.title.text) == (HitKind.PAGE, 1, 3, "Laporan")
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.hits] == ["evaluasi", "triwulan"]


def test_one_hit_for_each_content_however_many_pages_or_uses(store: SearchStore, filled: Make) -> None:
    made = filled("Laporan", "Lain")
    first, second = made.evidence[CODE]
    shared = replace(second, file=first.file)
    store.refresh(replace(made, evidence={CODE: (first, shared)}))
    store.add_texts([read(first, "evaluasi", "evaluasi evaluasi", "evaluasi")])
    (hit,) = ask(store, "evaluasi")
    assert hit.use_id == 1
    store.refresh(replace(made, evidence={CODE: (replace(shared, position=1),)}))
    (hit,) = ask(store, "evaluasi")
    assert hit.use_id == 2, "the text stays while a use is left"
    store.refresh(filled())
    assert ask(store, "evaluasi") == (), "nothing of what lies in the bin"


def test_long_texts_are_cut_around_the_hit(store: SearchStore, filled: Make) -> None:
    made = filled("Laporan")
    store.refresh(made)
    store.add_texts([read(made.evidence[CODE][0], f"{'awal ' * 500}pelayanan prima {'akhir ' * 500}")])
    (hit,) = ask(store, "pelayanan")
    assert len(hit.snippet.text) < 200 and hit.snippet.text.startswith(CUT)
    ((start, end),) = hit.snippet.hits
    assert hit.snippet.text[start:end] == "pelayanan"


def test_what_is_read_is_remembered(store: SearchStore, filled: Make) -> None:
    first, second, third = (use.file.sha256 for use in filled("a", "b", "c").evidence[CODE])
    store.add_texts([TextPart(second, 1, (), last=True), TextPart(third, 1, ("separuh",), last=False)])
    assert store.unread([third, first, second, first]) == (third, first)


def test_a_file_read_anew_is_not_there_twice(store: SearchStore, filled: Make) -> None:
    made = filled("Laporan")
    (use,) = made.evidence[CODE]
    store.refresh(made)
    store.add_texts([TextPart(use.file.sha256, 1, ("usang", "usang"), last=False)])
    store.add_texts([TextPart(use.file.sha256, 1, ("segar",), last=False)])
    store.add_texts([TextPart(use.file.sha256, 2, ("sambungan",), last=True)])
    assert ask(store, "usang") == ()
    assert [ask(store, typed)[0].page for typed in ("segar", "sambungan")] == [1, 2]


def test_the_end_of_a_text_without_its_beginning_is_not_taken_for_the_whole(store: SearchStore) -> None:
    store.add_texts([TextPart("ab" * 32, 5, ("ekor",), last=True)])
    assert store.unread(["ab" * 32]) == ("ab" * 32,)


def test_every_kind_has_its_share(store: SearchStore, filled: Make) -> None:
    made = filled(*(f"Rapat {number}" for number in range(80)), notes={CODE: "rapat"})
    store.refresh(made)
    store.add_texts([read(use, "rapat") for use in made.evidence[CODE]])
    hits = ask(store, "rapat")
    counts = [sum(hit.kind is kind for hit in hits) for kind in HitKind]
    assert sum(counts) == 50 and counts[2] == 1 and counts[1] >= 18 and counts[3] >= 12
    assert len(ask(store, "rapat", limit=7)) == 7


def test_too_many_to_weigh_are_still_found(
    store: SearchStore, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zidesk.storage.search.finding._RANKED_ENTRIES", 2)
    monkeypatch.setattr("zidesk.storage.search.finding._RANKED_PAGES", 2)
    made = filled("Foto", "Rapat satu", "Rapat dua", "Rapat tiga", note="sesudah rapat")
    store.refresh(made)
    store.add_texts([read(use, f"rapat {use.title}") for use in made.evidence[CODE]])
    hits = ask(store, "rapat")
    evidence = [hit.title.text for hit in hits if hit.kind is HitKind.EVIDENCE]
    assert evidence == ["Rapat satu", "Rapat dua", "Rapat tiga", "Foto"], "titles before notes"
    assert sum(hit.kind is HitKind.PAGE for hit in hits) == 4


def test_two_over_one_file_are_both_right(store: SearchStore, workspace: Workspace, filled: Make) -> None:
    """As where a workspace is opened anew while the search of its last opening is still ending."""
    store.refresh(filled("Notula rapat", "SK Tim Kerja"))
    another = SearchStore(workspace.paths, read_only=False)
    another.refresh(filled("Berita acara"))
    assert titles(ask(store, "notula")) == ["Notula rapat"] and ask(store, "berita") == ()
    assert titles(ask(another, "berita")) == ["Berita acara"] and ask(another, "notula") == ()
    store.refresh(filled("Notula rapat"))
    assert ask(store, "kerja") == () and ask(store, "berita") == ()
    another.close()
