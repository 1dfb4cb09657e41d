"""Copies of files with parts of them blacked out for good; the originals are only read.

No Qt, no SQL; may import storage, domain and the pictures. Pillow is loaded when a copy is made.
"""
