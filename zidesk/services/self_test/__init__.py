"""The program tries itself: every library and resource it ships with is used once, on a school of its own.

For installers, CI, and a maker far away; may import the other services.
"""
