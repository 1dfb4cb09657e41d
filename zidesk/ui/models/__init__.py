"""Item models over the domain's values; tested without a window. Import the domain only."""
