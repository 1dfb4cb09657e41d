"""Reading profil.toml, and the record the database keeps."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import ProfileInvalid
from zidesk.domain.profile import SECTIONS, Person, Profile, School
from zidesk.storage.profile_file import read_profile
from zidesk.storage.profile_record import profile_from_record, profile_to_record

WHOLE = """
[sekolah]
nama = "SMAN 1 Kab. Tangerang"
npsn = "20605123"
jenjang = "SMA"
alamat = "Jalan Kenari 12"
kabupaten = "Kabupaten Tangerang"
provinsi = "Banten"
kode_pos = "15610"
telepon = "(021) 555126"
surel = "tu@sekolah.example"
laman = "www.sekolah.example"
pemerintah = "Pemerintah Provinsi Banten"
dinas = "Dinas Pendidikan dan Kebudayaan"
logo = "gambar/logo.png"

[kepala]
nama = "Drs. Wiradi Kusumanegara, M.Pd."
nip = "19680314 199403 1 007"
pangkat = "Pembina Utama Muda, IV/c"

[ketua_tim]
nama = "Sekar Ayuningrat, S.Pd."
nip = "197907222005012011"

[penilaian]
tahun = 2026
target = "WBBM"
tempat = "Balaraja"
kategori = "afirmasi"
sudah_wbk = true
"""
SHORT = '[sekolah]\nnama = "SD 1"\n[penilaian]\ntahun = 2026\n'


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "profil.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults_of(path: Path) -> tuple[tuple[str, str], ...]:
    with pytest.raises(ProfileInvalid) as caught:
        read_profile(path)
    assert caught.value.path == path
    return caught.value.faults


def test_a_whole_profile(tmp_path: Path) -> None:
    logo = tmp_path / "gambar" / "logo.png"
    logo.parent.mkdir()
    logo.write_bytes(b"\x89PNG")
    profile, found = read_profile(written(tmp_path, WHOLE))
    assert found == logo
    assert profile == Profile(
        school=School(
            name="SMAN 1 Kab. Tangerang",
            npsn="20605123",
            level="SMA",
            address="Jalan Kenari 12",
            regency="Kabupaten Tangerang",
            province="Banten",
            postal_code="15610",
            phone="(021) 555126",
            email="tu@sekolah.example",
            website="www.sekolah.example",
            government="Pemerintah Provinsi Banten",
            office="Dinas Pendidikan dan Kebudayaan",
            logo="",
        ),
        principal=Person("Drs. Wiradi Kusumanegara, M.Pd.", "19680314 199403 1 007", "Pembina Utama Muda, IV/c"),
        team_leader=Person("Sekar Ayuningrat, S.Pd.", "197907222005012011"),
        year=2026,
        target="WBBM",
        place="Balaraja",
        category="afirmasi",
        wbk_held=True,
    )


def test_name_and_year_are_enough(tmp_path: Path) -> None:
    profile, logo = read_profile(written(tmp_path, SHORT))
    assert profile == Profile(School("SD 1"), year=2026)
    assert logo is None


def test_a_byte_order_mark_and_foreign_line_ends(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + SHORT.replace("\n", "\r\n").encode()
    assert read_profile(written(tmp_path, text)) == (Profile(School("SD 1"), year=2026), None)


def test_an_absolute_logo(tmp_path: Path) -> None:
    logo = tmp_path / "lain" / "logo.png"
    logo.parent.mkdir()
    logo.touch()
    path = written(tmp_path, SHORT.replace('SD 1"', f"SD 1\"\nlogo = '{logo}'"))
    assert read_profile(path)[1] == logo


def test_the_shipped_example(resources_root: Path) -> None:
    profile, logo = read_profile(resources_root / "demo" / "profil.toml")
    assert profile.school.name
    assert profile.year == 2026
    assert logo == resources_root / "demo" / "logo.png"


@pytest.mark.parametrize("name", ["tidak-ada.png", ".", "x" * 300 + ".png", "a\\u0000b.png"])
def test_a_missing_logo(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, SHORT.replace('SD 1"', f'SD 1"\nlogo = "{name}"'))
    assert faults_of(path) == (("sekolah.logo", "logo"),)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (SHORT + "[lain]\n", [("lain", "unknown")]),
        ("judul = 1\n" + SHORT, [("judul", "unknown")]),
        (SHORT + "taget = 'WBK'\n", [("penilaian.taget", "unknown")]),
        (SHORT + "[kepala]\nalamat = 'x'\n", [("kepala.alamat", "unknown")]),
        (SHORT.replace("2026", "'2026'"), [("penilaian.tahun", "type")]),
        (SHORT.replace("2026", "2026.0"), [("penilaian.tahun", "type")]),
        (SHORT.replace("2026", "true"), [("penilaian.tahun", "type")]),
        (SHORT + "sudah_wbk = 1\n", [("penilaian.sudah_wbk", "type")]),
        (SHORT + "sudah_wbk = 'ya'\n", [("penilaian.sudah_wbk", "type")]),
        (SHORT + "[kepala]\nnip = 196803141994031007\n", [("kepala.nip", "type")]),
        (SHORT + "[kepala]\nnama = ['a', 'b']\n", [("kepala.nama", "type")]),
        (SHORT + "[kepala]\nnama = 2026-01-01\n", [("kepala.nama", "type")]),
        (SHORT + "[[kepala]]\nnama = 'a'\n", [("kepala", "type")]),
        ("kepala = 'Budi'\n" + SHORT, [("kepala", "type")]),
        ("", [("sekolah.nama", "empty"), ("penilaian.tahun", "year")]),
        (SHORT.replace("SD 1", ""), [("sekolah.nama", "empty")]),
        (SHORT.replace("2026", "99999999999999999999"), [("penilaian.tahun", "year")]),
        (
            SHORT + "target = 'wbk'\n[kepala]\nnip = '1'\n[ketua_tim]\nnama = '" + "x" * 301 + "'\n",
            [("kepala.nip", "nip"), ("penilaian.target", "target"), ("ketua_tim.nama", "long")],
        ),
        (
            SHORT + "taget = 1\ntempat = 2\n[x]\n",
            [("penilaian.taget", "unknown"), ("penilaian.tempat", "type"), ("x", "unknown")],
        ),
    ],
)
def test_every_fault_with_its_field(tmp_path: Path, text: str, faults: list[tuple[str, str]]) -> None:
    assert sorted(faults_of(written(tmp_path, text))) == sorted(faults)


@pytest.mark.parametrize(
    "text",
    [
        b"[sekolah\n",
        b"nama = ",
        b"[sekolah]\nnama = 'a'\nnama = 'b'\n",
        b"[sekolah]\n[sekolah]\n",
        b'[sekolah]\nnama = "\xe9"\n',
        SHORT.encode("utf-16"),
        b"a = " + b"[" * 20_000,
        b"a = " + b"9" * 5_000,
        b"tahun = 2026-02-30\n",
        b"\x00",
        b"PK\x03\x04",
    ],
    ids=[
        "bracket",
        "no value",
        "twice",
        "section twice",
        "latin-1",
        "utf-16",
        "deep",
        "digits",
        "date",
        "nul",
        "zip",
    ],
)
def test_what_is_not_toml(tmp_path: Path, text: bytes) -> None:
    [(detail, reason)] = faults_of(written(tmp_path, text))
    assert reason == "toml"
    assert detail


def test_a_file_too_large(tmp_path: Path) -> None:
    assert faults_of(written(tmp_path, b"#" * 1_000_001)) == (("", "large"),)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "tidak-ada.toml"):
        [(_, reason)] = faults_of(path)
        assert reason == "unreadable"


toml_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(text=st.one_of(toml_texts, toml_texts.map(lambda rest: SHORT + rest)))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = written(tmp_path_factory.getbasetemp(), text)
    try:
        profile, _ = read_profile(path)
    except ProfileInvalid as fault:
        assert fault.faults
    else:
        assert profile == Profile(School("SD 1"), year=2026)


persons = st.builds(Person, st.text(), st.text(), st.text())
profiles = st.builds(
    Profile,
    school=st.builds(School, *(st.text() for _ in SECTIONS["sekolah"])),
    principal=persons,
    team_leader=persons,
    year=st.integers(),
    target=st.text(),
    place=st.text(),
    category=st.text(),
    wbk_held=st.booleans(),
)


@given(profiles)
def test_a_record_gives_the_same_profile_back(profile: Profile) -> None:
    record = profile_to_record(profile)
    assert profile_from_record(record) == profile
    assert {section: set(fields) for section, fields in record.items()} == {
        section: set(names) for section, names in SECTIONS.items()
    }


def test_the_record_has_every_field_of_a_profile() -> None:
    marked = Profile(
        School(*(f"s{n}" for n in range(13))),
        Person("a", "b", "c"),
        Person("d", "e", "f"),
        2026,
        "T",
        "P",
        "K",
        True,
    )
    values = [value for section in profile_to_record(marked).values() for value in section.values()]
    assert sorted(map(str, values)) == sorted(
        [*(f"s{n}" for n in range(13)), *"abcdef", "2026", "T", "P", "K", "True"]
    )


def test_a_record_of_an_older_program_may_lack_fields() -> None:
    assert profile_from_record({"sekolah": {"nama": "SD 1"}}) == Profile(School("SD 1"))
    assert profile_from_record({}) == Profile(School(""))
    held = profile_from_record({"penilaian": {"sudah_wbk": True}})
    assert held == replace(Profile(School("")), wbk_held=True)
