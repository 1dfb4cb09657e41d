"""The window: PySide6 lives here only. Pages show values and emit intents; controllers call the services.

May import services, storage, domain and messages; storage and services are imported when first used, so that
the window is on the screen before the database library is loaded.
"""
