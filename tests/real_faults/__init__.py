"""Faults made for real: killed programs, full and dying drives, an exFAT stick, damage, flipped bits.

`python -m tests.real_faults [kills|space|drives|store|database|flips …] [--rounds N]` prints a table of what was
done and what came of it; the tests beside do a few rounds of each. May import the program and `tests.faults`.
"""
