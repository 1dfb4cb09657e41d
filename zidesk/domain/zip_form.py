"""How ZIDesk writes the entries of a ZIP, so that what has changed in one can be told."""

UNIX = 3  # the system entries are said to be from, whatever the machine
FILE_ATTRIBUTES, FOLDER_ATTRIBUTES = 0o100644 << 16, 0o040755 << 16 | 0x10
EPOCH = 1980  # the first year a ZIP knows
AGENT = "ZIDesk "  # how Bag-Software-Agent begins
