"""BUKA-DI-SINI.html: the offline portal of a bundle, a page that any browser opens from the stick.

Imports the domain and `services.documents.content` (words that papers share) only.
"""
