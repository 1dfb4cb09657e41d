"""Names that every drive can hold, whatever people type."""

import re
import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zidesk.domain.filenames import (
    FILE_NAME_MAX,
    ROOT_MAX,
    clean_component,
    clean_suffix,
    collision_key,
    root_name,
    unique_names,
)

FORBIDDEN = set('<>:"/\\|?*%#') | {chr(code) for code in (*range(32), *range(127, 160))}
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}

hostile = st.one_of(
    st.text(max_size=120),
    st.text(alphabet="./\\ :*?%#\t\n\0'\"<>|-_aA", max_size=120),
    st.text(alphabet="e\u0301\u200d\u200e\ufeff\u0345\u1100\u1161\u11a8 \u00a0\u3000o\u0308", max_size=40),
    st.text(alphabet=st.characters(min_codepoint=0x10000), max_size=120),
    st.sampled_from([*DEVICES, "CON.txt", "aux .x", "Nul", "com¹.log", "con\u200d", "...", " . ", "~"]),
    st.builds(
        "".join, st.lists(st.sampled_from(["con", "aux", "nul", ".", " ", "\u0301", "(", "-", "x"]), max_size=9)
    ),
)


def assert_legal(name: str, limit: int = FILE_NAME_MAX) -> None:
    """Legal on FAT32, exFAT, NTFS and ext4 at once."""
    assert 0 < len(name) <= limit
    assert len(name.encode("utf-8")) <= 255
    assert len(name.encode("utf-16-le")) // 2 <= 255
    assert not FORBIDDEN & set(name)
    assert name == name.strip(" .")
    assert unicodedata.is_normalized("NFC", name)
    assert not {unicodedata.category(char) for char in name} & {"Cf", "Co", "Cn", "Cs", "Cc", "Zl", "Zp"}
    assert re.split(r"[ .]", name)[0].casefold() not in DEVICES
    assert not PureWindowsPath(name).is_reserved()


@given(hostile, st.integers(1, 120))
@example("e\u200d\u0301", 80)
@example("o\u2060\u0308.", 80)
@example("", 5)
@example("nul", 3)
@example("x (-", 3)
def test_any_text_becomes_a_legal_name(text: str, limit: int) -> None:
    assert_legal(clean_component(text, limit), limit)


@given(hostile)
def test_a_clean_name_stays_as_it_is(text: str) -> None:
    once = clean_component(text)
    assert clean_component(once) == once


@given(hostile)
def test_composed_and_decomposed_texts_give_the_same_name(text: str) -> None:
    forms = {clean_component(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SK Tim Kerja ZI 2026", "SK Tim Kerja ZI 2026"),
        ("Laporan: triwulan I/II?", "Laporan triwulan I II"),
        ('a\\b<c>d|e"f*g', "a b c d e f g"),
        ("100% hadir", "100 hadir"),
        ("  .Laporan. ", "Laporan"),
        ("baris satu\nbaris dua\tkolom", "baris satu baris dua kolom"),
        ("nol\0bita", "nolbita"),
        ("nama\u202efdp.exe", "namafdp.exe"),
        ("nama\u00a0tetap", "nama tetap"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Aux laporan", "_Aux laporan"),
        ("lpt1", "_lpt1"),
        ("COM10", "COM10"),
        ("konsep", "konsep"),
        ("", "tanpa nama"),
        ("...", "tanpa nama"),
        ("///", "tanpa nama"),
        ("\u200b\u200b", "tanpa nama"),
        ("e\u0301", "\u00e9"),
        ("e\u200d\u0301", "\u00e9"),
    ],
)
def test_what_becomes_of_it(text: str, name: str) -> None:
    assert clean_component(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "قرار فريق العمل",
        "工作小组决定书",
        "ꦥꦼꦂꦠꦼꦩꦸꦮꦤ꧀",
        "Führung – Übersicht",
        "Foto 📷 kegiatan",
        "Rapat n° 3 (akhir), final",
    ],
)
def test_other_scripts_are_kept(text: str) -> None:
    assert clean_component(text) == unicodedata.normalize("NFC", text)


def test_names_are_cut_at_a_word() -> None:
    title = "Laporan pemantauan dan evaluasi pelaksanaan rencana kerja pembangunan zona integritas"
    assert clean_component(title, 40) == "Laporan pemantauan dan evaluasi"
    assert clean_component(title, 23) == "Laporan pemantauan dan"
    assert clean_component("x" * 300, 40) == "x" * 40
    assert clean_component("SK (rev), tambahan", 10) == "SK (rev)"


def test_long_names_of_many_bytes_are_cut_to_what_a_drive_holds() -> None:
    for char in ("語", "📷", "é"):
        assert_legal(clean_component(char * 300, 300), 300)
    assert clean_component("語" * 90) == "語" * 77


def test_the_fallback_is_the_callers() -> None:
    assert clean_component("?", fallback="bukti") == "bukti"


@given(hostile)
def test_suffixes_are_plain(text: str) -> None:
    assert re.fullmatch(r"(\.[a-z0-9]{1,8})?", clean_suffix(text))


@pytest.mark.parametrize(
    ("given_suffix", "suffix"),
    [
        (".PDF", ".pdf"),
        ("jpg", ".jpg"),
        (".", ""),
        ("", ""),
        (".p d/f", ".pdf"),
        (".é", ""),
        (".numbers-tef", ".numberst"),
    ],
)
def test_suffix(given_suffix: str, suffix: str) -> None:
    assert clean_suffix(given_suffix) == suffix


suffixes = st.sampled_from(["", ".pdf", ".PDF".lower(), ".jpeg", ".docx"])
similar = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(
                ["SK", "sk", "Sk ", "ﬁle", "file", "FILE", "Straße", "STRASSE", "é", "e\u0301", "K", "\u212a"]
            ),
            st.sampled_from(
                ["ıt", "it", "IT", "İt", "SK (2)", "SK (3)", "ſk", "x" * 100, "x" * 101, "", ".", "con", "_con"]
            ),
            hostile,
        ),
        suffixes,
    ),
    max_size=14,
)


def same_on_some_drive(one: str, other: str) -> bool:
    ways = (str.lower, str.upper, str.casefold)
    forms = ("NFC", "NFD", "NFKC", "NFKD")
    return any(
        way(unicodedata.normalize(form, one)) == way(unicodedata.normalize(form, other))
        for way in ways
        for form in forms
    )


@given(similar, st.integers(20, 90))
def test_names_in_one_folder_are_legal_and_differ_on_every_drive(
    wanted: list[tuple[str, str]], limit: int
) -> None:
    names = unique_names(wanted, limit)
    assert len(names) == len(wanted)
    for name, (_, suffix) in zip(names, wanted, strict=True):
        assert_legal(name, limit)
        assert name.endswith(suffix)
    for index, name in enumerate(names):
        assert not any(same_on_some_drive(name, other) for other in names[:index])


@given(similar)
def test_names_depend_on_what_came_before_only(wanted: list[tuple[str, str]]) -> None:
    names = unique_names(wanted)
    assert names == unique_names(wanted)
    for count in range(len(wanted)):
        assert unique_names(wanted[:count]) == names[:count]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SK", "sk"),
        ("\u0131t", "IT"),
        ("\u017fk", "SK"),
        ("Straße", "STRASSE"),
        ("\ufb01le", "FILE"),
        ("e\u0301", "\u00c9"),
    ],
)
def test_names_that_some_drive_takes_for_one(one: str, other: str) -> None:
    assert collision_key(one) == collision_key(other)
    assert len({name.upper() for name in unique_names([(one, ".x"), (other, ".x")])}) == 2


def test_equal_names_are_numbered_from_two() -> None:
    wanted = [("SK Tim", ".pdf"), ("sk tim", ".pdf"), ("SK Tim", ".jpg"), ("SK Tim", ".pdf")]
    assert unique_names(wanted) == ["SK Tim.pdf", "sk tim (2).pdf", "SK Tim.jpg", "SK Tim (3).pdf"]
    assert unique_names([("a", ".x"), ("a (2)", ".x"), ("a", ".x")]) == ["a.x", "a (2).x", "a (3).x"]


def test_numbers_fit_within_the_limit() -> None:
    names = unique_names([("y" * 200, ".pdf")] * 1001)
    assert len({collision_key(name) for name in names}) == 1001
    assert names[0] == "y" * 76 + ".pdf"
    assert names[-1] == "y" * 69 + " (1001).pdf"
    assert {len(name) for name in names} == {80}


def test_a_hopeless_limit_does_not_hang() -> None:
    assert len(set(unique_names([("abc", ".jpeg")] * 3, 2))) == 3


@pytest.mark.parametrize(
    ("year", "npsn", "school", "name"),
    [
        (2026, "20605123", "SMAN 1 Kab. Tangerang", "ZI-2026-20605123-SMAN-1-KAB-TANGERANG"),
        (2026, "", "SMP Négeri 2", "ZI-2026-SMP-NEGERI-2"),
        (2026, "2060 5123", "", "ZI-2026-20605123"),
        (2026, "20605123", "学校", "ZI-2026-20605123"),
        (2026, "٢٠٦٠٥١٢٣", "SD 1", "ZI-2026-SD-1"),
        (2026, "20605123", "SMK Negeri 1 Kabupaten Tangerang Selatan", "ZI-2026-20605123-SMK-NEGERI-1-KABUPATEN"),
        (2026, "20605123", "SMK Negeri 1 Kabupate n", "ZI-2026-20605123-SMK-NEGERI-1-KABUPATE-N"),
    ],
)
def test_the_name_of_the_bundle(year: int, npsn: str, school: str, name: str) -> None:
    assert root_name(year, npsn, school) == name


@given(st.integers(2000, 2100), hostile, hostile)
def test_the_name_of_the_bundle_is_plain_and_short(year: int, npsn: str, school: str) -> None:
    name = root_name(year, npsn, school)
    assert re.fullmatch(r"ZI-\d{4}(-[A-Z0-9]+)*", name, re.ASCII)
    assert len(name) <= ROOT_MAX
    assert_legal(name)
