"""The steps of the schema, numbered in order; imported by Alembic only."""
