"""The dialog of the program's settings: one page for each section. May import storage only for what settings are,
and services not at all."""
