import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from zidesk.domain.errors import StorageFault
from zidesk.storage.settings import RECENT_MAX, RecentWorkspace, Settings, SettingsFile

NOW = datetime(2026, 3, 5, 3, 32, tzinfo=UTC)


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
