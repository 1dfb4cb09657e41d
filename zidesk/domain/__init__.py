"""Facts and rules of the assessment and the archive: values and pure functions, no I/O.

May import the standard library only.
"""
