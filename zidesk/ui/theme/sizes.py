"""Sizes at 100 %: points for text, pixels for the rest."""

SECONDARY, BODY, QUESTION, TITLE, BIG_TITLE = 10.0, 11.0, 13.0, 16.0, 20.0
GAP, WIDE_GAP, SECTION_GAP = 12, 16, 24
RADIUS = 6
ROW_HEIGHT = 32  # smallest target
LEAST_SCALE, MOST_SCALE = 0.9, 1.5
