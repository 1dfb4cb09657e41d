"""The .deb: the frozen folder under /usr/lib/zidesk, what the desktop asks for, and dependencies as computed."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from command_words import command_list
from sizes import size_of

# who builds it names himself as with Debian's own tools; .invalid (RFC 2606) says that there is no mailbox
_NOBODY = ("ZIDesk", "zidesk@zidesk.invalid")
_ICON_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
_SYSTEM = (Path("/lib/x86_64-linux-gnu"), Path("/usr/lib/x86_64-linux-gnu"))
_CONTROL = """\
Package: zidesk
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}, fonts-dejavu-core | fonts-liberation | fonts-noto-core, shared-mime-info
Recommends: xdg-utils
Section: education
Priority: optional
Description: compiles a school's evidence for Zona Integritas
 ZIDesk compiles scores, evidence files and the bundle that an Indonesian
 school hands to the assessors of its "Zona Integritas" (WBK and WBBM).
 Every bundle carries checksums, an index and an offline portal.
 .
 It works without internet. The interface is in Indonesian.
"""


def build_deb(root: Path, frozen: Path, version: str, build: Path) -> Path:
    """Make `build`/zidesk_VERSION_amd64.deb. Needs dpkg-dev; raises CalledProcessError, OSError."""
    stage = build / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    program = stage / "usr" / "lib" / "zidesk"
    # links between files stay links: the two programs are one
    subprocess.run(["cp", "--archive", "--no-target-directory", frozen, _made(program)], check=True)
    _leave_to_the_system(program / "_internal")
    _place_desktop_files(root, stage)
    _place_documents(root, stage, program, version)
    for name in ("zidesk", "zidesk-window"):
        (_made(stage / "usr" / "bin") / name).symlink_to(f"../lib/zidesk/{name}")
    _set_modes(stage)
    control = _made(stage / "DEBIAN") / "control"
    control.write_text(
        _CONTROL.format(
            version=version,
            maintainer=_maintainer(),
            kilobytes=size_of(stage) // 1024,
            depends=_dependencies(program, build),
        ),
        encoding="utf-8",
    )
    (stage / "DEBIAN" / "md5sums").write_text("".join(_checksums(stage)), encoding="utf-8")
    out = build / f"zidesk_{version}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z19", "--no-uniform-compression", "--build", stage, out],
        check=True,
    )
    return out


def _maintainer() -> str:
    name, address = _NOBODY
    return f"{os.environ.get('DEBFULLNAME', name)} <{os.environ.get('DEBEMAIL', address)}>"


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _leave_to_the_system(libraries: Path) -> None:
    """What Debian's packages hold is theirs to keep safe; the dependencies name them. Python stays our own."""
    for library in libraries.glob("lib*.so*"):
        ours = library.is_symlink() or library.name.startswith("libpython")
        if not ours and any((folder / library.name).exists() for folder in _SYSTEM):
            library.unlink()


def _place_desktop_files(root: Path, stage: Path) -> None:
    share, linux, icons = (
        stage / "usr" / "share",
        root / "installers" / "linux",
        root / "resources" / "icons" / "app",
    )
    shutil.copy(linux / "zidesk.desktop", _made(share / "applications"))
    shutil.copy(linux / "zidesk.xml", _made(share / "mime" / "packages"))
    for side in _ICON_SIDES:
        folder = _made(share / "icons" / "hicolor" / f"{side}x{side}" / "apps")
        shutil.copy(icons / f"zidesk-{side}.png", folder / "zidesk.png")
    shutil.copy(icons / "zidesk.svg", _made(share / "icons" / "hicolor" / "scalable" / "apps"))


def _place_documents(root: Path, stage: Path, program: Path, version: str) -> None:
    linux, documents = root / "installers" / "linux", _made(stage / "usr" / "share" / "doc" / "zidesk")
    manual = (linux / "zidesk.1").read_text(encoding="utf-8")
    now = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC)
    manual = manual.replace("@VERSION@", version).replace("@DATE@", f"{now:%Y-%m-%d}")
    manual = manual.replace("@COMMANDS@", command_list(program / "zidesk"))
    manuals = _made(stage / "usr" / "share" / "man" / "man1")
    _zip(manual, manuals / "zidesk.1.gz")
    (manuals / "zidesk-window.1.gz").symlink_to("zidesk.1.gz")
    licence = (root / "LICENSE").read_text(encoding="utf-8")
    found = re.search(r"Copyright \(c\) (.+)", licence)
    copyright_words = (linux / "copyright").read_text(encoding="utf-8")
    copyright_words = copyright_words.replace("@HOLDER@", found[1] if found else "")
    terms = licence[licence.index("Permission") :].splitlines()  # without its title and holder
    body = "".join(f" {line or '.'}\n" for line in terms)
    (documents / "copyright").write_text(copyright_words.replace("@LICENSE@\n", body), encoding="utf-8")
    changes = f"zidesk ({version}) stable; urgency=medium\n\n  * The notes of the release tell what is new.\n\n"
    _zip(f"{changes} -- {_maintainer()}  {format_datetime(now)}\n", documents / "changelog.gz")
    shutil.copy(linux / "lintian-overrides", _made(stage / "usr" / "share" / "lintian" / "overrides") / "zidesk")


def _zip(text: str, out: Path) -> None:
    out.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _set_modes(stage: Path) -> None:
    for path in (stage, *stage.rglob("*")):
        if path.is_symlink():
            continue
        is_program = path.parent == stage / "usr" / "lib" / "zidesk" and path.name in ("zidesk", "zidesk-window")
        path.chmod(0o755 if path.is_dir() or is_program else 0o644)


def _dependencies(program: Path, build: Path) -> str:
    """What every program and library in the folder asks of the system, with the versions it asks for."""
    files = [path for path in program.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    inside = {str(path.parent.resolve()) for path in files}
    scratch = _made(build / "shlibdeps" / "debian")
    (scratch / "control").write_text("Source: zidesk\n\nPackage: zidesk\nArchitecture: amd64\n", encoding="utf-8")
    done = subprocess.run(
        [
            *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
            *(f"-l{folder}" for folder in sorted(inside)),
            *(f"-e{file.resolve()}" for file in sorted(files)),
        ],
        check=True,
        capture_output=True,
        text=True,
        cwd=scratch.parent,
    )
    return done.stdout.strip().partition("shlibs:Depends=")[2]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _checksums(stage: Path) -> Iterator[str]:
    for path in sorted(stage.rglob("*")):
        if path.is_file() and not path.is_symlink() and stage / "DEBIAN" not in path.parents:
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            yield f"{digest}  {path.relative_to(stage)}\n"
