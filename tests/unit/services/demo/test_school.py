import tomllib
from pathlib import Path

from zidesk.services.demo.pictures.logo import draw_logo
from zidesk.services.demo.school import load_school


def test_the_staff_has_the_numbers_the_answers_speak_of(resources_root: Path) -> None:
    staff = load_school(resources_root).staff
    assert len(staff) == len({person.name for person in staff}) == 87
    officials = [person for person in staff if person.nip != "-"]
    assert len(officials) == 72 + 2  # those outside LHKPN, and the two who report it
    assert len({person.nip for person in officials}) == len(officials)


def test_a_nip_tells_birth_appointment_and_sex(resources_root: Path) -> None:
    for person in load_school(resources_root).staff:
        if person.nip != "-":
            assert len(person.nip) == 18 and person.nip.isdigit()
            assert 18 <= int(person.nip[8:12]) - int(person.nip[:4]) <= 35
            assert 1 <= int(person.nip[12:14]) <= 12 and person.nip[14] in "12"


def test_the_profile_names_principal_and_leader(resources_root: Path) -> None:
    profile = tomllib.loads((resources_root / "demo" / "profil.toml").read_text(encoding="utf-8"))
    school = load_school(resources_root)
    assert school.principal.name == profile["kepala"]["nama"]
    assert school.leader.nip == profile["ketua_tim"]["nip"]
    assert school.place == "Lembah Cendana"
    assert profile["penilaian"] == {
        "tahun": 2026, "target": "WBK", "tempat": "Lembah Cendana", "kategori": "reguler", "sudah_wbk": False,
    }  # fmt: skip


def test_the_shipped_logo_is_the_drawn_one(resources_root: Path) -> None:
    from io import BytesIO

    from PIL import Image

    with Image.open(resources_root / "demo" / "logo.png") as shipped:
        drawn = Image.open(BytesIO(draw_logo()))
        assert shipped.convert("RGBA").tobytes() == drawn.convert("RGBA").tobytes()
