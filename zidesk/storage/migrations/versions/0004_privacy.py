"""What was decided about personal data, and the boxes that black it out."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "personal_marks",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("marked", sa.Boolean(), nullable=False),
        sa.Column("decided_at", sa.String(40), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_personal_marks")),
    )
    op.create_table(
        "redaction_boxes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("left", sa.Float(), nullable=False),
        sa.Column("top", sa.Float(), nullable=False),
        sa.Column("right", sa.Float(), nullable=False),
        sa.Column("bottom", sa.Float(), nullable=False),
        sa.CheckConstraint("page >= 1", name=op.f("ck_redaction_boxes_page")),
        sa.CheckConstraint(
            '0 <= "left" AND "left" < "right" AND "right" <= 1 AND 0 <= top AND top < bottom AND bottom <= 1',
            name=op.f("ck_redaction_boxes_edges"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redaction_boxes")),
    )
    op.create_index("ix_redaction_boxes_sha256", "redaction_boxes", ["sha256"])
