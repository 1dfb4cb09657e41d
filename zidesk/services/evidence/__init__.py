"""Changing evidence that is attached already: its facts, its order, and the bin.

No Qt, no SQL; may import storage and domain."""
