"""What several papers say alike: scores, answers, and how certain a figure is. Imports the domain only."""
