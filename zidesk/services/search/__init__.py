"""Finding questions, evidence, notes and words in PDFs, as fast as they are typed.

No Qt, no SQL; may import storage, domain and the reading of PDFs beside it.
"""
