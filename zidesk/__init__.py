"""ZIDesk: compiles a school's Zona Integritas evidence into a bundle that assessors can trust.

Layers, downwards only: ui and cli → services → storage → domain; see DESIGN in README.md.
"""

__version__ = "0.1.0"
