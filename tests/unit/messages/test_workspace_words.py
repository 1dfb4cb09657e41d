"""Words about a workspace that is open elsewhere."""

from datetime import datetime
from pathlib import Path

import pytest

from zidesk.domain.errors import WorkspaceLocked
from zidesk.messages import explain

WRITTEN = datetime(2026, 11, 21, 10, 20).astimezone().isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (WRITTEN, "sejak 21 November 2026 pukul 10.20."),
        ("kemarin sore", "sejak kemarin sore."),
        ("", "di komputer pc-tu."),
    ],
)
def test_since_when_somebody_else_has_it_open(since: str, words: str) -> None:
    happened = explain(WorkspaceLocked(Path("zi"), "siti", "pc-tu", since)).happened
    assert "oleh siti di komputer pc-tu" in happened and happened.endswith(words)
