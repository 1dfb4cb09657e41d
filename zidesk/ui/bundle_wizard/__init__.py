"""The steps of making a bundle, one widget each. They show values and emit intents; they open no file."""
