"""Reading and writing the domain's values; each method is one transaction and hands out values, not rows."""
