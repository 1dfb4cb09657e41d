"""Answering questions: one by one, or a whole table at once."""
