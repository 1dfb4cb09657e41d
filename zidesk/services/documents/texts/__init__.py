"""The texts of papers: templates in resources/letters or the school's own, filled in a sandbox. Jinja2 is loaded
when one is filled."""
