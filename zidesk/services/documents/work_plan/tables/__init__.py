"""The table of actions in the forms schools use. Imports the domain and the model."""
