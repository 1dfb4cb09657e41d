"""Drawing papers on reportlab's canvas: fonts, text in any script, pages, tables, links. Knows no assessment."""
