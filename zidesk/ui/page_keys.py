"""The keys of the pages; their words and icons are in `commands.PAGES`."""

START, OVERVIEW, ASSESSMENT, BUNDLE = "start", "overview", "assessment", "bundle"
INBOX_PAGE, PLAN, DOCUMENTS = "inbox", "plan", "documents"
