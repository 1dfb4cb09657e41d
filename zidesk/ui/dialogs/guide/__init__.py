"""The window of the user guide: its list, its text, and what it does when one types or clicks."""
