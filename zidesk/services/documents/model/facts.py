"""What a file says about itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class DocumentFacts:
    """What the file says about itself. `changed_at`: the last change of the data, never the clock."""

    title: str
    author: str
    subject: str
    changed_at: datetime
