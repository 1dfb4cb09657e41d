"""The pieces of the page Dokumen: cards, form, signed copy, preview."""
