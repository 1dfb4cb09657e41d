"""Checklists of the expected documents and the summary of what is missing, as documents of the model.

Imports the domain, the model and what letters share; nothing that draws.
"""
