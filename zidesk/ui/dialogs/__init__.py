"""Dialogs, one package or file each. They show values and hand on what was wished."""
