"""Workspaces for the plan: the one of the services' tests, and one of the older sheet."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


@pytest.fixture
def older_workspace(
    tmp_path: Path, profile_file: Path, resources: Resources, fixed_clock: Callable[[], datetime]
) -> Iterator[Workspace]:
    wishes = Wishes(instrument="permenpan-52-2014-10-2019")
    workspace = create_from_profile(tmp_path / "lama", profile_file, wishes, resources, fixed_clock)
    yield workspace
    workspace.close()
