"""A round or two of each fault; `python -m tests.real_faults` makes hundreds."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.real_faults import database, drives, flips, kills, kills_inside, space, stick, store, together
from tests.real_faults.program import zidesk
from tests.real_faults.school import make_school
from tests.real_faults.tally import Tally

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the faults are made with fork and SIGKILL")

Work = Callable[[Path, random.Random], Tally]


def _kept(tally: Tally, rounds: int) -> None:
    assert tally.rounds >= rounds
    assert tally.broken == []


@pytest.mark.parametrize(
    "work", [kills.attach, kills.backup, kills.restore, kills_inside.migrate, kills_inside.changes]
)
def test_killed(place: Path, chance: random.Random, work: Callable[[Path, int, random.Random], Tally]) -> None:
    _kept(work(place, 1, chance), 1)


@pytest.mark.parametrize("form", ["update", "zip"])
def test_killed_while_bundling(place: Path, chance: random.Random, form: str) -> None:
    _kept(kills.bundle(place, 1, chance, form), 1)


@pytest.mark.parametrize("work", ["update", "backup"])
def test_a_drive_that_fills_up(place: Path, chance: random.Random, work: str) -> None:
    _kept(space.handing_over(place, 1, chance, work), 1)


def test_a_full_drive_under_the_workspace(place: Path, chance: random.Random) -> None:
    _kept(space.attaching(place, 1, chance), 1)


@pytest.mark.parametrize(
    ("death", "work"), [("EIO", "update"), ("stick pulled out", "folder"), ("write-protected", "zip")]
)
def test_a_drive_that_dies(place: Path, chance: random.Random, death: str, work: str) -> None:
    _kept(drives.while_handing_over(make_school(place / "kerja"), place, work, death, 1, chance), 1)


def test_the_drive_of_the_workspace_dies(place: Path, chance: random.Random) -> None:
    _kept(drives.dying_workspace(place, 1, chance), 1)


def test_an_exfat_stick_pulled_out(place: Path, chance: random.Random) -> None:
    _kept(stick.hurt(make_school(place / "kerja"), place, 1, chance, "pulled out"), 1)


def test_originals_damaged_or_missing(place: Path, chance: random.Random) -> None:
    _kept(store.originals(place, 1, chance), 1)


def test_two_updates_at_once(place: Path, chance: random.Random) -> None:
    _kept(together.two(place, 1, chance, "update + update"), 1)


@pytest.mark.parametrize("how", ["cut off", "overwritten"])
def test_a_damaged_database(place: Path, chance: random.Random, how: str) -> None:
    _kept(database.damaged(place, 2, chance, how), 2)


def test_flipped_bits(place: Path, chance: random.Random) -> None:
    root, target = make_school(place / "kerja"), place / "stik"
    for options in ((), ("--zip",)):
        assert zidesk("bundle", root, target, *options).code == 0
    (whole,) = (path for path in target.iterdir() if path.is_dir())
    _kept(flips.folder_flips(whole, 25, chance), 25)
    _kept(flips.zip_flips(target / f"{whole.name}.zip", 25, chance, "a ZIP"), 25)
