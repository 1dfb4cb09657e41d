"""Making, saving, restoring and examining a workspace as a whole."""
