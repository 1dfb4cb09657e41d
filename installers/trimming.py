"""What PyInstaller would gather and the program does not need. Names of modules, and of files in the folder."""

import sys
from pathlib import PurePosixPath

UNUSED_MODULES = [
    "tkinter",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PySide6.QtDBus",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "numpy",
    "pandas",
    "pygments",  # rich colours program texts with it; the terminal here shows progress only
    "readline",
    "rlPyCairo",
    "setuptools",
    "ssl",  # nothing here reaches a network
    "sqlalchemy.testing",
]

# Qt's plugins that a window of widgets, pictures and printing takes, on every system and from 6.4 on
_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qico", "qjpeg", "qsvg", "qwebp"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qoffscreen", "qwayland", "qwayland-egl", "qwayland-generic", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport"},
    "styles": {"qmodernwindowsstyle", "qwindowsvistastyle"},
    "wayland-decoration-client": {"bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}

# libraries that only plugins left out above ask for, on Linux and on Windows
_UNUSED_LIBRARIES = (
    "libQt6EglF", "libQt6Pdf", "libQt6Qml", "libQt6Quick", "libQt6VirtualKeyboard", "Qt6Pdf", "Qt6Qml",
    "Qt6Quick", "Qt6VirtualKeyboard", "d3dcompiler", "opengl32sw",
)  # fmt: skip
# Libraries that every Linux desktop has, and had better take from its own system. What is often missing goes
# along: those of Python, and the small ones of xcb.
_OWN_OF_THE_SYSTEM = (
    "libX11", "libXau.", "libXcomposite", "libXcursor", "libXdamage", "libXdmcp", "libXext", "libXfixes",
    "libXi.", "libXinerama", "libXrandr", "libXrender", "libatk", "libatspi", "libblkid", "libbrotlicommon.",
    "libbrotlidec.", "libbsd", "libcairo", "libcap", "libcom_err", "libdatrie", "libdbus", "libepoxy",
    "libexpat", "libfontconfig", "libfreetype.", "libfribidi", "libgcc_s", "libgcrypt", "libgdk", "libgio",
    "libglib", "libgmodule", "libgobject", "libgpg-error", "libgraphite2", "libgssapi", "libgthread", "libgtk",
    "libharfbuzz.", "libjpeg.", "libk5crypto", "libkeyutils", "libkrb5", "liblz4", "libmd.", "libmount",
    "libpango", "libpcre2", "libpixman", "libpng16.", "libselinux", "libssl", "libstdc++", "libsystemd",
    "libthai", "libzstd.",
)  # fmt: skip

_FOLDERS = {"translations"}  # Qt's: it has no Indonesian
_REPORTLAB_FONTS = PurePosixPath("reportlab/fonts")  # ours are in the resources


def is_wanted(name: str) -> bool:
    """Whether the file `name` (its place in the program's folder, slashes either way) goes along."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "PySide6" in path.parts:
        if _FOLDERS & set(path.parts):
            return False
        if "plugins" in path.parts:
            return _is_wanted_plugin(path)
    if path.is_relative_to(_REPORTLAB_FONTS):
        return False
    if ".so" in path.name and path.name.startswith(_OWN_OF_THE_SYSTEM):  # wheels for Windows bring some of them
        return False
    return not path.name.startswith(_UNUSED_LIBRARIES)


def _is_wanted_plugin(path: PurePosixPath) -> bool:
    return path.stem.removeprefix("lib") in _PLUGINS.get(path.parent.name, set())


# PyInstaller's hooks that run at every start. Qt's loads Qt into the console program as well, to tell it where
# its plugins are, which on Linux it finds by itself.
UNUSED_HOOKS = {"pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil"}
if sys.platform == "linux":
    UNUSED_HOOKS.add("pyi_rth_pyside6")
