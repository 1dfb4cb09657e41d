"""One PDF from many: order, stamps, contents, bookmarks, and the same bytes for the same files."""

from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from tests.unit.services.documents.reading import outline
from tests.unit.services.merged.conftest import Merge
from tests.unit.services.merged.merged_samples import evidence, job, paper, photo, texts
from zidesk.domain.errors import Cancelled
from zidesk.domain.progress import CancelToken, Progress
from zidesk.services.documents.paper import Stationery
from zidesk.services.merged.job import MergedFile
from zidesk.services.merged.merging import write_merged


@pytest.fixture
def files(tmp_path: Path) -> tuple[MergedFile, ...]:
    """Two papers and a photo under two questions."""
    first = paper(tmp_path / "SK.pdf", "Keputusan", "Lampiran", "Daftar nama")
    second = paper(tmp_path / "Notula.pdf", "Isi notula", size=(842, 595))
    return (
        evidence(first, 1, title="SK Tim Kerja", words="421/1 · 2 Januari 2026"),
        evidence(photo(tmp_path / "rapat.jpg"), 2, title="Foto rapat", words="3 Januari 2026"),
        evidence(second, 1, "A.I.1.i.b", title="Notula rapat"),
    )


def test_all_evidence_in_order_each_page_with_its_stamp(
    merge: Merge, out: Path, files: tuple[MergedFile, ...]
) -> None:
    result = merge(*files)
    pages = texts(out)
    assert (result.pages, result.files, result.stood_in) == (7, 3, ()) == (len(pages), 3, ())
    for page, (words, stamp) in enumerate(
        (
            ("Keputusan", "A.I.1.i.a-01 · hal. 1 dari 3 · 3"),
            ("Lampiran", "A.I.1.i.a-01 · hal. 2 dari 3 · 4"),
            ("Daftar nama", "A.I.1.i.a-01 · hal. 3 dari 3 · 5"),
            ("Foto rapat 3 Januari 2026", "A.I.1.i.a-02 · hal. 1 dari 1 · 6"),
            ("Isi notula", "A.I.1.i.b-01 · hal. 1 dari 1 · 7"),
        ),
        start=2,
    ):
        assert words in pages[page]
        assert pages[page].endswith(stamp)


def test_the_cover_names_school_target_and_scope(merge: Merge, out: Path, files: tuple[MergedFile, ...]) -> None:
    merge(*files)
    cover = texts(out)[0]
    for words in ("SMA Negeri 1 Lembah Cendana", "menuju WBK · Tahun 2026", "A.I.1 Manajemen Perubahan"):
        assert words in cover
    assert "3 berkas bukti" in cover
    assert "Halaman 1 dari 7" in cover
    info = PdfReader(out).metadata
    assert info is not None
    assert str(info["/CreationDate"]) == "D:20260417103200+07'00'"


def test_contents_lead_where_they_say(merge: Merge, out: Path, files: tuple[MergedFile, ...]) -> None:
    merge(*files)
    reader = PdfReader(out)
    numbers = {
        page.indirect_reference.idnum: place for place, page in enumerate(reader.pages) if page.indirect_reference
    }
    links = [annotation.get_object() for annotation in reader.pages[1]["/Annots"]]
    ends = [numbers[link["/Dest"][0].idnum] + 1 for link in links]
    # sub-area, question, its two files, question, its file
    assert ends == [3, 3, 3, 6, 7, 7]
    heights = [float(link["/Rect"][1]) for link in links]
    assert heights == sorted(heights, reverse=True)
    for words in ("A.I.1.i.a-01 SK Tim Kerja", "421/1 · 2 Januari 2026", "A.I.1.i.b-01 Notula rapat"):
        assert words in texts(out)[1]


def test_bookmarks_go_down_to_those_of_the_sources(merge: Merge, out: Path, tmp_path: Path) -> None:
    source = paper(tmp_path / "Laporan.pdf", "Pendahuluan", "Isi", "Penutup")
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        with pdf.open_outline() as tree:
            tree.root.append(pikepdf.OutlineItem("Bab I", 0))
            tree.root.append(pikepdf.OutlineItem("Bab II", 1))
            tree.root[1].children.append(pikepdf.OutlineItem("Bab II bagian akhir", 2))
        pdf.save(source)
    merge(evidence(source, title="Laporan"), evidence(photo(tmp_path / "a.jpg"), 2, title="Foto"))
    assert outline(out) == [
        (0, "Berkas Gabungan", 1),
        (0, "Daftar isi", 2),
        (0, "A.I.1.i Penyusunan Tim Kerja", 3),
        (1, "A.I.1.i.a Butir A.I.1.i.a", 3),
        (2, "A.I.1.i.a-01 Laporan", 3),
        (3, "Bab I", 3),
        (3, "Bab II", 4),
        (4, "Bab II bagian akhir", 5),
        (2, "A.I.1.i.a-02 Foto", 6),
    ]


def test_links_within_a_source_still_lead_to_its_pages(merge: Merge, out: Path, tmp_path: Path) -> None:
    source = paper(tmp_path / "Buku.pdf", "Isi", "Bab")
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[10, 10, 90, 30],
            Dest=[pdf.pages[1].obj, pikepdf.Name.XYZ, 5, 700, 0],
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([link])
        pdf.save(source)
    merge(evidence(source))
    reader = PdfReader(out)
    (found,) = reader.pages[2]["/Annots"]
    target = found.get_object()["/Dest"]
    assert reader.pages[3].indirect_reference is not None
    assert target[0].idnum == reader.pages[3].indirect_reference.idnum
    assert [float(value) for value in target[2:4]] == [5, 700]


def test_the_same_files_give_the_same_bytes(
    merge: Merge, out: Path, files: tuple[MergedFile, ...], stationery: Stationery
) -> None:
    merge(*files)
    again = out.with_name("lagi.pdf")
    write_merged(again, job(*files), stationery)
    assert again.read_bytes() == out.read_bytes()


def test_a_file_used_twice_is_carried_once(merge: Merge, out: Path, tmp_path: Path) -> None:
    from dataclasses import replace

    source = paper(tmp_path / "a.pdf", "Sama", "Juga")
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        noise = b"".join(bytes([(n * n * 7 + n // 251) % 256]) for n in range(60_000))
        pdf.pages[0].obj.Resources["/XObject"] = pikepdf.Dictionary(Noise=pdf.make_stream(noise))
        pdf.save(source, compress_streams=False)
    one = replace(evidence(source, 1), content="ab" * 32)
    merge(one)
    once = out.stat().st_size
    merge(one, replace(one, position=2), replace(one, position=3))
    assert out.stat().st_size < once + 20_000
    pages = texts(out)
    assert pages[4].endswith("A.I.1.i.a-02 · hal. 1 dari 2 · 5")
    assert [page.split(" A.I")[0] for page in pages[2:]] == ["Sama", "Juga"] * 3


@pytest.mark.parametrize("moment", [0, 1, 2, 3])
def test_cancelled_at_any_file_nothing_stays(
    files: tuple[MergedFile, ...], out: Path, stationery: Stationery, moment: int
) -> None:
    cancel = CancelToken()
    out.write_bytes(b"yang lama")

    def report(progress: Progress) -> None:
        if progress.done == moment:
            cancel.cancel()

    if moment == len(files):  # told when all is done: too late to stop
        write_merged(out, job(*files), stationery, report, cancel)
        assert out.read_bytes().startswith(b"%PDF")
        return
    with pytest.raises(Cancelled):
        write_merged(out, job(*files), stationery, report, cancel)
    assert [path.name for path in out.parent.iterdir()] == [out.name]
    assert out.read_bytes() == b"yang lama"


def test_a_drive_that_is_full_is_no_fault_of_the_sources(
    files: tuple[MergedFile, ...], stationery: Stationery
) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no such device here")
    from zidesk.services.merged.assembly import Assembly
    from zidesk.services.merged.pdf_file import PdfFile, WriteFaultError

    with pytest.raises(WriteFaultError) as refused, full.open("wb", buffering=0) as stream:
        Assembly(PdfFile(stream), stationery.fonts)
    assert isinstance(refused.value.fault, OSError)


def test_progress_names_every_file(files: tuple[MergedFile, ...], out: Path, stationery: Stationery) -> None:
    told: list[Progress] = []
    write_merged(out, job(*files), stationery, told.append)
    assert [(one.done, one.item) for one in told] == [
        (0, "SK Tim Kerja"),
        (1, "Foto rapat"),
        (2, "Notula rapat"),
        (3, ""),
    ]
    assert {one.total for one in told} == {3}
