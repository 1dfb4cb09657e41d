"""INDEKS.pdf: where everything is and what it is worth. Start at `document.py`; on `drawing` and `content`."""
