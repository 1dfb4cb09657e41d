"""The profile as a plain record, the same in profil.toml and in the database: Indonesian keys in sections."""

from collections.abc import Mapping
from typing import Any

from zidesk.domain.profile import SECTIONS, Person, Profile, School


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
    return {
        section: {key: getattr(part, name) for key, name in SECTIONS[section].items()}
        for section, part in profile.sections.items()
    }
