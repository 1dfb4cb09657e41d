"""The profile as a plain record, the same in profil.toml and in the database: Indonesian keys in sections."""

from collections.abc import Mapping
from typing import Any

from zidesk.domain.profile import Person, Profile, School

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
SECTIONS: Mapping[str, Mapping[str, str]] = {
    "sekolah": _SCHOOL,
    "kepala": _PERSON,
    "ketua_tim": _PERSON,
    "penilaian": _ASSESSMENT,
}


def profile_from_record(record: Mapping[str, Mapping[str, Any]]) -> Profile:
    """The profile of a record whose fields are known and of the right type."""

    def part(section: str) -> dict[str, Any]:
        names = SECTIONS[section]
        return {names[key]: value for key, value in record.get(section, {}).items()}

    return Profile(
        school=School(**{"name": "", **part("sekolah")}),
        principal=Person(**part("kepala")),
        team_leader=Person(**part("ketua_tim")),
        **part("penilaian"),
    )


def profile_to_record(profile: Profile) -> dict[str, dict[str, Any]]:
    """The record of a profile; `profile_from_record` gives the same profile back."""
    values = {
        "sekolah": profile.school,
        "kepala": profile.principal,
        "ketua_tim": profile.team_leader,
        "penilaian": profile,
    }
    return {
        section: {key: getattr(values[section], name) for key, name in names.items()}
        for section, names in SECTIONS.items()
    }
