"""The demo school as its papers need it: names, addresses, and the 87 people who work there."""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Person:
    """`nip`: 18 digits, or "-" for staff who are no civil servants."""

    name: str
    nip: str
    position: str


@dataclass(frozen=True, slots=True)
class DemoSchool:
    """`staff[0]` is the principal, `staff[1]` the treasurer, `staff[2]` the leader of the ZI team."""

    name: str
    regency: str
    address: str
    post_code: str
    phone: str
    email: str
    site: str
    government: str
    office: str
    principal_rank: str
    staff: tuple[Person, ...]

    @property
    def principal(self) -> Person:
        return self.staff[0]

    @property
    def leader(self) -> Person:
        return self.staff[2]

    @property
    def place(self) -> str:
        return self.regency.removeprefix("Kabupaten ")


def load_school(resources: Path) -> DemoSchool:
    """The school of resources/demo/profil.toml with staff made from resources/demo/personil.toml."""
    profile = tomllib.loads((resources / "demo" / "profil.toml").read_text(encoding="utf-8"))
    names = tomllib.loads((resources / "demo" / "personil.toml").read_text(encoding="utf-8"))
    school, head, leader = profile["sekolah"], profile["kepala"], profile["ketua_tim"]
    others = _people(names)
    staff = (
        Person(head["nama"], head["nip"], "Kepala Sekolah"),
        Person(others[0].name, others[0].nip, "Bendahara"),
        Person(leader["nama"], leader["nip"], "Wakil Kepala Sekolah Bidang Kurikulum"),
        *(
            Person(person.name, person.nip, f"Wakil Kepala Sekolah Bidang {branch}")
            for person, branch in zip(others[1:], ("Kesiswaan", "Humas", "Sarana"), strict=False)
        ),
        *others[4 : names["jumlah"] - 2],
    )
    return DemoSchool(
        name=school["nama"],
        regency=school["kabupaten"],
        address=school["alamat"],
        post_code=school["kode_pos"],
        phone=school["telepon"],
        email=school["surel"],
        site=school["laman"],
        government=school["pemerintah"],
        office=school["dinas"],
        principal_rank=head["pangkat"],
        staff=staff,
    )


def _people(names: dict[str, list[str]]) -> list[Person]:
    """Invented people, the same on every run; the first `asn` of the staff have a NIP."""
    chance = random.Random("pegawai")
    first, last, degrees, positions = names["depan"], names["belakang"], names["gelar"], names["jabatan"]
    total, officials = int(str(names["jumlah"])), int(str(names["asn"]))
    people: list[Person] = []
    for i in range(total - 2):
        family = last[(i * 7 + i // len(first)) % len(last)]
        name = f"{first[i % len(first)]} {family}, {degrees[i % len(degrees)]}"
        nip = _nip(chance) if i < officials - 2 else "-"
        people.append(Person(name, nip, positions[(i + 1) % len(positions)]))
    return people


def _nip(chance: random.Random) -> str:
    """Birth date, month of appointment, sex, serial number: 18 digits."""
    born = chance.randint(1968, 1996)
    appointed = min(born + chance.randint(23, 32), 2024)
    birthday = f"{born}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    month, sex, serial = chance.choice((1, 3, 4, 12)), chance.randint(1, 2), chance.randint(1, 29)
    return f"{birthday}{appointed}{month:02d}{sex}{serial:03d}"
