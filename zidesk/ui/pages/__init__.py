"""The pages of the main window. They show values and emit intents; they open no file and no database."""
