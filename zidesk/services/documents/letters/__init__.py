"""Letters on the school's letterhead, to be signed. Imports `drawing` and `content`."""
