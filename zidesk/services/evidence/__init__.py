"""Evidence that is attached already: its order, emptying the bin, and originals without an owner.

No Qt, no SQL; may import storage and domain."""
