"""Taking evidence files in: looking inside them and keeping one copy of each in the workspace.

No Qt, no SQL; may import storage and domain."""
