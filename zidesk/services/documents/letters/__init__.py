"""Letters, statements, decrees and the papers of meetings, built from an assessment as documents of the model.

Imports the domain, the model and the texts; drawing is loaded when one is made.
"""
