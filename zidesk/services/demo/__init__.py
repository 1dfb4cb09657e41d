"""The demo school: an invented Indonesian school and the evidence files it would have collected.

May import `zidesk.domain`; drawing libraries (reportlab, PIL, xlsxwriter) only when files are produced.
"""
