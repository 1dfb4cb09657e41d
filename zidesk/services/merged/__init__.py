"""Merged PDFs (berkas gabungan): all evidence of an area, or of everything, as one paper.

Start at `merging.py`. Sources are copied object by object into a file that is written from front to end, so that
neither their number nor their size matters for memory. On documents, pictures and what the inspection knows of
hostile files.
"""
