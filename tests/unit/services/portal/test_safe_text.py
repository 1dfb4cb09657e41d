"""Whatever users type stays words."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.unit.services.portal.reading import Page, Write
from tests.unit.services.portal.samples import HOSTILE, hostile, make_use
from zidesk.domain.archive_layout import BundlePlan, Layout, Omission, PlannedFile, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.services.portal.safe_text import fragment, paragraphs, plain, relative_href, script_json

ANY_TEXT = st.text(st.characters(), max_size=60) | st.sampled_from(HOSTILE)


def shape(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    """Elements and the names of their attributes: what text may never change."""
    return [(tag, tuple(found)) for tag, found in page.tags]


def test_hostile_texts_change_no_element(assessment: Assessment, layout: Layout, write: Write) -> None:
    nasty = hostile(assessment)
    tame = replace(
        nasty,
        evidence={
            code: tuple(
                replace(use, title="judul", original_name="a.pdf", number="1", note="x", file=replace(
                    use.file, inspection=replace(use.file.inspection, state_detail="x"),
                ))
                for use in uses
            )
            for code, uses in nasty.evidence.items()
        },
        answers={code: replace(answer, note="x") for code, answer in nasty.answers.items()},
        profile=replace(
            nasty.profile,
            target="WBK",
            school=replace(nasty.profile.school, name="S", address="J", regency="K", npsn="1"),
        ),
    )  # fmt: skip
    lost = Omission("A.I.1.i.a", HOSTILE[0], HOSTILE[1], HOSTILE[2])
    plan = plan_layout(nasty, layout)
    wild = write(nasty, plan, (lost,))
    calm = write(tame, plan_layout(tame, layout), (Omission("A.I.1.i.a", "a", "b", "c"),))
    assert shape(wild) == shape(calm)
    assert sorted(wild.files) == sorted(relative_href(item.path) for item in plan.files)
    for text in HOSTILE:
        assert plain(text) in wild.text
    assert "49" not in "".join(word for word in wild.words if "7*7" in word)  # templates are not run twice


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ANY_TEXT, min_size=4, max_size=4))
def test_any_text_comes_back_as_it_was(
    assessment: Assessment, plan: BundlePlan, write: Write, texts: list[str]
) -> None:
    code = "A.I.1.i.a"
    title, number, note, answer_note = texts
    use = make_use(code, 1, title, number=number, note=note)
    one = replace(plan, files=(PlannedFile("data/a b.pdf", use),), places=plan.places[:1])
    answers = {code: replace(assessment.answers[code], note=answer_note)}
    page = write(replace(assessment, answers=answers), one)
    assert page.files == ["data/a%20b.pdf"]
    assert len(page.scripts) == 2
    shown = plain(title) or "pindai.pdf"
    assert shown in page.text
    for text in (note, answer_note):
        assert plain(text) in page.text
    assert page.index["bukti"][0][1] == shown
    assert plain(number) in page.index["bukti"][0][2]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
@example("javascript:alert(1)")
@example("//jahat.example/x")
@example("data/../a?b#c%41 d.pdf")
def test_an_address_is_always_a_file_beside_the_portal(path: str) -> None:
    href = relative_href(path)
    assert unquote(href) == path.lstrip("/")
    assert href.isascii()
    assert not set(href) & set(" \"'<>&?#:\\")
    assert urlsplit(href)[:2] == ("", "")
    assert urljoin("file:///paket/BUKA-DI-SINI.html", href).startswith("file:///")


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner)))
def test_json_neither_ends_nor_opens_a_script(value: object) -> None:
    text = script_json(value)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == value


class _Script(HTMLParser):
    ended = 0

    def handle_endtag(self, tag: str) -> None:
        self.ended += 1


def test_a_script_with_hostile_json_ends_once() -> None:
    parser = _Script()
    parser.feed(f"<script type=application/json>{script_json(list(HOSTILE[:7]))}</script>")
    assert parser.ended == 1


@given(st.text(st.characters(), max_size=80))
@example(HOSTILE[7])
def test_plain_text_is_one_line_that_can_be_written(text: str) -> None:
    shown = plain(text)
    shown.encode("utf-8")
    assert plain(shown) == shown
    assert shown == " ".join(shown.split())
    assert not set(shown) & set("\x00\x07\u202e\u2066\u200f\uffff")
    assert paragraphs(paragraphs(text)) == paragraphs(text)


def test_letters_of_any_script_and_joined_emoji_stay() -> None:
    for text in (HOSTILE[6], "👩\u200d👩\u200d👧", "می\u200cخواهم", "tổng hợp"):
        assert plain(text) == text


def test_anchors_are_encoded() -> None:
    assert fragment('a"b c') == "#a%22b%20c"
