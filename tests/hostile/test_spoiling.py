"""Sound files spoiled at random: some here, any number of them by `python -m tests.hostile --rounds N`."""

import sys
from pathlib import Path

import pytest

from tests.hostile.spoiling import seeds, spoiled_files


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are those of Linux here")
def test_spoiled_files_are_read_or_refused_by_name(tmp_path: Path) -> None:
    from tests.hostile.cell import Cell

    with Cell() as cell:
        for path, doings in spoiled_files(tmp_path, rounds=len(seeds())):
            for doing in doings:
                outcome = cell.do(doing, path)
                assert not outcome.broke, f"{doing} {path.name}: {outcome.words}"


def test_the_sound_ones_are_sound(tmp_path: Path) -> None:
    """Else the spoiled ones would show nothing."""
    from tests.hostile.doings import outcome

    refused = set()
    for name, (data, doings) in seeds().items():
        path = tmp_path / name
        path.write_bytes(data)
        words = outcome(doings[0], path)
        if "damaged" in words or (words[:1].isupper() and "SMAN" not in words):
            refused.add(name)
    assert refused == set()
