"""What stands in the lines of the overview. Pure functions over an assessment, no Qt widgets."""

from fractions import Fraction

from zidesk.domain.answer import Chosen
from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion, all_met
from zidesk.domain.errors import UnknownQuestion
from zidesk.domain.gains import CHEAPEST, Gain
from zidesk.domain.gaps import AreaProgress, area_progress, first_open
from zidesk.domain.indonesian import format_number, format_plain, rounded
from zidesk.domain.instrument import Instrument, Place
from zidesk.ui.widgets.line import Bar, Cell, Line
from zidesk.ui.wording import percent_words

PREDICATES = ("WBK", "WBBM")


def spoken_code(instrument: Instrument, code: str) -> str:
    """The short form that people say and the jump box takes: A.I.3.iv.d → 3.iv.d."""
    first = instrument.components[0]
    for prefix in (f"{first.children[0].code}.", f"{first.code}."):
        if code.startswith(prefix):
            short = code.removeprefix(prefix)
            try:
                return short if instrument.resolve(short) == code else code
            except UnknownQuestion:
                return code
    return code


def predicate_line(predicate: str, criteria: tuple[Criterion, ...]) -> tuple[str, str]:
    """The state of a predicate in a sentence and its palette role."""
    if not criteria:
        return f"{predicate}: syaratnya tidak ada pada lembar ini", "muted"
    if all_met(criteria):
        return f"{predicate}: semua {len(criteria)} syarat terpenuhi", "ok"
    unmet = sum(1 for item in criteria if item.met is False)
    unsure = sum(1 for item in criteria if item.met is None)
    if not unmet:
        return f"{predicate}: {unsure} batas belum terkonfirmasi", "muted"
    words = f"{predicate}: {unmet} dari {len(criteria)} syarat belum terpenuhi"
    return (f"{words}, {unsure} belum pasti" if unsure else words), "warn"


def limits_of(assessment: Assessment, area: AreaProgress) -> dict[str, float]:
    """By predicate the confirmed limit of an area, in percent of its weight."""
    found: dict[str, float] = {}
    wanted = f"area.{area.node.number or area.node.code}" if area.combined else area.node.code
    for predicate in PREDICATES:
        for item in assessment.criteria.get(predicate, ()):
            if item.id == wanted and item.minimum is not None:
                found[predicate] = float(item.minimum if item.percent else item.minimum / area.score.weight * 100)
    return found


def area_line(assessment: Assessment, area: AreaProgress) -> Line:
    limits = limits_of(assessment, area)
    percent = float(area.score.percent)
    least = min(limits.values(), default=None)
    most = max(limits.values(), default=None)
    colour = "accent"
    if least is not None and most is not None:
        colour = "ok" if percent >= most else "accent" if percent >= least else "warn"
    name = f"{area.node.number} {area.node.name}" if area.combined else f"Hasil · {area.node.name}"
    score, weight, total = format_number(area.score.score), format_plain(area.score.weight), len(area.places)
    against = "; ".join(
        f"{predicate} {format_plain(rounded(Fraction(limit)))} % "
        + ("tercapai" if percent >= limit else "belum tercapai")
        for predicate, limit in limits.items()
    )
    words = f"{name}: nilai {score} dari {weight} ({percent_words(area.score.percent)})"
    done = f"{area.answered} dari {total} butir dijawab, {area.with_evidence} berbukti"
    return Line(
        (
            Cell(name, rest=True),
            Bar(percent, colour, 96, tuple(limits.values())),
            Cell(score, right=True, bold=True),
            Cell(f"dari {weight}", "muted", right=True, small=True),
            _share(area.answered, total),
            _share(area.with_evidence, total),
        ),
        f"{words}. {against or 'Batas belum terkonfirmasi'}. {done}.",
        first_open(assessment, area.places),
    )


def area_lines(assessment: Assessment) -> tuple[Line, ...]:
    """Every area under the words for its figures."""
    words = (Cell(word, "muted", right=True, small=True) for word in ("nilai", "", "dijawab", "berbukti"))
    head = Line(
        (Cell("", rest=True), Bar(0, "track", 96), *words), "nilai, butir dijawab, butir berbukti", head=True
    )
    return (head, *(area_line(assessment, area) for area in area_progress(assessment)))


def _share(done: int, total: int) -> Cell:
    return Cell(f"{done}/{total}", "muted" if done == total else "warn", right=True, small=True)


def gain_line(instrument: Instrument, gain: Gain) -> Line:
    step, points, code = gain_words(gain), f"+{format_number(gain.points)}", spoken_code(instrument, gain.code)
    return Line(
        (
            Cell(code, chip=True),
            Cell(gain.place.question.short_title, rest=True),
            Cell(step, "muted", right=True, small=True),
            Cell(points, "ok", right=True, bold=True),
        ),
        f"Jawaban {step.replace(' → ', '→')} di {code}: {points} · {gain.place.question.short_title}",
        gain.code,
    )


def gain_words(gain: Gain) -> str:
    """ "B → A", "belum → A", "80,0 → 100 %" """
    if gain.after is not None:
        before = gain.before.key if isinstance(gain.before, Chosen) else "belum"
        return f"{before} → {gain.after.key}"
    if gain.before is None:
        best = gain.place.question.inputs[0].maximum if len(gain.place.question.inputs) == 1 else None
        return f"belum → {format_plain(best)}" if best is not None else "belum → 100 %"
    weight = gain.place.sub_area.weight / len(gain.place.sub_area.questions)
    return f"{percent_words((1 - gain.points / weight) * 100).removesuffix(' %')} → 100 %"


def criterion_line(of_all: dict[str, Criterion], target: str) -> Line:
    """One requirement for every predicate that has it: its value, and for each what is missing."""
    first = next(iter(of_all.values()))
    value = "" if first.id == "prasyarat" else f"{format_number(first.value)}{' %' if first.percent else ''}"
    states = {name: state_words(of_all[name]) if name in of_all else ("–", "muted", "") for name in PREDICATES}
    cells = [Cell(words, colour, right=True, small=True, icon=icon) for words, colour, icon in states.values()]
    notes = "".join(f" {note}" for note in dict.fromkeys(item.note for item in of_all.values() if item.note))
    said = "; ".join(f"{name} {limit_words(of_all[name])}" for name in PREDICATES if name in of_all)
    return Line(
        (Cell(first.label, rest=True), Cell(value, right=True), *cells),
        f"{first.label}: {value or 'syarat'}. {said}.{notes}",
        target,
    )


def state_words(item: Criterion) -> tuple[str, str, str]:
    """Words, palette role and icon of one requirement."""
    if item.met is None:
        return "belum pasti", "muted", "info"
    if item.met:
        return "terpenuhi", "ok", "circle-check"
    if item.id == "prasyarat":
        return "belum", "warn", "triangle-alert"
    return f"kurang {format_number(item.printed_missing)}{' %' if item.percent else ''}", "warn", "triangle-alert"


def limit_words(item: Criterion) -> str:
    if item.minimum is None:
        return "batasnya belum terkonfirmasi"
    if item.id == "prasyarat":
        return state_words(item)[0]
    return f"minimal {format_number(item.minimum)}{' %' if item.percent else ''}: {state_words(item)[0]}"


def criteria_lines(assessment: Assessment, found: tuple[Gain, ...]) -> tuple[Line, ...]:
    """Every requirement once; a line leads to the question that would gain most for it."""
    rows: dict[str, dict[str, Criterion]] = {}
    for predicate in PREDICATES:
        for item in assessment.criteria.get(predicate, ()):
            rows.setdefault(item.id, {})[predicate] = item
    if not rows:
        return ()
    head = tuple(Cell(word, "muted", right=True, small=True) for word in ("nilai", *PREDICATES))
    return (
        Line((Cell("", rest=True), *head), "nilai, WBK, WBBM", head=True),
        *(criterion_line(of_all, _best_for(key, found, assessment.instrument)) for key, of_all in rows.items()),
    )


def _best_for(criterion_id: str, found: tuple[Gain, ...], instrument: Instrument) -> str:
    places = [*(gain.place for gain in found), *instrument.places]  # else the first that it is about
    return next((place.question.code for place in places if _concerns(criterion_id, place, instrument)), "")


def _concerns(criterion_id: str, place: Place, instrument: Instrument) -> bool:
    if criterion_id == "total":
        return True
    enabler = place.component is instrument.components[0]
    if criterion_id == "pengungkit":
        return enabler
    if criterion_id.startswith("area."):
        return enabler and criterion_id == f"area.{place.area.number or place.area.code}"
    codes = (place.component.code, place.group.code, place.area.code, place.sub_area.code, place.question.code)
    return criterion_id in codes


def gain_lines(instrument: Instrument, found: tuple[Gain, ...]) -> tuple[Line, ...]:
    return tuple(gain_line(instrument, gain) for gain in found[:CHEAPEST])
