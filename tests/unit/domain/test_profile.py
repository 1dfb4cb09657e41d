"""The school's own facts and what is wrong with them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.profile import Person, Profile, School, is_nip, is_npsn, profile_faults

MakeProfile = Callable[..., Profile]


@pytest.mark.parametrize("text", ["20605123", "00000000", "99900126"])
def test_npsn(text: str) -> None:
    assert is_npsn(text)


@pytest.mark.parametrize(
    "text", ["", "2060512", "206051234", "2060512A", " 20605123", "20605123\n", "٢٠٦٠٥١٢٣", "２０６０５１２３"]
)
def test_not_npsn(text: str) -> None:
    assert not is_npsn(text)


@pytest.mark.parametrize(
    "text",
    [
        "196511121990022002",
        "19651112 199002 2 002",
        "197907222005012011",
        "200001012015011001",
        "199001012022211001",  # PPPK: 21 and up instead of a month
        "19900101 201922 2 001",
    ],
)
def test_nip(text: str) -> None:
    assert is_nip(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("19651112199002200", "17 digits"),
        ("1965111219900220021", "19 digits"),
        ("19651112199002200A", "a letter"),
        ("196513121990022002", "no 13th month of birth"),
        ("196502301990022002", "no 30 February"),
        ("196511121990132002", "no 13th month of appointment"),
        ("196511121990002002", "no month 0"),
        ("196511121990202002", "neither a month nor PPPK"),
        ("196511121990302002", "neither a month nor PPPK"),
        ("196511121990212002", "no PPPK before 2019"),
        ("196511121990023002", "sex is 1 or 2"),
        ("196511121990020002", "sex is 1 or 2"),
        ("196511121979022002", "appointed at 14"),
        ("193511121960022002", "too old"),
        ("000011121990022002", "no year 0"),
        ("١٩٦٥١١١٢١٩٩٠٠٢٢٠٠٢", "not ASCII"),
        ("196511121990022002\n", "line end"),
    ],
)
def test_not_nip(text: str, why: str) -> None:
    assert not is_nip(text), why


@given(st.text(max_size=25) | st.text("0123456789", min_size=18, max_size=18))
def test_any_text_is_judged(text: str) -> None:
    assert is_nip(text) in (True, False)
    assert is_npsn(text) in (True, False)


def test_a_sound_profile(make_profile: MakeProfile) -> None:
    whole = make_profile(
        principal=Person("Drs. Wiradi Kusumanegara, M.Pd.", "196803141994031007", "Pembina"),
        team_leader=Person("Sekar Ayuningrat", "197907222005012011"),
        target="WBBM",
        category="afirmasi",
    )
    assert profile_faults(whole) == ()
    assert profile_faults(Profile(School("SD 1"), year=2026)) == ()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"name": "  "}, ("sekolah.nama", "empty")),
        ({"npsn": "123"}, ("sekolah.npsn", "npsn")),
        ({"principal": Person(nip="123")}, ("kepala.nip", "nip")),
        ({"team_leader": Person(nip="123")}, ("ketua_tim.nip", "nip")),
        ({"year": 1999}, ("penilaian.tahun", "year")),
        ({"year": 2101}, ("penilaian.tahun", "year")),
        ({"year": 0}, ("penilaian.tahun", "year")),
        ({"target": "wbk"}, ("penilaian.target", "target")),
        ({"category": "khusus"}, ("penilaian.kategori", "category")),
        ({"name": "x" * 301}, ("sekolah.nama", "long")),
        ({"principal": Person(name="x" * 301)}, ("kepala.nama", "long")),
        ({"principal": Person(rank="x" * 301)}, ("kepala.pangkat", "long")),
        ({"team_leader": Person(name="x" * 301)}, ("ketua_tim.nama", "long")),
        ({"place": "x" * 301}, ("penilaian.tempat", "long")),
    ],
)
def test_faults_name_the_field_as_the_file_does(
    make_profile: MakeProfile, changes: dict[str, object], fault: tuple[str, str]
) -> None:
    assert profile_faults(make_profile(**changes)) == (fault,)


def test_long_fields_of_the_school_are_named(make_profile: MakeProfile) -> None:
    profile = make_profile()
    long = replace(profile, school=replace(profile.school, address="x" * 301, regency="y" * 300, email="z" * 301))
    assert profile_faults(long) == (("sekolah.alamat", "long"), ("sekolah.surel", "long"))


def test_all_faults_at_once(make_profile: MakeProfile) -> None:
    faults = profile_faults(make_profile(name="", npsn="1", year=1, target="", category=""))
    assert [field for field, _ in faults] == [
        "sekolah.nama", "sekolah.npsn", "penilaian.tahun", "penilaian.target", "penilaian.kategori"
    ]  # fmt: skip
