"""The wizard for a new school: one page for each step. May import services only in `work`."""
