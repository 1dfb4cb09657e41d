"""Score snapshots: figures of past moments."""

from dataclasses import asdict, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy import delete, select

from zidesk.domain.plan import PlanSummary
from zidesk.domain.snapshot import ScoreSnapshot
from zidesk.storage.database import Database
from zidesk.storage.paper_tables import ScoreSnapshotRow
from zidesk.storage.repositories.workspace_facts import touch


class SnapshotRepository:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[ScoreSnapshot, ...]:
        """Every snapshot, the oldest first."""
        query = select(ScoreSnapshotRow)
        with self._database.reading() as session:
            found = [_snapshot(row) for row in session.scalars(query)]
        # by the moment itself: texts with different zones do not sort
        return tuple(sorted(found, key=lambda snapshot: (snapshot.taken_at, snapshot.id)))

    def add(self, snapshot: ScoreSnapshot) -> ScoreSnapshot:
        """Keep a snapshot. Returns it with its number."""
        with self._database.writing() as session:
            row = ScoreSnapshotRow(
                taken_at=snapshot.taken_at,
                label=snapshot.label,
                total=str(snapshot.total),
                nodes={code: str(score) for code, score in snapshot.nodes.items()},
                criteria={target: [list(item) for item in items] for target, items in snapshot.criteria.items()},
                plan=asdict(snapshot.plan),
                counts={name: getattr(snapshot, name) for name in ("questions", "answered", "evidence")},
            )
            session.add(row)
            touch(session, snapshot.taken_at)
            session.flush()
            return replace(snapshot, id=row.id)

    def remove(self, snapshot: ScoreSnapshot, now: datetime) -> None:
        """Forget a snapshot; one that is gone already is no error."""
        with self._database.writing() as session:
            session.execute(delete(ScoreSnapshotRow).where(ScoreSnapshotRow.id == snapshot.id))
            touch(session, now)


def _snapshot(row: ScoreSnapshotRow) -> ScoreSnapshot:
    return ScoreSnapshot(
        taken_at=row.taken_at,
        label=row.label,
        total=Fraction(row.total),
        nodes={code: Fraction(score) for code, score in row.nodes.items()},
        criteria={target: tuple((name, met) for name, met in items) for target, items in row.criteria.items()},
        plan=PlanSummary(**row.plan),
        id=row.id,
        **row.counts,
    )
