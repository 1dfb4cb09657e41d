"""Alembic's entry: runs the scripts on the connection that `zidesk.storage.schema` hands over."""

from alembic import context

from zidesk.storage import paper_tables, privacy_tables  # noqa: F401  their tables join the metadata
from zidesk.storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite cannot alter tables in place
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
