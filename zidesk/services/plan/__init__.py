"""The work plan: starting it, changing it, tables in and out, monitoring. Imports exchange, storage, domain."""
