import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import StorageFault
from zidesk.storage.backups import KEEP
from zidesk.storage.settings import (
    BACKUP_COUNTS,
    OPERATOR_LONGEST,
    PAPERS,
    RECENT_MAX,
    TEXT_SCALES,
    THEMES,
    RecentWorkspace,
    Settings,
    SettingsFile,
)

NOW = datetime(2026, 3, 5, 3, 32, tzinfo=UTC)
OWN = Settings(
    operator="Siti Rahmawati",
    text_scale=125,
    theme="dark",
    paper="F4",
    backup_folder=Path("cadangan saya"),
    backup_count=20,
    plan_columns=("code", "indicator"),
)


def entry(name: str, minutes: int = 0) -> RecentWorkspace:
    return RecentWorkspace(Path(f"kerja/{name}"), f"SMA {name}", 2026, NOW + timedelta(minutes=minutes))


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "belum" / "ada" / "setelan.json")


def test_the_last_opened_comes_first_and_each_path_once() -> None:
    settings = Settings().with_opened(entry("a")).with_opened(entry("b")).with_opened(entry("a", 5))
    assert [item.school for item in settings.recent] == ["SMA a", "SMA b"]
    assert settings.recent[0].opened_at == NOW + timedelta(minutes=5)


def test_the_list_does_not_grow_without_end() -> None:
    settings = Settings()
    for number in range(RECENT_MAX + 3):
        settings = settings.with_opened(entry(str(number)))
    assert len(settings.recent) == RECENT_MAX
    assert settings.recent[0].school == f"SMA {RECENT_MAX + 2}"


def test_saved_settings_come_back(file: SettingsFile) -> None:
    settings = Settings().with_opened(entry("Kota “Ä”")).with_opened(entry("b"))
    file.save(settings)
    assert file.load() == settings
    assert [path.name for path in file.path.parent.iterdir()] == ["setelan.json"]


def test_missing_file_means_defaults(file: SettingsFile) -> None:
    assert file.load() == Settings()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"recent": 3}', b'{"recent": {"a": 1}}', b"\xff\xfe", b"[" * 100_000],
)
def test_broken_file_means_defaults(file: SettingsFile, content: bytes) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_bytes(content)
    assert file.load() == Settings()


@pytest.mark.parametrize(
    "broken",
    [
        {"path": 3},
        {"path": ""},
        {"path": "a\0b"},
        {"school": None},
        {"year": "dua ribu"},
        {"opened_at": "kemarin"},
        {"opened_at": "2026-03-05T10:32:00"},
    ],
)
def test_one_bad_entry_does_not_cost_the_others(file: SettingsFile, broken: dict[str, object]) -> None:
    file.save(Settings().with_opened(entry("a")).with_opened(entry("b")))
    record = json.loads(file.path.read_text(encoding="utf-8"))
    record["recent"][0].update(broken)
    file.path.write_text(json.dumps(record), encoding="utf-8")
    assert [item.school for item in file.load().recent] == ["SMA a"]


def test_failed_save_leaves_the_old_file(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    old = Settings().with_opened(entry("a"))
    file.save(old)

    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StorageFault) as caught:
        file.save(old.with_opened(entry("b")))
    assert caught.value.reason == "full"
    assert file.load() == old
    assert [path.name for path in file.path.parent.iterdir()] == ["setelan.json"]


def test_a_folder_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(StorageFault):
        SettingsFile(tmp_path / "berkas" / "setelan.json").save(Settings())


def test_every_wish_comes_back(file: SettingsFile) -> None:
    file.save(OWN)
    assert file.load() == OWN
    assert all(getattr(OWN, name) != getattr(Settings(), name) for name in Settings.__slots__ if name != "recent")


def test_a_file_of_the_first_version_is_read(file: SettingsFile) -> None:
    file.path.parent.mkdir(parents=True)
    old = {"path": "kerja/a", "school": "SMA a", "year": 2026, "opened_at": "2026-03-05T03:32:00+00:00"}
    file.path.write_text(json.dumps({"version": 1, "recent": [old]}), encoding="utf-8")
    assert file.load() == Settings().with_opened(entry("a"))


def test_how_far_the_work_was_comes_back(file: SettingsFile) -> None:
    known = RecentWorkspace(Path("kerja/a"), "SMA a", 2026, NOW, answered=12, questions=88, evidence=40)
    file.save(Settings().with_opened(known))
    assert file.load().recent == (known,)


@pytest.mark.parametrize("broken", [{"answered": -1}, {"questions": 3}, {"evidence": "banyak"}, {"evidence": -2}])
def test_a_broken_progress_does_not_cost_the_entry(file: SettingsFile, broken: dict[str, object]) -> None:
    known = RecentWorkspace(Path("kerja/a"), "SMA a", 2026, NOW, answered=12, questions=88, evidence=40)
    file.save(Settings().with_opened(known))
    record = json.loads(file.path.read_text(encoding="utf-8"))
    record["recent"][0].update(broken)
    file.path.write_text(json.dumps(record), encoding="utf-8")
    assert file.load().recent == (RecentWorkspace(Path("kerja/a"), "SMA a", 2026, NOW),)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("operator", 3),
        ("text_scale", "besar"),
        ("text_scale", True),
        ("text_scale", 1.5),
        ("theme", "ungu"),
        ("theme", ["dark"]),
        ("paper", "A3"),
        ("backup_folder", "a\0b"),
        ("backup_folder", 7),
        ("backup_count", None),
        ("plan_columns", "code"),
        ("plan_columns", [1]),
        ("recent", {"a": 1}),
    ],
)
def test_one_bad_value_does_not_cost_the_others(file: SettingsFile, name: str, value: object) -> None:
    file.save(OWN)
    record = json.loads(file.path.read_text(encoding="utf-8"))
    record[name] = value
    file.path.write_text(json.dumps(record), encoding="utf-8")
    assert file.load() == replace(OWN, **{name: getattr(Settings(), name)})


def test_numbers_beyond_their_range_are_brought_into_it(file: SettingsFile) -> None:
    file.save(replace(OWN, text_scale=900, backup_count=0))
    assert (file.load().text_scale, file.load().backup_count) == (TEXT_SCALES[-1], BACKUP_COUNTS[0])
    file.save(replace(OWN, text_scale=-5, backup_count=10_000))
    assert (file.load().text_scale, file.load().backup_count) == (90, 50)


def test_a_name_is_one_short_line(file: SettingsFile) -> None:
    file.save(replace(OWN, operator="  Siti\n Rahmawati " + "x" * 200))
    assert file.load().operator.startswith("Siti Rahmawati x") and len(file.load().operator) == OPERATOR_LONGEST


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*Settings.__slots__, "version"]), _JSON))
def test_whatever_stands_in_the_file_good_settings_come_of_it(
    tmp_path_factory: pytest.TempPathFactory, record: dict[str, object]
) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("setelan") / "setelan.json")
    file.path.write_text(json.dumps(record), encoding="utf-8")
    settings = file.load()
    assert settings.text_scale in TEXT_SCALES and settings.backup_count in BACKUP_COUNTS
    assert settings.theme in THEMES and settings.paper in PAPERS
    file.save(settings)
    assert file.load() == settings


def test_the_usual_count_of_copies_is_that_of_the_rotation() -> None:
    assert Settings().backup_count == KEEP
