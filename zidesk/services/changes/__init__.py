"""Everything a user can change, as values that are performed and undone.

No Qt, no SQL; may import storage and domain."""
