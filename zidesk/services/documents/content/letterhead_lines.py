"""Who a letter is from: the lines of a letterhead, for every format."""

from zidesk.domain.profile import School


def office_lines(school: School) -> tuple[str, ...]:
    """Government and office, in capitals; lines that are empty are left out."""
    return tuple(text.upper() for text in (school.government, school.office) if text.strip())


def address_line(school: School) -> str:
    address = ", ".join(filter(None, (school.address, school.regency, school.province)))
    return f"{address} {school.postal_code}".strip()


def reach_parts(school: School) -> tuple[str, ...]:
    """Telephone, mail and web, as far as there are any."""
    phone = f"Telepon {school.phone}" if school.phone else ""
    return tuple(filter(None, (phone, school.email, school.website)))
