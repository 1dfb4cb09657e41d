"""Names in the menu, codes as they are spoken, bars, cards and the index of the search."""

from fractions import Fraction

import pytest

from tests.unit.services.portal.reading import Page
from tests.unit.services.portal.samples import make_use
from zidesk.domain.answer import Answer, parse_answer
from zidesk.domain.archive_layout import BundlePlan, Layout, PlannedFile, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileKind
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile, School
from zidesk.services.portal.area_pages import QuestionCard, area_pages
from zidesk.services.portal.evidence_cards import evidence_card
from zidesk.services.portal.menu_names import menu_name, spoken_code, spoken_prefixes
from zidesk.services.portal.score_bars import percent_text, score_bars, verdicts


@pytest.mark.parametrize(
    ("area", "short"),
    [
        ("Manajemen Perubahan", "Manajemen Perubahan"),
        ("Penataan Sistem Manajemen SDM Aparatur", "Manajemen SDM"),
        ("Penguatan Akuntabilitas Kinerja", "Akuntabilitas"),
        ("Peningkatan Kualitas Pelayanan Publik", "Layanan Publik"),
        ("Area lain sama sekali", "Area lain sama sekali"),
    ],
)
def test_areas_are_named_as_assessors_do(area: str, short: str) -> None:
    assert menu_name(area) == short


def test_spoken_codes_mean_their_question(instrument: Instrument, older_instrument: Instrument) -> None:
    assert spoken_code(instrument, "A.I.1.iii.b") == "1.iii.b"
    assert spoken_code(instrument, "A.II.1.i.a") == "II.1.i.a"
    assert spoken_code(instrument, "B.I.a") == "B.I.a"
    for sheet in (instrument, older_instrument):
        spoken = [spoken_code(sheet, question.code) for question in sheet.questions]
        assert [sheet.resolve(code) for code in spoken] == [question.code for question in sheet.questions]
    assert spoken_prefixes(instrument) == ("", "A.I.", "A.")


@pytest.mark.parametrize(
    ("share", "text"), [("0", "0.00"), ("1/3", "33.33"), ("1", "100.00"), ("7/5", "100.00"), ("-1/5", "0.00")]
)
def test_a_bar_never_leaves_its_frame(share: str, text: str) -> None:
    assert percent_text(Fraction(share)) == text


def test_each_criterion_has_one_bar_with_its_limits(assessment: Assessment) -> None:
    bars = score_bars(assessment)
    total = bars[0]
    assert (total.label, total.value, total.filled) == ("Nilai total", "79,56", "79.56")
    assert [(limit.predicate, limit.at, limit.tone) for limit in total.limits] == [
        ("WBK", "75.00", "ok"),
        ("WBBM", "85.00", "part"),
    ]
    assert len({bar.label for bar in bars}) == len(bars) == 13
    assert [bar.value for bar in bars if bar.filled == ""] == ["belum"]  # the predicate held before
    by_predicate = [
        sum(limit.predicate == name for bar in bars for limit in bar.limits) for name in ("WBK", "WBBM")
    ]
    assert by_predicate == [12, 13]


def test_an_unknown_limit_is_neither_met_nor_missed(older_instrument: Instrument) -> None:
    older = Assessment(
        Profile(School("SD 3"), year=2026), older_instrument, {}, {}, make_use("x", 1, "x").added_at
    )
    unknown = [limit for bar in score_bars(older) for limit in bar.limits if limit.minimum == ""]
    assert unknown
    assert {(limit.verdict, limit.tone, limit.at) for limit in unknown} == {("belum terkonfirmasi", "open", "")}
    assert all(verdict.tone != "ok" for verdict in verdicts(older))


def _cards(instrument: Instrument, layout: Layout, code: str, said: str) -> QuestionCard:
    answers = {code: Answer(parse_answer(instrument.question(code), said))} if said else {}
    one = Assessment(Profile(School("SD 3"), year=2026), instrument, answers, {}, make_use("x", 1, "x").added_at)
    pages = area_pages(one, plan_layout(one, layout), (), {})
    (card,) = [
        question
        for page in pages
        for group in page.groups
        for sub_area in group.sub_areas
        for question in sub_area.questions
        if question.code == code
    ]
    return card


@pytest.mark.parametrize(
    ("code", "said", "chip", "tone"),
    [
        ("A.I.1.iii.b", "B", "B · 0,67", "ok"),
        ("A.I.1.iii.b", "C", "C · 0,33", "part"),
        ("A.I.1.i.a", "Tidak", "Tidak · 0,00", "none"),
        ("A.II.1.i.a", "nihil", "nihil · 1,00", "ok"),
        ("A.II.1.i.a", "agen=4,perubahan=1", "25,00 % · 0,25", "part"),
        ("B.I.a", "3,65", "3,65 · 0,91", "ok"),
        ("B.I.a", "", "Belum dijawab", "open"),
    ],
)
def test_an_answer_is_said_in_a_word(
    instrument: Instrument, layout: Layout, code: str, said: str, chip: str, tone: str
) -> None:
    card = _cards(instrument, layout, code, said)
    assert (card.chip, card.tone) == (chip, tone)


def test_groups_of_an_area_share_its_page(assessment: Assessment, plan: BundlePlan) -> None:
    first, *_, last = area_pages(assessment, plan, (), {})
    assert [group.name for group in first.groups] == ["Pemenuhan", "Reform"]
    assert first.score.score == sum(assessment.scores.nodes[code].score for code in ("A.I.1", "A.II.1"))
    assert [group.name for group in last.groups] == [
        "Birokrasi yang Bersih dan Akuntabel",
        "Pelayanan Publik yang Prima",
    ]
    assert last.score == assessment.scores.nodes["B"]


@pytest.mark.parametrize(
    ("kind", "pages", "word"),
    [
        (FileKind.PDF, 1, "PDF · 1 hlm"),
        (FileKind.PDF, None, "PDF"),
        (FileKind.SPREADSHEET, 1, "lembar hitung"),
        (FileKind.PRESENTATION, 1200, "presentasi · 1.200 hlm"),
    ],
)
def test_a_card_says_what_a_file_is(kind: FileKind, pages: int | None, word: str) -> None:
    card = evidence_card(PlannedFile("data/x", make_use("A", 1, "", kind=kind, pages=pages, original="a.b")), 4, 0)
    assert (card.kind, card.title, card.anchor) == (word, "a.b", "bukti-5")


def test_the_index_of_the_search_holds_what_people_look_for(page: Page, plan: BundlePlan) -> None:
    index = page.index
    assert index["awalan"] == ["", "A.I.", "A."]
    assert len(index["butir"]) == 113
    assert ["A.I.1.iii", "Pemantauan dan Evaluasi Pembangunan WBK/WBBM", "Manajemen Perubahan"] in index["sub"]
    assert len(index["bukti"]) == len(plan.files)
    place = next(n for n, item in enumerate(plan.files) if item.use.title == "Rapat")
    of, title, _, rest = index["bukti"][place]
    assert index["butir"][of][:2] == ["A.I.1.iii.b", "1.iii.b"]
    assert title == "Rapat"
    for words in ("IMG 21.JPG", "di aula", "A.I.1.iii.b-02 Rapat.jpg"):
        assert words in rest
    assert f"bukti-{place + 1}" in page.ids
    assert any("421.3/198 · 18 Desember 2025" in item[2] for item in index["bukti"])
    assert sum("rusak" in item[3] for item in index["bukti"]) >= 1
