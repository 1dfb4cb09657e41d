"""The user guide: reading its chapters, searching them, and making HTML or a PDF of them. Imports storage and
domain, and of the services only the documents."""
