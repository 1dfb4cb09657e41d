"""The content model as PDF, drawn with `drawing`. Imports reportlab by way of it: import when a PDF is made."""
