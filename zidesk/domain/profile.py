"""The school and the assessment it prepares for (`profil.toml`), with the checks of each field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

TARGETS = ("WBK", "WBBM")
CATEGORIES = ("reguler", "afirmasi")
_LONGEST = 300  # characters of one field


@dataclass(frozen=True, slots=True)
class School:
    name: str
    npsn: str = ""
    level: str = ""  # jenjang: SD, SMP, SMA, SMK …
    address: str = ""
    regency: str = ""
    province: str = ""
    postal_code: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    government: str = ""  # first line of the letterhead
    office: str = ""  # dinas, second line
    logo: str = ""  # SHA-256 of the stored picture, "" without one


@dataclass(frozen=True, slots=True)
class Person:
    name: str = ""
    nip: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    school: School
    principal: Person = field(default_factory=Person)
    team_leader: Person = field(default_factory=Person)
    year: int = 0
    target: str = "WBK"
    place: str = ""  # where letters are dated, e.g. "Balaraja"
    category: str = "reguler"  # printed; limits for afirmasi are not published, so it decides nothing
    wbk_held: bool = False

    @property
    def sections(self) -> "Mapping[str, School | Person | Profile]":
        """Where the fields of each section of `SECTIONS` are."""
        return {
            "sekolah": self.school,
            "kepala": self.principal,
            "ketua_tim": self.team_leader,
            "penilaian": self,
        }


_SCHOOL = {
    "nama": "name",
    "npsn": "npsn",
    "jenjang": "level",
    "alamat": "address",
    "kabupaten": "regency",
    "provinsi": "province",
    "kode_pos": "postal_code",
    "telepon": "phone",
    "surel": "email",
    "laman": "website",
    "pemerintah": "government",
    "dinas": "office",
    "logo": "logo",
}
_PERSON = {"nama": "name", "nip": "nip", "pangkat": "rank"}
_ASSESSMENT = {
    "tahun": "year",
    "target": "target",
    "tempat": "place",
    "kategori": "category",
    "sudah_wbk": "wbk_held",
}
# the Indonesian names of the fields, as profil.toml has them
SECTIONS: Mapping[str, Mapping[str, str]] = {
    "sekolah": _SCHOOL,
    "kepala": _PERSON,
    "ketua_tim": _PERSON,
    "penilaian": _ASSESSMENT,
}


def is_npsn(text: str) -> bool:
    """A school number: eight digits."""
    return re.fullmatch(r"[0-9]{8}", text) is not None


def is_nip(text: str) -> bool:
    """A civil-servant number: birth date, month of appointment, sex 1 or 2, serial number (8-6-1-3).

    Contract staff (PPPK, since 2019) have the number of their contract, 21 and up, in the month's place.
    """
    digits = text.replace(" ", "")
    if not re.fullmatch(r"[0-9]{14}[12][0-9]{3}", digits):
        return False
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    appointed, month = int(digits[8:12]), int(digits[12:14])
    in_order = 1 <= month <= 12 or (21 <= month <= 29 and appointed >= 2019)
    return in_order and born.year >= 1940 and appointed - born.year >= 15


def profile_faults(profile: Profile) -> tuple[tuple[str, str], ...]:
    """What is wrong with a profile: pairs of field ("sekolah.npsn") and reason key. Empty fields are allowed
    except the school's name and the year; papers print dotted lines for them."""
    faults: list[tuple[str, str]] = []
    if not profile.school.name.strip():
        faults.append(("sekolah.nama", "empty"))
    if profile.school.npsn and not is_npsn(profile.school.npsn):
        faults.append(("sekolah.npsn", "npsn"))
    for where, person in (("kepala", profile.principal), ("ketua_tim", profile.team_leader)):
        if person.nip and not is_nip(person.nip):
            faults.append((f"{where}.nip", "nip"))
    if not 2000 <= profile.year <= 2100:
        faults.append(("penilaian.tahun", "year"))
    if profile.target not in TARGETS:
        faults.append(("penilaian.target", "target"))
    if profile.category not in CATEGORIES:
        faults.append(("penilaian.kategori", "category"))
    faults.extend(
        (f"{section}.{key}", "long")
        for section, part in profile.sections.items()
        for key, name in SECTIONS[section].items()
        if len(str(getattr(part, name))) > _LONGEST
    )
    return tuple(faults)
