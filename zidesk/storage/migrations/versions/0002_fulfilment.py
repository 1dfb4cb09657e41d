"""Which expected documents a use fulfils; answers that say nothing are no rows any more."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fulfilment",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_fulfilment_evidence_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("evidence_id", "document", name=op.f("pk_fulfilment")),
    )
    op.execute("DELETE FROM answer WHERE value = '' AND note = ''")
