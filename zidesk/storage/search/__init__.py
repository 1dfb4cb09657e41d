"""The search index: a cache of its own beside the workspace's database, thrown away and rebuilt at any time.

SQLite's FTS5 through the driver itself: one indexed query for each keystroke leaves no time for an ORM.
"""
