"""Covering parts of an evidence with black boxes. Qt; asks `services.redaction` and `services.pictures`."""
