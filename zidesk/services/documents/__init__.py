"""Papers made from an assessment: index, letters (PDF) and the sheet (XLSX).

Imports domain only. Modules that draw pull in reportlab, so import them when a paper is asked for;
`paper` (what a paper is printed on) is light.
"""
