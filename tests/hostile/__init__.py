"""Files made to exhaust a reader, each met in a process of its own that may use only so much.

`python -m tests.hostile` prints what each cost; `--rounds N` also tries N spoiled copies of sound files.
"""
