"""What an evidence file looks like: small pictures of it, its pages, and where words stand on them.

No Qt, no SQL; may import storage and domain. Pillow, libheif and PDFium are loaded when first needed."""
