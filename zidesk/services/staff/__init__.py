"""The list of staff: from a table, and changed one by one. Imports exchange, storage, domain."""
