"""What Windows shows in the properties of a program."""

from typing import Any

_INDONESIAN, _UNICODE = 0x0421, 1200


def version_resource(name: str, version: str) -> Any:
    """Of the program `name`, from the package's version such as "1.0.0"."""
    # what it is made with is on Windows only
    from PyInstaller.utils.win32.versioninfo import (
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    numbers = tuple(int(part) for part in version.split("."))
    four = (*numbers, 0, 0, 0, 0)[:4]
    words = {
        "CompanyName": "ZIDesk",
        "FileDescription": "ZIDesk, penyusun bukti dukung Zona Integritas",
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "Lisensi MIT",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "ZIDesk",
        "ProductVersion": version,
    }
    table = StringTable(f"{_INDONESIAN:04x}{_UNICODE:04x}", [StringStruct(*pair) for pair in words.items()])
    translation = VarStruct("Translation", [_INDONESIAN, _UNICODE])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=four, prodvers=four),
        kids=[StringFileInfo([table]), VarFileInfo([translation])],
    )
