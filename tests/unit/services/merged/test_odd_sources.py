"""What cannot be shown is stood in for; what is hostile or odd does no harm."""

import zipfile
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from tests.unit.services.documents.reading import outline
from tests.unit.services.merged.conftest import Merge
from tests.unit.services.merged.merged_samples import changed, colours_at, evidence, paper, photo, sound, texts
from zidesk.domain.evidence import FileKind
from zidesk.services.merged.job import Why


def test_each_kind_of_trouble_gets_a_page_with_the_place_of_the_file(
    merge: Merge, out: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "arsip.zip"
    with zipfile.ZipFile(archive, "w") as inside:
        inside.writestr("a.txt", "a")
    locked = changed(
        paper(tmp_path / "kunci.pdf", "Rahasia"),
        lambda _pdf: None,
        encryption=pikepdf.Encryption(owner="a", user="b"),
    )
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4\nbukan apa-apa")
    good = paper(tmp_path / "baik.pdf", "Baik")
    result = merge(
        evidence(archive, 1),
        evidence(locked, 2),
        evidence(broken, 3),
        sound(broken, position=4),
        sound(locked, position=5),
        sound(tmp_path / "hilang.pdf", position=6),
        sound(broken, FileKind.IMAGE, 7),
        evidence(good, 8),
    )
    assert [(item.file.position, item.why) for item in result.stood_in] == [
        (1, Why.KIND),
        (2, Why.LOCKED),
        (3, Why.DAMAGED),
        (4, Why.UNREADABLE),
        (5, Why.LOCKED),
        (6, Why.MISSING),
        (7, Why.UNREADABLE),
    ]
    pages = texts(out)
    assert len(pages) == 2 + 8
    assert "data/A.I Pemenuhan/A.I.1.i.a-01 arsip.zip" in pages[2]
    assert "Arsip (zip)" in pages[2]
    assert "terkunci dengan kata sandi" in pages[3]
    assert all(page.endswith(f"A.I.1.i.a-0{n} · hal. 1 dari 1 · {n + 2}") for n, page in enumerate(pages[2:], 1))
    assert pages[9].startswith("Baik")
    assert "Rahasia" not in "".join(pages)
    assert "7 berkas hanya disebut tempatnya" in pages[0]
    (link,) = PdfReader(out).pages[2]["/Annots"]
    assert link.get_object()["/A"]["/URI"] == "../data/A.I%20Pemenuhan/A.I.1.i.a-01%20arsip.zip"


def test_a_paper_locked_against_changes_only_is_merged(merge: Merge, out: Path, tmp_path: Path) -> None:
    source = changed(
        paper(tmp_path / "a.pdf", "Terbaca"), lambda _pdf: None, encryption=pikepdf.Encryption(owner="a", user="")
    )
    assert merge(evidence(source)).stood_in == ()
    assert texts(out)[2].startswith("Terbaca")


def test_nothing_that_acts_comes_along(merge: Merge, out: Path, tmp_path: Path) -> None:
    def arm(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert('kena')"))
        launch = Dictionary(S=Name.Launch, F=String("calc.exe"))
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=script)
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script)])))
        pdf.attachments["virus.exe"] = b"kena attached"
        page = pdf.pages[0].obj
        page.AA = Dictionary(O=launch)
        page.Resources["/Properties"] = Dictionary(
            P=pdf.make_indirect(Dictionary(A=script, AA=Dictionary(O=launch), Inner=Dictionary(D=script)))
        )
        page.Resources["/XObject"] = Dictionary(
            X=pdf.make_stream(
                b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1], F=String("/etc/passwd")
            )
        )
        page.Annots = Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
                for action in (
                    script,
                    launch,
                    Dictionary(S=Name.URI, URI=String("javascript:alert(1)")),
                    Dictionary(S=Name.URI, URI=String("file:///etc/passwd")),
                    Dictionary(S=Name.URI, URI=String("https://sekolah.example/(a)")),
                )
            ]
        )

    merge(evidence(changed(paper(tmp_path / "a.pdf", "Isi"), arm)))
    reader = PdfReader(out)
    assert [link.get_object()["/A"]["/URI"] for link in reader.pages[2]["/Annots"]] == [
        "https://sekolah.example/(a)"
    ]
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(reader.trailer["/Root"])
    with pikepdf.open(out) as pdf:
        everything = b"".join(
            item.unparse(resolved=True)
            if not isinstance(item, pikepdf.Stream)
            else item.stream_dict.unparse() + item.read_bytes(pikepdf.StreamDecodeLevel.generalized)
            for item in pdf.objects
            if item is not None
        )
    for word in (b"JavaScript", b"kena", b"Launch", b"calc.exe", b"passwd", b"/AA ", b"EmbeddedFile"):
        assert word not in everything


def test_form_fields_and_notes_become_part_of_the_page(merge: Merge, out: Path, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    source = tmp_path / "formulir.pdf"
    canvas = Canvas(str(source))
    canvas.acroForm.textfield(name="nama", value="Siti Aminah", x=40, y=500, width=200, height=20)
    canvas.showPage()
    canvas.save()
    merge(evidence(source))
    assert "Siti Aminah" in texts(out)[2]
    assert "/Annots" not in PdfReader(out).pages[2]


def test_outlines_that_go_round_in_circles_end(merge: Merge, out: Path, tmp_path: Path) -> None:
    def circle(pdf: pikepdf.Pdf) -> None:
        item = pdf.make_indirect(Dictionary(Title=String("Putar"), Dest=Array([pdf.pages[0].obj, Name.Fit])))
        item.Next = item
        item.First = item
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item))

    merge(evidence(changed(paper(tmp_path / "a.pdf", "Isi"), circle)))
    assert [title for _, title, _ in outline(out)].count("Putar") == 1


def test_named_places_are_found_and_a_broken_tree_does_no_harm(merge: Merge, out: Path, tmp_path: Path) -> None:
    def named(pdf: pikepdf.Pdf) -> None:
        place = Array([pdf.pages[1].obj, Name.Fit])
        tree = Dictionary(Names=Array([String("bab"), place]))
        pdf.Root.Names = Dictionary(Dests=tree)
        pdf.Root.Dests = Dictionary(lama=place)
        items = [
            pdf.make_indirect(Dictionary(Title=String(title), Dest=dest))
            for title, dest in (("Satu", String("bab")), ("Dua", Name.lama), ("Tiada", String("hilang")))
        ]
        items[0].Next, items[1].Next = items[1], items[2]
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=items[0], Last=items[2]))

    def broken(pdf: pikepdf.Pdf) -> None:
        node = pdf.make_indirect(Dictionary(Limits=Array([String("a"), String("z")])))
        node.Kids = Array([node])
        pdf.Root.Names = Dictionary(Dests=node)

    source = changed(paper(tmp_path / "a.pdf", "Isi", "Bab"), named)
    merge(evidence(source))
    assert [(title, page) for _, title, page in outline(out)][-2:] == [("Satu", 4), ("Dua", 4)]
    assert merge(evidence(changed(source, broken))).stood_in == ()


def test_a_tree_that_names_a_thousand_million_pages_is_not_walked(merge: Merge, out: Path, tmp_path: Path) -> None:
    leaf, levels = 20, 9
    branches = [
        f"{n + 2} 0 obj\n<< /Type /Pages /Count 10 /Kids [{' '.join([f'{n + 3} 0 R'] * 10)}] >>\nendobj\n"
        for n in range(levels)
    ]
    end = f"{levels + 2} 0 obj\n<< /Type /Pages /Count 1 /Kids [{leaf} 0 R] >>\nendobj\n"
    page = f"{leaf} 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\n"
    root = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    data = tmp_path / "b.pdf"
    data.write_text(f"%PDF-1.4\n{root}{''.join(branches)}{end}{page}trailer\n<< /Root 1 0 R /Size 21 >>\n%%EOF\n")
    assert [item.why for item in merge(sound(data)).stood_in] == [Why.UNREADABLE]


def test_thousands_of_notes_are_survived(merge: Merge, out: Path, tmp_path: Path) -> None:
    def crowd(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[1, 1, 9, 9], Contents=String("catatan"))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(Dictionary(note)) for _ in range(5_000)])

    assert merge(evidence(changed(paper(tmp_path / "a.pdf", "Isi"), crowd))).stood_in == ()
    assert texts(out)[2].startswith("Isi")


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
def test_the_stamp_stands_upright_in_the_lower_right_corner(
    merge: Merge, out: Path, tmp_path: Path, turn: int
) -> None:
    def blacken(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.MediaBox, page.CropBox, page.Rotate = [-100, -50, 900, 950], [0, 50, 600, 750], turn
        page.Contents = pdf.make_stream(b"0 g -500 -500 3000 3000 re f")

    merge(evidence(changed(paper(tmp_path / "a.pdf", "Isi"), blacken)))
    with pikepdf.open(out) as pdf:
        box = [float(value) for value in pdf.pages[2].mediabox]
        assert box == [0, 50, 600, 750]
    wide = 700 if turn % 180 else 600
    plate, *dark = colours_at(
        out, 2, (1 - 10 / wide, 1 - 9 / 700), (0.02, 0.02), (0.98, 0.02), (0.02, 0.98), (0.5, 0.98)
    )
    assert min(plate) > 200
    assert all(max(colour) < 20 for colour in dark)
    assert texts(out)[2].endswith("hal. 1 dari 1 · 3")


@pytest.mark.parametrize(
    "content",
    [
        b"q q 3 0 0 3 500 500 cm q 0 g 0 0 5000 5000 re f",
        b"Q Q 0 0 0 0 0 0 cm",
        b"2 0 0 2 900 900 cm 3 Tr 1 1 1 rg q",
        b"BT 90 Tz 4 Ts (q q q \\) Q) Tj",
    ],
)
def test_instructions_out_of_balance_do_not_move_the_stamp(
    merge: Merge, out: Path, tmp_path: Path, content: bytes
) -> None:
    source = paper(tmp_path / "a.pdf", "Isi")
    merge(evidence(source))
    (expected,) = colours_at(out, 2, (1 - 10 / 595, 1 - 9 / 842))

    def upset(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(content)

    merge(evidence(changed(source, upset)))
    assert next(colours_at(out, 2, (1 - 10 / 595, 1 - 9 / 842))) == expected
    with pikepdf.open(out) as pdf:
        assert pdf.pages[2].obj.Contents[-1].read_bytes().rstrip().endswith(b"ET Q")


@pytest.mark.parametrize(
    ("box", "shown"),
    [
        ([0, 0, 100_000, 50_000], (14_400, 7_200)),
        ([0, 0, 0, 0], (595.28, 841.89)),
        ([600, 800, 0, 0], (600, 800)),
        ([0, 0, 40, 30], (40, 30)),
        (["a", "b"], (612, 792)),  # what qpdf takes for it
    ],
)
def test_pages_of_any_size(
    merge: Merge, out: Path, tmp_path: Path, box: list[object], shown: tuple[float, float]
) -> None:
    def resize(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([String(value) if isinstance(value, str) else value for value in box])

    assert merge(sound(changed(paper(tmp_path / "a.pdf", "Isi"), resize))).stood_in == ()
    reader = PdfReader(out)
    size = reader.pages[2].mediabox
    assert (float(size.width), float(size.height)) == pytest.approx(shown, abs=0.01)
    assert "hal. 1 dari 1" in reader.pages[2].extract_text()


def test_what_its_author_hid_stays_hidden(merge: Merge, out: Path, tmp_path: Path) -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Rahasia")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        page = pdf.pages[0].obj
        page.Resources["/Properties"] = Dictionary(L=layer)
        page.Contents = pdf.make_stream(b"/OC /L BDC 0 g 0 0 900 900 re f EMC")

    merge(evidence(changed(paper(tmp_path / "a.pdf", "Isi"), hide)))
    assert next(colours_at(out, 2, (0.5, 0.5))) == (255, 255, 255)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_stand_upright_and_untouched(merge: Merge, out: Path, tmp_path: Path, orientation: int) -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = orientation
    source = photo(tmp_path / "a.jpg", (400, 200), exif=exif, quality=90)
    merge(evidence(source, title="Kegiatan", words="1 Mei 2026"))
    assert source.read_bytes() in out.read_bytes()  # not encoded again
    # red begins at the left, at the right, at the top or at the bottom
    ends = {1: "L", 2: "R", 3: "R", 4: "L", 5: "T", 6: "T", 7: "B", 8: "B"}[orientation]
    width, height = (200, 400) if orientation > 4 else (400, 200)
    # the frame: 25 mm at the left, 20 mm at the right and above
    left = (70.87 + (595.28 - 70.87 - 56.69 - width) / 2) / 595.28
    top = 56.69 / 841.89
    near, far = {
        "L": ((0.1, 0.5), (0.9, 0.5)),
        "R": ((0.9, 0.5), (0.1, 0.5)),
        "T": ((0.5, 0.1), (0.5, 0.9)),
        "B": ((0.5, 0.9), (0.5, 0.1)),
    }[ends]
    spots = [(left + x * width / 595.28, top + y * height / 841.89) for x, y in (near, far)]
    red, blue = colours_at(out, 2, *spots)
    assert red[0] > 200 > 80 > red[2]
    assert blue[2] > 200 > 80 > blue[0]


@pytest.mark.parametrize("suffix", [".png", ".webp", ".gif", ".bmp", ".tiff"])
def test_other_pictures_are_drawn_anew(merge: Merge, out: Path, tmp_path: Path, suffix: str) -> None:
    assert merge(evidence(photo(tmp_path / f"a{suffix}"), title="Gambar")).stood_in == ()
    red, blue = colours_at(out, 2, (0.3, 0.1), (0.7, 0.1))
    assert red[0] > 180 > 90 > red[2]
    assert blue[2] > 180 > 90 > blue[0]


def test_a_scan_of_several_pages_becomes_as_many(merge: Merge, out: Path, tmp_path: Path) -> None:
    from PIL import Image

    pages = [Image.new("L", (200, 300), shade) for shade in (0, 128, 255)]
    pages[0].save(tmp_path / "a.tiff", save_all=True, append_images=pages[1:])
    assert merge(evidence(tmp_path / "a.tiff")).pages == 5
    assert texts(out)[4].endswith("hal. 3 dari 3 · 5")


def test_no_evidence_still_has_cover_and_contents(merge: Merge, out: Path) -> None:
    assert merge().pages == 2
    assert len(texts(out)) == 2
