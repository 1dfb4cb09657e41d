"""What kind of drive a folder is on, what is plugged in. Each system answers through `DriveTable`: Linux from its
own tables, Windows from Win32 calls. Standard library only."""

from zidesk.storage.drives.drive import (
    FAT_FILE_MAX,
    Drive,
    RemovableDrive,
    drive_of,
    is_network_path,
    removable_drives,
    system_drives,
)
from zidesk.storage.drives.volumes import DriveTable, Mount, Volume, VolumeKind

__all__ = [
    "FAT_FILE_MAX",
    "Drive",
    "DriveTable",
    "Mount",
    "RemovableDrive",
    "Volume",
    "VolumeKind",
    "drive_of",
    "is_network_path",
    "removable_drives",
    "system_drives",
]
