"""A workspace with something in every table, kept for each release; every later release must open it.

`python -m tests.releases VERSION` makes the one of this release under `tests/data/workspaces/`.
"""
