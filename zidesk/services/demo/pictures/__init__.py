"""Pictures of the demo school: drawn scenes taken as photos, screenshots, the school's logo."""
