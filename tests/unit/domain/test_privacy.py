"""Numbers of people in texts: what counts, what does not, and any text at all in bounded time."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.privacy import PersonalKind, find_personal, is_nik, is_nisn

NIK, NISN, NIP, PHONE = PersonalKind
MAN, WOMAN = "3603011205780001", "3603015205780001"
DAYS = st.dates()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"NIK: {MAN}", {NIK: 1}),
        (f"12 {MAN} Budi", {NIK: 1}),
        (f"{MAN}, {WOMAN}", {NIK: 2}),
        (f"{MAN} dan sekali lagi {MAN}", {NIK: 1}),
        ("3603 0152 0578 0001", {NIK: 1}),
        ("360301-520578-0001", {NIK: 1}),
        ("36.03.01.520578.0001", {NIK: 1}),
        ("NIP 19651112 199002 2 002", {NIP: 1}),
        ("NIP. 196511121990022002", {NIP: 1}),
        ("197907222023212011", {NIP: 1}),
        ("No Nama NISN L/P 1 Ani 0051234567 P 2 Budi 0061234567 L", {NISN: 2}),
        ("Nama;NISN\nAni;0051234567\n", {NISN: 1}),
        ("Nomor Induk Siswa Nasional: 0051234567", {NISN: 1}),
        ("NIS/NISN 1234/0051234567", {NISN: 1}),
        ("HP 081234567890", {PHONE: 1}),
        ("0812-3456-7890 atau 0812 3456 7890", {PHONE: 1}),
        ("+62 812-3456-7890, 6281234567890", {PHONE: 1}),
        ("https://wa.me/6281234567890", {PHONE: 1}),
        (f"NIK {MAN} HP 0812345678", {NIK: 1, PHONE: 1}),
    ],
)
def test_found(text: str, found: dict[PersonalKind, int]) -> None:
    assert find_personal(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0103011205780001",  # no such province
        "3603013213780001",  # no such day
        "3603011213780001",  # no such month
        "3603010005780001",
        "3603011205780000",
        "3603001205780001",  # no such district
        f"1{MAN}",
        f"{MAN}9",
        f"a{MAN}",
        f"0,{MAN}",
        "3603 0112 0578 0001 1234",  # five groups: something else
        "2019 2020 2021 2022",
        "No. Rek. 3603011205780001",
        "19651312 199002 2 002",  # no such month
        "196511121990023002",  # neither man nor woman
        "0051234567",  # ten digits alone
        "NISN" + " " * 400 + "0051234567",  # too far from the word
        "NISN 8051234567",
        "Rekening BNI 0812345678",
        "a.n. Budi, nomor rekening: 081234567890",
        "081201000123456",  # an account of a bank, too long for a telephone
        "08123456",
        "(021) 5551234",
        "ISBN 978-602-8129-91-3",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "421/081234567890",
        "Rp 1.081.234.567.890",
    ],
)
def test_not_found(text: str) -> None:
    assert find_personal(text) == {}


def test_numbers_of_an_office_do_not_count() -> None:
    text = "NIP 19651112 199002 2 002, 19790722 200501 2 011, telepon +62 812-3456-7890"
    assert find_personal(text, ("196511121990022002", "0812 3456 7890", "")) == {NIP: 1}


def test_long_texts_are_read_to_their_end_whatever_stands_at_a_window() -> None:
    for shift in range(0, 60, 3):
        filler = "x " * ((32_768 - 30) // 2) + "-" * shift
        assert find_personal(f"{filler} {MAN} {filler} 0812 3456 7890") == {NIK: 1, PHONE: 1}, shift


@given(DAYS, st.booleans(), st.integers(1, 9999))
def test_every_plausible_nik_is_found(born: date, woman: bool, serial: int) -> None:
    day = born.day + (40 if woman else 0)
    number = f"327101{day:02}{born.month:02}{born.year % 100:02}{serial:04}"
    assert is_nik(number)
    assert find_personal(f"tabel {number} baris") == {NIK: 1}


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    found = find_personal(text)
    digits = len(re.findall(r"[0-9]", text))
    assert sum(found.values()) * 10 <= digits
    assert all(count > 0 for count in found.values())


@given(st.text("0123456789 .-+/,NIS", max_size=200))
def test_texts_made_of_digits(text: str) -> None:
    """What surrounds a text does not take away what is in it."""
    inside = find_personal(text)
    around = find_personal(f"a\n\n{text}\n\nb")
    assert inside.keys() <= around.keys()


@pytest.mark.parametrize("piece", ["1", "3603 0112 ", "NISN 0051234567 "])
def test_five_megabytes_of_anything(piece: str) -> None:
    """A pattern that went back and forth would not come to an end here."""
    text = piece * (5_000_000 // len(piece))
    assert set(find_personal(text)) <= {NISN}


def test_nisn_needs_a_year_of_birth() -> None:
    assert is_nisn("0051234567") and is_nisn("9991234567")
    assert not is_nisn("0551234567") and not is_nisn("005123456")
