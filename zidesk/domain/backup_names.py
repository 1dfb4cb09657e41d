"""How the automatic copies of a workspace's database are named, and when each was made."""

from datetime import datetime

BACKUP_PREFIX, DAMAGED_PREFIX = "zidesk-", "rusak-"
_FORM = "%Y%m%d-%H%M%S"


def backup_name(now: datetime) -> str:
    return f"{BACKUP_PREFIX}{now:{_FORM}}.db"


def damaged_name(now: datetime) -> str:
    """Of a damaged database that is put aside."""
    return f"{DAMAGED_PREFIX}{now:{_FORM}}.db"


def backup_moment(name: str) -> datetime | None:
    """The local time in a copy's name, without a zone; None when there is none."""
    try:
        return datetime.strptime(name.removeprefix(BACKUP_PREFIX).removesuffix(".db"), _FORM)  # noqa: DTZ007
    except ValueError:
        return None
