"""LKE.xlsx: the filled sheet with live formulas, its criteria, its evidence, its sources.

Start at `workbook.py`. Imports the domain and `documents.content`; XlsxWriter lives here only.
"""
