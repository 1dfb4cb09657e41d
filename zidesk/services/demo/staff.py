"""The demo school's list of staff: those of its people who work in the team, and some colleagues."""

from zidesk.domain.staff import CHANGE_AGENT, StaffMember, checked_member
from zidesk.services.demo.school import Person, load_school
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

LISTED = 40
_POKJA = 6
_HEAD = ("Penanggung Jawab", "Bendahara", "Ketua", "Wakil Ketua", "Sekretaris")  # of the first in the list
_YEAR = 2026  # of the demo's papers
_MEMBERS = 5  # of a pokja, its coordinator included
# by years since the appointment: the usual steps of a teacher's career
_RANKS = (
    (28, "Pembina Tingkat I, IV/b"),
    (22, "Pembina, IV/a"),
    (17, "Penata Tingkat I, III/d"),
    (12, "Penata, III/c"),
    (7, "Penata Muda Tingkat I, III/b"),
    (0, "Penata Muda, III/a"),
)


def add_demo_staff(workspace: Workspace, resources: Resources) -> tuple[StaffMember, ...]:
    """Put the example's staff into a workspace of the demo school. The same on every run.

    Raises WorkspaceReadOnly, StorageFault.
    """
    workspace.require_writable()
    return workspace.staff.replace_all(demo_staff(resources), workspace.clock())


def demo_staff(resources: Resources) -> tuple[StaffMember, ...]:
    """Forty people: the head of the team, six pokja of five with a change agent each, and five others."""
    school = load_school(resources.root)
    people = school.staff[:LISTED]
    return tuple(
        checked_member(
            StaffMember(
                person.name,
                "" if person.nip == "-" else person.nip,
                school.principal_rank if person is school.principal else _rank(person),
                person.position,
                _roles(place),
            )
        )
        for place, person in enumerate(people)
    )


def _roles(place: int) -> tuple[str, ...]:
    if place < len(_HEAD):
        return (_HEAD[place],)
    seat, pokja = divmod(place - len(_HEAD), _POKJA)
    if seat >= _MEMBERS:
        return ()
    title = f"{'Koordinator' if seat == 0 else 'Anggota'} Pokja {pokja + 1}"
    return (title, CHANGE_AGENT) if seat == 1 else (title,)


def _rank(person: Person) -> str:
    if person.nip == "-":
        return ""
    years = _YEAR - int(person.nip[8:12])
    return next(rank for least, rank in _RANKS if years >= least)
