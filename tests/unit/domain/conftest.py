"""Answers drawn at random for any question, and assessments made from a few words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from zidesk.domain.answer import Answer, AnswerValue, Chosen, Nil, Numbers, parse_answer
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import PartExceedsWhole, ZeroDenominator
from zidesk.domain.evidence import EvidenceUse, Inspection, StoredFile
from zidesk.domain.instrument import AnswerType, Instrument, Question
from zidesk.domain.profile import Profile, School

ValuesOf = Callable[[Question], st.SearchStrategy[AnswerValue]]
SheetsOf = Callable[[Instrument], st.SearchStrategy[dict[str, Answer]]]
MakeAssessment = Callable[..., Assessment]


def _numbers(question: Question) -> st.SearchStrategy[AnswerValue]:
    """Numbers the question accepts, whatever its parts and wholes are."""

    @st.composite  # without arguments: hypothesis would write the whole question into its report
    def numbers(draw: st.DrawFn) -> AnswerValue:
        texts = []
        for item in question.inputs:
            top = 30 if item.maximum is None else int(item.maximum)
            if item.whole:
                texts.append(f"{item.key}={draw(st.integers(0, top))}")
            else:
                thousandths = draw(st.integers(0, top * 1000))
                texts.append(f"{item.key}={thousandths // 1000}.{thousandths % 1000:03d}")
        try:
            value = parse_answer(question, ",".join(texts))
        except (ZeroDenominator, PartExceedsWhole):
            assume(False)
        assert value is not None
        return value

    return numbers()


def _values(question: Question) -> st.SearchStrategy[AnswerValue]:
    if question.options:
        return st.sampled_from([Chosen(option.key) for option in question.options])
    if question.answer_type is AnswerType.RATIO:
        return st.one_of(st.sampled_from([Nil(True), Nil(False)]), _numbers(question))
    return _numbers(question)


def _best(question: Question) -> AnswerValue:
    if question.options:
        return Chosen(max(question.options, key=lambda option: option.score).key)
    if question.answer_type is AnswerType.RATIO:
        return Nil(True)
    return Numbers(tuple((item.key, item.maximum or Fraction(0)) for item in question.inputs))


@pytest.fixture(scope="session")
def values_of() -> ValuesOf:
    """Any answer a question accepts."""
    return _values


@pytest.fixture(scope="session")
def sheets_of() -> SheetsOf:
    """Any sheet: some questions answered by chance, some best, some not at all.

    One seed decides for most of them, so that drawing stays fast for a hundred questions.
    """

    def sheets_of(instrument: Instrument) -> st.SearchStrategy[dict[str, Answer]]:
        @st.composite
        def sheets(draw: st.DrawFn) -> dict[str, Answer]:
            chance = draw(st.randoms(use_true_random=True))
            some = set(chance.sample(range(len(instrument.questions)), k=4))
            answers: dict[str, Answer] = {}
            for index, question in enumerate(instrument.questions):
                if index in some:
                    answers[question.code] = Answer(draw(_values(question)))
                elif question.options and chance.random() < 0.7:
                    answers[question.code] = Answer(Chosen(chance.choice(question.options).key))
                elif chance.random() < 0.3:
                    answers[question.code] = Answer(_best(question))
            return answers

        return sheets()

    return sheets_of


@pytest.fixture(scope="session")
def best_answers() -> Callable[[Instrument], dict[str, Answer]]:
    """Every question answered as well as it can be."""
    return lambda instrument: {question.code: Answer(_best(question)) for question in instrument.questions}


@pytest.fixture(scope="session")
def make_profile() -> Callable[..., Profile]:
    def make(name: str = "SMAN 1 Kab. Tangerang", npsn: str = "20605123", **others: object) -> Profile:
        return Profile(school=School(name=name, npsn=npsn), **{"year": 2026, **others})  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_use() -> Callable[..., EvidenceUse]:
    """A use of a file: only the code must be said. Contents differ by `seed`."""

    def make(
        code: str,
        position: int = 1,
        title: str = "",
        original_name: str = "berkas.pdf",
        suffix: str = ".pdf",
        seed: int = 0,
    ) -> EvidenceUse:
        file = StoredFile(f"{seed:064x}", 1000 + seed, Inspection(suffix=suffix))
        at = datetime(2026, 3, 2, tzinfo=UTC)
        return EvidenceUse(seed, code, file, position, title, original_name, at)

    return make


@pytest.fixture(scope="session")
def make_assessment(make_profile: Callable[..., Profile]) -> MakeAssessment:
    def make(
        instrument: Instrument,
        uses: Iterable[EvidenceUse] = (),
        answers: Mapping[str, Answer] | None = None,
        **profile: object,
    ) -> Assessment:
        evidence: dict[str, tuple[EvidenceUse, ...]] = {}
        for use in uses:
            evidence[use.question_code] = (*evidence.get(use.question_code, ()), use)
        changed_at = datetime(2026, 3, 2, tzinfo=UTC)
        return Assessment(make_profile(**profile), instrument, answers or {}, evidence, changed_at)

    return make
