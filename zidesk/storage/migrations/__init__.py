"""Alembic's scripts: one file for each step of the schema. Run by `zidesk.storage.schema` only."""
