"""The table of the plan and its month grid: painting, editing, the mouse. Imports Qt, models, theme."""
