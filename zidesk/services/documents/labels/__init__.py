"""Dividers and spine labels for the binder, as documents of the model. Imports the domain, the model and what
checklists and letters share."""
