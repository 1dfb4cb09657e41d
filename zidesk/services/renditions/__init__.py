"""Copies that go into a bundle in place of originals: shrunk to fit a limit, with parts covered, or locked.

No Qt, no SQL; may import the inspection, pictures, privacy, redaction, storage and domain. The originals are only
read. Pillow, libheif and qpdf are loaded when the first copy is made."""
