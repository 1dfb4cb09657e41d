"""Every letter, made from a full school and from an empty one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from tests.unit.services.documents.reading import all_text, outline, page_texts
from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import FieldRejected, TemplateFaulty, WrongSuffix
from zidesk.domain.profile import Person
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.letters.integrity_pact import for_each
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.letters.registry import LETTERS
from zidesk.services.documents.making import KINDS, make_document, make_paper, paper_facts
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.texts.catalogue import TextCatalogue

_ENTRIES = {
    "nomor": "800/064/2026",
    "tanggal": "2026-01-19",
    "penerima": "Kepala Dinas Pendidikan",
    "tempat_penerima": "Kota Kencana",
    "acara": "Rapat Zona Integritas",
    "tanggal_acara": "2026-01-21",
    "waktu": "09.00",
    "tempat": "Ruang rapat",
    "notulis": "Ratri Nugraha",
    "agenda": "Pembukaan\nPembagian tugas",
    "pembahasan": "Rapat dibuka.",
    "keputusan": "Bukti lengkap",
    "tindak_lanjut": "Melengkapi SK; Pokja 1; Januari",
    "hasil": "Tim dibentuk",
    "diperiksa_nama": "Bagas Wijaya",
    "diperiksa_jabatan": "Wakil Kepala",
}
_STAFF = (
    StaffMember("Dra. Sri Wahyuni, M.Pd.", "196511121990022002", "Pembina", "Kepala", ("Penanggung jawab",)),
    StaffMember("Laras Pranata", "198001012005012001", "Penata", "Guru", ("Anggota Pokja 2", "Agen Perubahan")),
    StaffMember("Bagas Atmaja", "", "", "Laboran", ("Ketua Pokja 2",)),
    StaffMember("Raden Mas " * 12, "198202022006041002", "Penata " * 8, "Guru " * 10, ()),
)
_KINDS = [kind.key for kind in LETTERS]


def _full(assessment: Assessment, layout: Layout, kind: str) -> PaperFacts:
    leader = Person("Sekar Ayuningrat", "197907222005012011", "Pembina")
    asked = {item.key for item in KINDS[kind].fields}
    fields = {key: value for key, value in _ENTRIES.items() if key in asked}
    known = replace(assessment, profile=replace(assessment.profile, team_leader=leader))
    return paper_facts(known, layout, fields=fields, staff=_STAFF)


@pytest.mark.parametrize("kind", _KINDS)
def test_a_full_school_lacks_nothing(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, kind: str
) -> None:
    facts = _full(assessment, layout, kind)
    assert KINDS[kind].missing(facts) == ()
    make_paper(KINDS[kind], tmp_path / "s.pdf", facts, stationery)
    make_paper(KINDS[kind], tmp_path / "s.docx", facts, stationery)
    text = all_text(tmp_path / "s.pdf")
    assert "SMA NEGERI 1 LEMBAH CENDANA" in text
    assert "Dra. Sri Wahyuni" in text
    assert "{{" not in text
    assert "....." not in text or kind in ("pact", "conflict")  # one of the staff has neither NIP nor rank
    assert outline(tmp_path / "s.pdf") or kind in ("cover", "invitation")  # letters without a title
    read = docx.Document(str(tmp_path / "s.docx"))
    words = " ".join(node.text or "" for node in read.element.body.iter() if node.tag.endswith("}t"))
    assert "SMA NEGERI 1 LEMBAH CENDANA" in words
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["s.docx", "s.pdf"]


@pytest.mark.parametrize("kind", _KINDS)
def test_an_empty_school_gets_dotted_lines(
    empty_assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, kind: str
) -> None:
    facts = paper_facts(empty_assessment, layout)
    missing = KINDS[kind].missing(facts)
    assert "kepala.nama" in missing
    assert all(
        need.partition(".")[0] in {"kepala", "ketua_tim", "penilaian", "isian", "pegawai"} for need in missing
    )
    make_paper(KINDS[kind], tmp_path / "s.pdf", facts, stationery)
    assert "....." in all_text(tmp_path / "s.pdf")


def test_each_member_of_staff_signs_a_page(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    facts = _full(assessment, layout, "pact")
    make_paper(KINDS["pact"], tmp_path / "p.pdf", facts, stationery)
    pages = page_texts(tmp_path / "p.pdf")
    assert len(pages) == len(_STAFF)
    assert "Menyaksikan" not in pages[0]  # the principal does not witness her own
    assert all("Menyaksikan" in page and "Pembuat pernyataan" in page for page in pages[1:])
    assert "Lembah Cendana, 19 Januari 2026" in pages[1]
    assert [title for _, title, _ in outline(tmp_path / "p.pdf")][1] == "Pakta Integritas – Laras Pranata"
    assert [member.name for member, alone in for_each(facts) if alone.staff == (member,)] == [
        member.name for member in _STAFF
    ]


def test_the_decree_lists_the_team(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    make_paper(KINDS["decree-team"], tmp_path / "s.pdf", _full(assessment, layout, "decree-team"), stationery)
    text = all_text(tmp_path / "s.pdf")
    for words in (
        "KEPUTUSAN KEPALA SMA NEGERI 1 LEMBAH CENDANA",
        "NOMOR 800/064/2026",
        "Menimbang : a. bahwa",
        "Mengingat : 1. Undang-Undang",
        "MEMUTUSKAN:",
        "KESATU : Membentuk",
        "Ditetapkan di Lembah Cendana pada tanggal 19 Januari 2026",
        "LAMPIRAN",
        "Kelompok Kerja 2: Penataan Tatalaksana",
    ):
        assert words in text
    annex = text[text.index("LAMPIRAN") :]
    assert annex.index("Bagas Atmaja") < annex.index("Laras Pranata")  # the leader of a group first
    assert "Raden Mas" not in annex  # has no role
    make_paper(KINDS["decree-agents"], tmp_path / "a.pdf", _full(assessment, layout, "decree-agents"), stationery)
    agents = all_text(tmp_path / "a.pdf")
    assert "Laras Pranata" in agents
    assert "Bagas Atmaja" not in agents


def test_meetings_tell_when_and_what(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    texts = {}
    for kind in ("invitation", "attendance", "minutes", "record"):
        make_paper(KINDS[kind], tmp_path / f"{kind}.pdf", _full(assessment, layout, kind), stationery)
        texts[kind] = all_text(tmp_path / f"{kind}.pdf")
    assert "Hari, tanggal : Rabu, 21 Januari 2026" in texts["invitation"]
    assert "Yth. Kepala Dinas Pendidikan di Kota Kencana" in texts["invitation"]
    assert "3 Bagas Atmaja Laboran 3." in texts["attendance"]
    assert "1 Melengkapi SK Pokja 1 Januari" in texts["minutes"]
    assert "Senin, tanggal sembilan belas bulan Januari tahun dua ribu dua puluh enam" in texts["record"]


def test_blank_rows_can_be_counted(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path
) -> None:
    make_document("attendance", tmp_path / "d.pdf", assessment, layout, stationery, fields={"baris": "40"})
    assert "40 40." in all_text(tmp_path / "d.pdf")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"tanggal_acara": "31-12-2026"}, "date"),
        ({"tanggal_acara": "2026-02-30"}, "date"),
        ({"baris": "0"}, "number"),
        ({"baris": "²"}, "number"),
        ({"baris": "100000"}, "number"),
        ({"acara": "x" * 4001}, "long"),
        ({"warna": "merah"}, "unknown"),
    ],
)
def test_entries_are_checked_before_anything_is_written(
    assessment: Assessment,
    layout: Layout,
    stationery: Stationery,
    tmp_path: Path,
    fields: dict[str, str],
    reason: str,
) -> None:
    with pytest.raises(FieldRejected) as caught:
        make_document("attendance", tmp_path / "d.pdf", assessment, layout, stationery, fields=fields)
    assert caught.value.reason == reason
    assert list(tmp_path.iterdir()) == []


def test_a_faulty_text_prints_nothing(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, resources_root: Path
) -> None:
    texts = TextCatalogue(resources_root / "letters", {"maklumat/isi": "a\n{{ salah_ketik }}"})
    older = tmp_path / "m.pdf"
    older.write_bytes(b"lama")
    with pytest.raises(TemplateFaulty) as caught:
        make_document("pledge", older, assessment, layout, stationery, texts=texts)
    assert (caught.value.key, caught.value.line) == ("maklumat/isi", 2)
    assert older.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [older]
    own = TextCatalogue(resources_root / "letters", {"maklumat/isi": "Kami **siap** melayani {{ sekolah.nama }}."})
    make_document("pledge", older, assessment, layout, stationery, texts=own)
    assert "Kami siap melayani SMA Negeri 1 Lembah Cendana." in all_text(older)


def test_a_misspelt_entry_is_a_fault_not_a_dotted_line(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, resources_root: Path
) -> None:
    texts = TextCatalogue(resources_root / "letters", {"berita-acara/pembuka": "{{ isian.acra }}"})
    with pytest.raises(TemplateFaulty):
        make_document("record", tmp_path / "r.pdf", assessment, layout, stationery, texts=texts)


@pytest.mark.parametrize(("kind", "name"), [("pledge", "m.txt"), ("index", "i.docx"), ("lke", "l.pdf")])
def test_other_formats_are_refused(
    assessment: Assessment, layout: Layout, stationery: Stationery, tmp_path: Path, kind: str, name: str
) -> None:
    with pytest.raises(WrongSuffix) as caught:
        make_document(kind, tmp_path / name, assessment, layout, stationery)
    assert caught.value.suffix == " atau ".join(KINDS[kind].formats)


def test_dates_are_dates(assessment: Assessment, layout: Layout) -> None:
    facts = paper_facts(assessment, layout, fields={"tanggal": "2026-01-19"})
    assert facts.day("tanggal") == date(2026, 1, 19)
    assert facts.day("lain") is None
