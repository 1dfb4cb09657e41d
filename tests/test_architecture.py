"""The tree is the architecture: imports point down, nothing heavy is loaded early, files stay small."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "zidesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400  # lines
MOST_METHODS = 15  # public ones of a class
HEAVY = (
    "PySide6",
    "reportlab",
    "pikepdf",
    "PIL",
    "openpyxl",
    "xlsxwriter",
    "alembic",
    "jinja2",
    "pypdfium2",
    "pi_heif",
    "docx",
)

_LOADED = """
import importlib, sys
before = set(sys.modules)
for name in sys.argv[1:]:
    importlib.import_module(name)
print("\\n".join(sorted(set(sys.modules) - before)))
"""


def loaded_by(*names: str) -> set[str]:
    """Every module that a fresh interpreter loads for these."""
    # a child, because this process has loaded Qt and more already
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *names],
        capture_output=True, text=True, check=False, cwd=PACKAGE.parent, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def top_levels(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def label(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def test_imports_point_down_only() -> None:
    """The contracts are in pyproject.toml."""
    run = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", run, "--no-cache", "--no-logo"],
        capture_output=True, text=True, check=False, cwd=PACKAGE.parent, timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"}, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


def test_the_command_line_loads_nothing_heavy() -> None:
    loaded = loaded_by("zidesk.cli")
    assert "zidesk.cli" in loaded
    assert not top_levels(loaded) & set(HEAVY)
    assert not any(module.startswith("zidesk.ui") or module == "zidesk.app" for module in loaded)


def test_the_words_load_no_library() -> None:
    loaded = loaded_by("zidesk.messages")
    assert top_levels(loaded) <= sys.stdlib_module_names | {"zidesk"}


def test_the_domain_loads_the_standard_library_only() -> None:
    modules = [label(path).removesuffix(".py").replace("/", ".") for path in (PACKAGE / "domain").rglob("*.py")]
    loaded = loaded_by(*(name.removesuffix(".__init__") for name in modules))
    assert "zidesk.domain.scoring" in loaded
    assert top_levels(loaded) <= sys.stdlib_module_names | {"zidesk"}
    ours = {module for module in loaded if module.startswith("zidesk")}
    assert {module for module in ours if not module.startswith("zidesk.domain")} == {"zidesk"}


def test_the_domain_does_no_input_or_output() -> None:
    doing = {"io", "os", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "urllib", "json", "csv"}
    for path in (PACKAGE / "domain").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {
            name.partition(".")[0]
            for node in ast.walk(tree)
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert not imported & doing, label(path)
        called = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"open", "print", "input", "eval", "exec", "__import__"}, label(path)


def _too_long() -> Iterator[str]:
    for path in MODULES:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST_FILE:
            yield f"{label(path)}: {lines} lines"


def test_files_are_short() -> None:
    assert list(_too_long()) == []


def _too_wide() -> Iterator[str]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = [
                    item.name
                    for item in node.body
                    if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
                    and not item.name.startswith("_")
                    and item.name.islower()  # Qt's own, overridden, are in its case
                ]
                if len(methods) > MOST_METHODS:
                    yield f"{label(path)}: {node.name} has {len(methods)} public methods"


def test_classes_are_narrow() -> None:
    assert list(_too_wide()) == []


def test_every_package_says_what_lives_there() -> None:
    folders = {path.parent for path in MODULES}
    assert folders >= {PACKAGE / part for part in ("domain", "storage", "services")}
    silent = [
        label(folder)
        for folder in sorted(folders)
        if not (folder / "__init__.py").is_file()
        or not ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize("part", ["domain", "storage", "services"])
def test_every_module_has_a_docstring(part: str) -> None:
    silent = [
        label(path)
        for path in (PACKAGE / part).rglob("*.py")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_nothing_can_reach_a_network() -> None:
    """The machine's own name, for the note in the lock, is all that is asked of `socket`; of Qt's network part
    only what joins two windows of one user on one machine."""
    local = {"PySide6.QtNetwork", "PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
    reaching = {"urllib", "http", "requests", "ftplib", "smtplib", "ssl", "asyncio", "telnetlib"}
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
            tops = {name.partition(".")[0] for name in names}
            pure = {"urllib.parse", "urllib"} if any(name.startswith("urllib.parse") for name in names) else set()
            assert not (tops & reaching) - pure, label(path)
            of_qt = {name for name in names if "QtNetwork" in name}
            assert of_qt <= (local if label(path) == "zidesk/ui/single_instance.py" else set()), label(path)
            if "socket" in tops:
                assert label(path) == "zidesk/storage/lock.py"
