"""Where each file goes in a bundle, for both layouts and both sheets."""

import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zidesk.domain.archive_layout import BundlePlan, Layout, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import UnknownArea
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.filenames import FILE_NAME_MAX, PATH_MAX, clean_component, collision_key
from zidesk.domain.instrument import Instrument

MakeUse = Callable[..., EvidenceUse]
MakeAssessment = Callable[..., Assessment]
TITLE = "SK Tim Kerja ZI 2026"


@pytest.fixture(scope="session")
def layouts(resources_root: Path) -> dict[str, Layout]:
    """The profiles that ship, read without the loader of the storage layer."""
    found = {}
    for path in sorted((resources_root / "layouts").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        folders = {component: tuple(parts) for component, parts in data["folder"].items()}
        found[path.stem] = Layout(
            data["id"], data["judul"], folders, data["nama_berkas"], data["batas_nama_folder"]
        )
    assert set(found) == {"lke", "area"}
    return found


@pytest.fixture
def one_each(make_use: MakeUse, make_assessment: MakeAssessment) -> Callable[[Instrument], Assessment]:
    """An assessment with one paper under every question."""
    return lambda sheet: make_assessment(
        sheet, [make_use(q.code, title=TITLE, seed=n) for n, q in enumerate(sheet.questions)]
    )


def paths(plan: BundlePlan) -> list[str]:
    return [item.path for item in plan.files]


@pytest.mark.parametrize(
    ("layout", "code", "path"),
    [
        (
            "lke",
            "A.I.1.i.a",
            f"data/A.I Pemenuhan/1 Manajemen Perubahan/i Penyusunan Tim Kerja/a/A.I.1.i.a-01 {TITLE}.pdf",
        ),
        (
            "lke",
            "A.II.4.i.a",
            f"data/A.II Reform/4 Penguatan Akuntabilitas/i Meningkatnya capaian/a/A.II.4.i.a-01 {TITLE}.pdf",
        ),
        ("area", "A.I.1.i.a", f"data/AREA I/i Penyusunan Tim Kerja/A.I.1.i.a-01 {TITLE}.pdf"),
        ("area", "A.II.6.ii.a", f"data/AREA VI/ii Penanganan Pengaduan Pelayanan/A.II.6.ii.a-01 {TITLE}.pdf"),
    ],
)  # fmt: skip
def test_a_path_in_full(
    instrument: Instrument, layouts: dict[str, Layout], one_each: Callable[[Instrument], Assessment],
    layout: str, code: str, path: str,
) -> None:  # fmt: skip
    plan = plan_layout(one_each(instrument), layouts[layout])
    assert [item.path for item in plan.by_question[code]] == [path]


def test_results_have_their_own_folders(
    instrument: Instrument, layouts: dict[str, Layout], one_each: Callable[[Instrument], Assessment]
) -> None:
    by_lke = plan_layout(one_each(instrument), layouts["lke"]).by_question["B.I.a"][0].path
    assert by_lke.startswith("data/B Hasil/B.I Birokrasi yang Bersih/a Nilai Survei Persepsi")
    by_area = plan_layout(one_each(instrument), layouts["area"]).by_question["B.I.a"][0].path
    assert by_area.startswith("data/HASIL/B.I.a Nilai Survei Persepsi")


def test_the_plan_tells_what_it_covers(
    instrument: Instrument, layouts: dict[str, Layout], one_each: Callable[[Instrument], Assessment]
) -> None:
    assessment = one_each(instrument)
    plan = plan_layout(assessment, layouts["area"])
    assert (plan.root_name, plan.layout_id, plan.areas) == ("ZI-2026-20605123-SMAN-1-KAB-TANGERANG", "area", ())
    assert plan.places == instrument.places
    assert plan.bytes == sum(1000 + seed for seed in range(113))
    assert {code: len(files) for code, files in plan.by_question.items()} == dict.fromkeys(
        (q.code for q in instrument.questions), 1
    )


@pytest.mark.parametrize("layout", ["lke", "area"])
def test_the_same_assessment_gives_the_same_paths(
    instrument: Instrument, layouts: dict[str, Layout], one_each: Callable[[Instrument], Assessment], layout: str
) -> None:
    first, second = (plan_layout(one_each(instrument), layouts[layout]) for _ in range(2))
    assert first == second
    assert paths(first) == paths(second)


titles = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        ["x" * 300, "panjang sekali " * 20, "../../etc/passwd", "C:\\Windows\\win.ini", "CON", "{title.__class__}",
         "{0}", "%s", "語" * 300, "📷" * 300, ".", "a\0b", "kata\nbaru", "SK", "sk", "Sk",
         "\u202eefdp", "e\u0301" * 150]
    ),
)  # fmt: skip
names = st.one_of(
    st.text(max_size=40), st.sampled_from(["SK.PDF", "foto.jpeg", "tanpa", ".pdf", "a.b.c", "x." + "y" * 300])
)
paper = st.tuples(titles, names, st.sampled_from(["", ".pdf", ".jpg", ".docx"]), st.integers(0, 3))


@settings(max_examples=60)
@given(data=st.data(), papers=st.lists(paper, min_size=1, max_size=12), layout=st.sampled_from(["lke", "area"]))
def test_every_path_is_legal_short_and_alone_whatever_the_titles(
    instrument: Instrument,
    older_instrument: Instrument,
    layouts: dict[str, Layout],
    make_use: MakeUse,
    make_assessment: MakeAssessment,
    data: st.DataObject,
    papers: list[tuple[str, str, str, int]],
    layout: str,
) -> None:
    sheet = instrument if data.draw(st.booleans()) else older_instrument
    start = data.draw(st.integers(0, len(sheet.questions) - 1))
    uses = [
        make_use(sheet.questions[(start + near) % len(sheet.questions)].code, n + 1, title, name, suffix, n)
        for n, (title, name, suffix, near) in enumerate(papers)
    ]
    assessment = make_assessment(sheet, uses)
    plan = plan_layout(assessment, layouts[layout])
    assert Counter(item.use.id for item in plan.files) == Counter(use.id for use in uses)
    assert_sound(plan)


@pytest.mark.parametrize("title", ["x" * 300, "panjang sekali " * 20, "語" * 300, "📷 " * 150, ""])
@pytest.mark.parametrize("layout", ["lke", "area"])
def test_long_titles_under_every_question_of_both_sheets(
    instrument: Instrument,
    older_instrument: Instrument,
    layouts: dict[str, Layout],
    make_use: MakeUse,
    make_assessment: MakeAssessment,
    layout: str,
    title: str,
) -> None:
    for sheet in (instrument, older_instrument):
        uses = [make_use(q.code, n, title, seed=n) for q in sheet.questions for n in (1, 2, 123)]
        plan = plan_layout(make_assessment(sheet, uses), layouts[layout])
        assert len(plan.files) == len(uses)
        assert_sound(plan)


def assert_sound(plan: BundlePlan) -> None:
    keys = [collision_key(path) for path in paths(plan)]
    assert len(set(keys)) == len(keys)
    folders: dict[str, str] = {}
    for path in paths(plan):
        assert len(path) <= PATH_MAX
        *above, name = path.split("/")
        assert above[0] == "data"
        assert 0 < len(name) <= FILE_NAME_MAX
        for part in (*above, name):
            assert part == clean_component(part, len(part))
        for folder in PurePosixPath(path).parents:
            spelled = folders.setdefault(collision_key(str(folder)), str(folder))
            assert spelled == str(folder)
    assert not set(keys) & set(folders)


@pytest.mark.parametrize(
    ("areas", "questions"),
    [
        (("1",), {"A.I.1": 12, "A.II.1": 4}),
        (("1", "2"), {"A.I.1": 12, "A.II.1": 4, "A.I.2": 9, "A.II.2": 6}),
        (("2", "1", "1"), {"A.I.1": 12, "A.II.1": 4, "A.I.2": 9, "A.II.2": 6}),
        (("B",), {"B.I": 2, "B.II": 1}),
        (("b",), {"B.I": 2, "B.II": 1}),
        (("A.II",), {"A.II.1": 4, "A.II.2": 6, "A.II.3": 3, "A.II.4": 3, "A.II.5": 4, "A.II.6": 3}),
        (("a.ii.6",), {"A.II.6": 3}),
        ((" 6 ", "B.II"), {"A.I.6": 19, "A.II.6": 3, "B.II": 1}),
    ],
)
def test_a_bundle_of_some_areas(
    instrument: Instrument,
    layouts: dict[str, Layout],
    one_each: Callable[[Instrument], Assessment],
    areas: tuple[str, ...],
    questions: dict[str, int],
) -> None:
    plan = plan_layout(one_each(instrument), layouts["lke"], areas)
    assert Counter(place.area.code for place in plan.places) == questions
    assert Counter(instrument.place(item.use.question_code).area.code for item in plan.files) == questions
    order = [q.code for q in instrument.questions]
    covered = [order.index(place.question.code) for place in plan.places]
    assert covered == sorted(covered)


def test_paths_do_not_depend_on_the_areas_chosen(
    instrument: Instrument, layouts: dict[str, Layout], one_each: Callable[[Instrument], Assessment]
) -> None:
    for layout in layouts.values():
        whole = set(paths(plan_layout(one_each(instrument), layout)))
        assert set(paths(plan_layout(one_each(instrument), layout, ("3",)))) < whole


@pytest.mark.parametrize("area", ["7", "0", "C", "A.III", "", " ", "1,2", "A.I.1.i", "satu"])
def test_unknown_areas(
    instrument: Instrument, layouts: dict[str, Layout], make_assessment: MakeAssessment, area: str
) -> None:
    with pytest.raises(UnknownArea) as caught:
        plan_layout(make_assessment(instrument), layouts["lke"], ("1", area))
    assert caught.value.area == area
    assert caught.value.known == ("1", "2", "3", "4", "5", "6")


@pytest.mark.parametrize(
    ("original", "real", "suffix"),
    [
        ("SK.pdf", ".pdf", ".pdf"),
        ("SK.PDF", ".pdf", ".pdf"),
        ("SK.doc", ".pdf", ".pdf"),
        ("SK", ".pdf", ".pdf"),
        ("foto.jpeg", ".jpg", ".jpeg"),
        ("foto.JFIF", ".jpg", ".jfif"),
        ("foto.png", ".jpg", ".jpg"),
        ("foto.heif", ".heic", ".heif"),
        ("scan.tiff", ".tif", ".tiff"),
        ("laman.html", ".htm", ".html"),
        ("laman.htm", ".html", ".htm"),
        ("film.m4v", ".mp4", ".m4v"),
        ("data.xyz", "", ".xyz"),
        ("data", "", ""),
        (".pdf", "", ""),
        ("arsip.tar.gz", "", ".gz"),
        ("berkas.p?d*f", "", ".pdf"),
    ],
)
def test_the_suffix_is_that_of_the_real_type(
    instrument: Instrument,
    layouts: dict[str, Layout],
    make_use: MakeUse,
    make_assessment: MakeAssessment,
    original: str,
    real: str,
    suffix: str,
) -> None:
    use = make_use("A.I.1.i.a", title="Bukti", original_name=original, suffix=real)
    [path] = paths(plan_layout(make_assessment(instrument, [use]), layouts["area"]))
    assert PurePosixPath(path).name == f"A.I.1.i.a-01 Bukti{suffix}"


def test_without_a_title_the_original_name_speaks(
    instrument: Instrument, layouts: dict[str, Layout], make_use: MakeUse, make_assessment: MakeAssessment
) -> None:
    use = make_use("A.I.1.i.a", 7, original_name="Undangan rapat.pdf")
    [path] = paths(plan_layout(make_assessment(instrument, [use]), layouts["area"]))
    assert PurePosixPath(path).name == "A.I.1.i.a-07 Undangan rapat.pdf"


def test_equal_titles_in_one_folder_are_numbered(
    instrument: Instrument, layouts: dict[str, Layout], make_use: MakeUse, make_assessment: MakeAssessment
) -> None:
    plain = replace(layouts["area"], file_name="{title}")
    codes = ("A.I.1.i.a", "A.I.1.i.b", "A.I.1.ii.a")
    uses = [
        make_use(code, title=title, seed=n)
        for n, (code, title) in enumerate(zip(codes, ("SK", "sk", "SK"), strict=True))
    ]
    folder = "data/AREA I"
    assert paths(plan_layout(make_assessment(instrument, uses), plain)) == [
        f"{folder}/i Penyusunan Tim Kerja/SK.pdf",
        f"{folder}/i Penyusunan Tim Kerja/sk (2).pdf",
        f"{folder}/ii Rencana Pembangunan Zona/SK.pdf",
    ]


def test_folders_that_differ_only_in_case_become_one(
    instrument: Instrument, layouts: dict[str, Layout], make_use: MakeUse, make_assessment: MakeAssessment
) -> None:
    component = instrument.components[0]
    group = component.children[0]
    renamed = replace(group.children[1], name=group.children[0].name.upper(), number="1")
    changed = replace(group, children=(group.children[0], renamed, *group.children[2:]))
    sheet = replace(
        instrument,
        components=(replace(component, children=(changed, *component.children[1:])), instrument.components[1]),
    )
    uses = [make_use(q.code, title=TITLE, seed=n) for n, q in enumerate(sheet.questions)]
    plan = plan_layout(make_assessment(sheet, uses), layouts["lke"])
    assert {PurePosixPath(path).parts[2] for path in paths(plan) if "/A.I.2." in path} == {"1 Manajemen Perubahan"}
    assert_sound(plan)


def test_a_component_without_a_pattern_uses_the_common_one(
    instrument: Instrument, make_use: MakeUse, make_assessment: MakeAssessment
) -> None:
    layout = Layout("uji", "Uji", {"": ("{component.name}",)}, "{code}")
    uses = [make_use("A.I.1.i.a"), make_use("B.I.a")]
    assessment = make_assessment(instrument, uses)
    assert paths(plan_layout(assessment, layout)) == ["data/Pengungkit/A.I.1.i.a.pdf", "data/Hasil/B.I.a.pdf"]
    bare = replace(layout, folders={})
    assert paths(plan_layout(assessment, bare)) == ["data/A.I.1.i.a.pdf", "data/B.I.a.pdf"]


def test_folders_deeper_than_a_path_may_be_do_not_hang(
    instrument: Instrument, make_use: MakeUse, make_assessment: MakeAssessment
) -> None:
    layout = Layout("uji", "Uji", {"": ("x" * 60, "y" * 60, "z" * 60)}, "{code} {title}", folder_limit=60)
    uses = [make_use("A.I.1.i.a", title="a"), make_use("A.I.1.i.a", 2, title="b")]
    plan = plan_layout(make_assessment(instrument, uses), layout)
    assert len(set(paths(plan))) == 2
