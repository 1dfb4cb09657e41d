"""INDEKS.pdf: where everything is and what it is worth. Start at `document.py`; imports `drawing` and `content`."""
