"""ZIDesk: compiles a school's Zona Integritas evidence into a bundle that assessors can trust.

Layers, downwards only: ui and cli → services → storage → domain; see DEVELOPING.md.
"""

__version__ = "1.0.0"
