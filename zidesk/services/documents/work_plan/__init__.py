"""Dokumen Rencana Kerja, built from an assessment and its action plan as a document of the model.

Imports the domain, the model, the texts and what letters have in common.
"""
