"""The content model as DOCX, to be edited by hand. Imports python-docx: import when such a file is made."""
