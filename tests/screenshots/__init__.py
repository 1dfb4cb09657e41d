"""`make screenshots`: every page and dialog of the real window in every theme and size, to be looked at."""
