"""The workspace on disk: database, originals, lock, backups. SQLAlchemy lives here only; imports domain."""
