"""Personal data in evidence (UU 27/2022): what looks like it, and copies that are locked with a passphrase.

No Qt, no SQL; may import storage, domain and the reading of files beside it.
"""
