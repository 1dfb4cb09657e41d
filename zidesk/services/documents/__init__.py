"""Papers made from an assessment: index, letters (PDF) and the sheet (XLSX).

Imports the domain, and of storage how a drive refuses. Modules that draw pull in reportlab, so import them
when a paper is asked for; `paper` (what a paper is printed on) is light.
"""
