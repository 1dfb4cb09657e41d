"""The schema and its upgrades, run with Alembic itself on scripts written for the test."""

import ast
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from tests.faults import fill, small_drive
from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.errors import MigrationFailed, NotAWorkspace, StorageFault, WorkspaceOutdated
from zidesk.storage import schema
from zidesk.storage.clock import Clock
from zidesk.storage.database import quick_check
from zidesk.storage.new_workspace import NewWorkspace, create_workspace
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.tables import Row
from zidesk.storage.workspace import Workspace, open_workspace

_SCRIPTS = Path(schema.__file__).parent / "migrations"
HEAD = schema.HEAD
NEXT = f"{int(HEAD) + 1:04}"


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Gives the program one more revision, NEXT, with this body of its `upgrade`."""

    def install(upgrade: str) -> Path:
        folder = tmp_path / "migrations 100%"
        shutil.copytree(_SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        body = "\n".join(f"    {line}" for line in upgrade.splitlines())
        (folder / "versions" / f"{NEXT}_next.py").write_text(
            "import os, signal\nimport sqlalchemy as sa\nfrom alembic import op\n"
            f'revision, down_revision, branch_labels, depends_on = "{NEXT}", "{HEAD}", None, None\n'
            f"def upgrade():\n{body}\n"
        )
        monkeypatch.setattr(schema, "_SCRIPTS", folder)
        monkeypatch.setattr(schema, "HEAD", NEXT)
        return folder

    return install


def tables_of(database: Path) -> set[str]:
    with closing(sqlite3.connect(database)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}


def indexes_of(database: Path) -> set[str]:
    """The statements that made them, with the condition of a partial one."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        return {" ".join(row[0].split()) for row in rows}


def revision_of(database: Path) -> str:
    return schema.current_revision(WorkspacePaths(database.parent))


@pytest.fixture
def answered(workspace: Workspace) -> WorkspacePaths:
    """A closed workspace of today's schema with one answer."""
    workspace.answers.record([("A.I.1.i.a", Answer(Chosen("Ya"), "SK"))], "Operator", workspace.clock())
    workspace.close()
    return workspace.paths


def answers_in(database: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT code, value, note FROM answer").fetchall()


KEPT = [("A.I.1.i.a", "Ya", "SK")]
# what a migration has done already when it fails
HALF = 'op.create_table("baru", sa.Column("x", sa.Text()))\nop.execute("DELETE FROM answer")'


def data_in(folder: Path) -> dict[Path, bytes]:
    """Every file but those SQLite itself makes to read a WAL database; its journal only if it holds data."""
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {path: data for path, data in files.items() if path.suffix != ".db-shm" and data}


class TestTheSchema:
    def test_migrations_make_what_the_tables_say(self, tmp_path: Path) -> None:
        schema.create_schema(tmp_path / "baru.db")
        engine = create_engine(f"sqlite:///{tmp_path / 'baru.db'}")
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, Row.metadata) == []
        engine.dispose()

    def test_constraints_are_as_the_tables_say(self, tmp_path: Path) -> None:
        """Those Alembic does not compare: checks, primary keys, names, and the partial index."""
        schema.create_schema(tmp_path / "migrated.db")
        migrated = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
        wanted = create_engine(f"sqlite:///{tmp_path / 'wanted.db'}")
        Row.metadata.create_all(wanted)
        with migrated.connect() as left, wanted.connect() as right:
            for table in Row.metadata.tables:
                a, b = inspect(left), inspect(right)
                assert a.get_pk_constraint(table) == b.get_pk_constraint(table)
                assert a.get_check_constraints(table) == b.get_check_constraints(table)
                assert a.get_foreign_keys(table) == b.get_foreign_keys(table)
                nullable = [[(c["name"], c["nullable"]) for c in found.get_columns(table)] for found in (a, b)]
                assert nullable[0] == nullable[1]
        migrated.dispose()
        wanted.dispose()
        assert indexes_of(tmp_path / "migrated.db") == indexes_of(tmp_path / "wanted.db")

    def test_head_is_alembics_head(self) -> None:
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]

    def test_revisions_are_numbered_in_order(self) -> None:
        """The comparison of revisions as texts rests on it."""
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        scripts = list(ScriptDirectory.from_config(config).walk_revisions())
        names = [script.revision for script in reversed(scripts)]
        assert names == [f"{number:04}" for number in range(1, len(names) + 1)]

    def test_migrations_use_no_tables_of_today(self) -> None:
        """A script that imports the mapped classes would change its meaning with them."""
        for script in (_SCRIPTS / "versions").glob("[0-9]*.py"):
            imports = [
                node.module or ""
                for node in ast.walk(ast.parse(script.read_text(encoding="utf-8")))
                if isinstance(node, ast.ImportFrom)
            ]
            assert not any(name.startswith("zidesk") for name in imports), script.name

    def test_a_new_database_has_the_newest_revision(self, tmp_path: Path) -> None:
        schema.create_schema(tmp_path / "zidesk.db")
        assert revision_of(tmp_path / "zidesk.db") == schema.HEAD

    def test_a_full_drive_is_named(self, tmp_path: Path) -> None:
        with small_drive(tmp_path / "stik", "64k") as drive:
            fill(drive, leaving=12 * 1024)
            with pytest.raises(StorageFault) as fault:
                schema.create_schema(drive / "zidesk.db")
            assert (fault.value.reason, fault.value.path) == ("full", drive)


class TestMigration:
    def test_an_older_workspace_is_brought_up_to_date(
        self, answered: WorkspacePaths, scripts: Callable[..., Path], clock: Clock
    ) -> None:
        scripts(
            'op.create_table("baru", sa.Column("id", sa.Integer(), primary_key=True))\n'
            'op.execute("INSERT INTO baru VALUES (7)")\n'
            'with op.batch_alter_table("answer") as batch:\n'
            '    batch.add_column(sa.Column("extra", sa.Text(), nullable=False, server_default=""))'
        )
        open_workspace(answered.root, clock=clock).close()
        assert revision_of(answered.database) == NEXT
        assert "baru" in tables_of(answered.database)
        assert answers_in(answered.database) == KEPT
        assert quick_check(answered.database) == ""

    def test_the_old_database_is_set_aside_first(
        self, answered: WorkspacePaths, scripts: Callable[..., Path], clock: Clock
    ) -> None:
        scripts('op.drop_table("answer")')
        schema.bring_up_to_date(answered, clock())  # the program itself could not read what is left
        (aside,) = answered.backups.glob("sebelum-migrasi-*.db")
        assert aside.name.startswith(f"sebelum-migrasi-{HEAD}-20260302-08")
        assert answers_in(aside) == KEPT
        with closing(sqlite3.connect(aside)) as copy:
            assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert "answer" not in tables_of(answered.database)

    def test_it_is_done_once(self, answered: WorkspacePaths, scripts: Callable[..., Path], clock: Clock) -> None:
        scripts('op.create_table("baru", sa.Column("id", sa.Integer(), primary_key=True))')
        for _ in range(3):
            open_workspace(answered.root, clock=clock).close()
        assert len(list(answered.backups.glob("sebelum-migrasi-*.db"))) == 1

    @pytest.mark.parametrize(
        "trouble",
        ['op.execute("SELECT * FROM tidak_ada")', 'raise RuntimeError("gagal di tengah")', "1 / 0"],
    )
    def test_a_failure_in_the_middle_brings_the_old_database_back(
        self, answered: WorkspacePaths, scripts: Callable[..., Path], clock: Clock, trouble: str
    ) -> None:
        scripts(f"{HALF}\n{trouble}")
        with pytest.raises(MigrationFailed) as failed:
            open_workspace(answered.root, clock=clock)
        assert failed.value.path == answered.root
        assert failed.value.detail
        assert answers_in(failed.value.copy) == KEPT
        assert answers_in(answered.database) == KEPT
        assert "baru" not in tables_of(answered.database)
        assert revision_of(answered.database) == HEAD
        assert not answered.lock_holder.exists()

    def test_a_script_that_had_to_commit_is_undone_from_the_copy(
        self, answered: WorkspacePaths, scripts: Callable[..., Path], clock: Clock
    ) -> None:
        scripts(f'{HALF}\nop.execute("COMMIT")\nop.execute("BEGIN")\n1 / 0')
        with pytest.raises(MigrationFailed):
            open_workspace(answered.root, clock=clock)
        assert answers_in(answered.database) == KEPT
        assert revision_of(answered.database) == HEAD

    def test_after_a_failure_the_older_program_opens_it(
        self,
        answered: WorkspacePaths,
        scripts: Callable[..., Path],
        clock: Clock,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        scripts(f"{HALF}\n1 / 0")
        with pytest.raises(MigrationFailed):
            open_workspace(answered.root, clock=clock)
        monkeypatch.undo()
        workspace = open_workspace(answered.root, clock=clock)
        assert workspace.answers.all() == {"A.I.1.i.a": Answer(Chosen("Ya"), "SK")}
        workspace.close()

    def test_a_kill_in_the_middle_leaves_the_old_schema(
        self,
        answered: WorkspacePaths,
        scripts: Callable[..., Path],
        clock: Clock,
        start: Callable[..., "subprocess.Popen[str]"],
    ) -> None:
        folder = scripts(f"{HALF}\nos.kill(os.getpid(), signal.SIGKILL)")
        child = start(
            "import sys\nfrom pathlib import Path\nfrom zidesk.storage import schema\n"
            "from zidesk.storage.workspace import open_workspace\n"
            "schema._SCRIPTS, schema.HEAD = Path(sys.argv[2]), sys.argv[3]\nopen_workspace(Path(sys.argv[1]))",
            answered.root,
            folder,
            NEXT,
        )
        assert child.wait(timeout=30) == -9
        assert revision_of(answered.database) == HEAD
        assert answers_in(answered.database) == KEPT
        assert "baru" not in tables_of(answered.database)
        # and the next start, with a script that does not die, succeeds
        script = folder / "versions" / f"{NEXT}_next.py"
        script.write_text(script.read_text().replace("os.kill(os.getpid(), signal.SIGKILL)", "pass"))
        schema.bring_up_to_date(answered, clock())
        assert revision_of(answered.database) == NEXT

    def test_without_room_for_the_copy_nothing_is_touched(
        self, tmp_path: Path, new: NewWorkspace, clock: Clock, scripts: Callable[..., Path]
    ) -> None:
        with small_drive(tmp_path / "stik", "4m") as drive:
            paths = WorkspacePaths(drive / "kerja")
            create_workspace(paths.root, new, clock).close()
            scripts('op.drop_table("answer")')
            filler = fill(drive, leaving=16 * 1024)
            before = data_in(drive)
            with pytest.raises(StorageFault) as fault:
                schema.bring_up_to_date(paths, clock())
            assert fault.value.reason == "full"
            assert data_in(drive) == before
            filler.unlink()

    def test_a_drive_that_fills_up_within_the_migration(
        self, tmp_path: Path, new: NewWorkspace, clock: Clock, scripts: Callable[..., Path]
    ) -> None:
        """There was room for the copy, and then there is none for bringing it back."""
        with small_drive(tmp_path / "stik", "4m") as drive:
            paths = WorkspacePaths(drive / "kerja")
            workspace = create_workspace(paths.root, new, clock)
            workspace.answers.record([("A.I.1.i.a", Answer(Chosen("Ya"), "SK"))], "Operator", clock())
            workspace.close()
            filling = f"from pathlib import Path\nfrom tests.faults import fill\nfill(Path({str(drive)!r}))"
            scripts(f"{HALF}\n{filling}\n1 / 0")
            with pytest.raises(MigrationFailed) as failed:
                schema.bring_up_to_date(paths, clock())
            (drive / "penuh").unlink()
            assert answers_in(failed.value.copy) == KEPT
            assert answers_in(paths.database) == KEPT
            assert revision_of(paths.database) == HEAD
            assert "baru" not in tables_of(paths.database)

    def test_a_reader_is_told_to_open_it_for_writing_first(
        self, answered: WorkspacePaths, scripts: Callable[..., Path], clock: Clock
    ) -> None:
        scripts("pass")
        with pytest.raises(WorkspaceOutdated) as refused:
            open_workspace(answered.root, read_only=True, clock=clock)
        assert refused.value.schema == HEAD

    def test_the_database_of_another_program_is_not_migrated(
        self, tmp_path: Path, scripts: Callable[..., Path], clock: Clock
    ) -> None:
        scripts("pass")
        paths = WorkspacePaths(tmp_path / "lain")
        paths.root.mkdir()
        with closing(sqlite3.connect(paths.database)) as connection, connection:
            connection.execute("CREATE TABLE lagu (judul TEXT)")
        with pytest.raises(NotAWorkspace):
            schema.bring_up_to_date(paths, clock())
        assert tables_of(paths.database) == {"lagu"}

    def test_a_database_somebody_is_writing_is_not_taken_for_another_programs(
        self, answered: WorkspacePaths, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("zidesk.storage.database._BUSY_TIMEOUT", 0.05)
        with closing(sqlite3.connect(answered.database, isolation_level=None)) as writer:
            writer.execute("PRAGMA journal_mode=delete")
            writer.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StorageFault) as fault:
                schema.current_revision(answered)
            assert (fault.value.reason, fault.value.path) == ("busy", answered.root)
            writer.execute("ROLLBACK")
        assert schema.current_revision(answered) == schema.HEAD
