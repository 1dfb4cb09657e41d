"""Manifest text: what is written can be read back, and what others write is understood or told of."""

import ntpath
import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.manifest import (
    BAGIT_TXT,
    MAX_LINE,
    LineIssue,
    decode_path,
    encode_path,
    format_bag_info,
    format_manifest,
    is_unsafe,
    parse_manifest,
    parse_payload_oxum,
    payload_oxum,
    plain,
    split_lines,
)

SUM = "ab" * 32
V1, V097 = (1, 0), (0, 97)

part = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\\\0"), min_size=1, max_size=20)
path = st.lists(part.filter(lambda text: text not in (".", "..")), min_size=1, max_size=4).map(
    lambda parts: "data/" + "/".join(parts)
)


def issues(text, version=V1, digits=64):
    return [(problem.line, problem.issue) for problem in parse_manifest(text, version, digits)[1]]


def paths(text, version=V1, digits=64):
    return [entry.path for entry in parse_manifest(text, version, digits)[0]]


def test_a_manifest_is_sorted_with_two_spaces_and_line_feeds():
    text = format_manifest([("data/b.txt", "CD" * 32), ("data/a b.txt", SUM), ("data/B.txt", SUM)])
    assert text == f"{SUM}  data/B.txt\n{SUM}  data/a b.txt\n{'cd' * 32}  data/b.txt\n"
    assert format_manifest([]) == ""


def test_only_percent_and_line_ends_are_encoded():
    assert encode_path("data/100% a\r\n b~é.txt") == "data/100%25 a%0D%0A b~é.txt"


@given(st.dictionaries(path, st.binary(min_size=32, max_size=32).map(bytes.hex), max_size=8))
def test_what_is_written_is_read_back(sums):
    entries, problems = parse_manifest(format_manifest(sums.items()), V1, 64)
    assert problems == []
    assert {entry.path: entry.checksum for entry in entries} == sums
    assert [entry.path for entry in entries] == sorted(sums)


@given(st.permutations([(f"data/{name}", SUM) for name in "abcdefg"]))
def test_the_order_of_input_does_not_matter(entries):
    assert format_manifest(entries) == format_manifest(sorted(entries))


@pytest.mark.parametrize(
    "entries",
    [
        [("data/a", SUM), ("data/a", SUM)],
        [("data/../a", SUM)],
        [("/data/a", SUM)],
        [("data//a", SUM)],
        [("./data/a", SUM)],
        [("data\\a", SUM)],
    ],
)
def test_a_path_that_could_not_be_read_back_is_not_written(entries):
    with pytest.raises(ValueError, match=r"path inside|listed twice"):
        format_manifest(entries)


@pytest.mark.parametrize(
    "danger",
    [
        "/etc/passwd", "~/x", "~root/x", "..", "../x", "data/../../x", "data/..", "C:/x", "c:x",
        "data\\..\\..\\x",
        "\\\\server\\share\\x", "\\\\?\\C:\\x", "%HomeDrive%\\x", "//server/share/x", "data/a\0b",
    ],
)  # fmt: skip
def test_dangerous_paths_are_no_entries(danger):
    assert is_unsafe(danger)
    entries, problems = parse_manifest(f"{SUM}  {danger}\n", V1, 64)
    assert entries == []
    assert [(problem.issue, problem.text) for problem in problems] == [(LineIssue.UNSAFE_PATH, danger)]


@pytest.mark.parametrize("fine", ["data/~a", "data/..a", "data/a..", "data/.../b", "data/a:b", "data/%2e%2e/a"])
def test_similar_paths_are_no_danger(fine):
    assert not is_unsafe(fine)


@given(st.text("./\\~:aC% \0", max_size=12))
def test_a_safe_path_stays_inside_on_every_system(text):
    if not is_unsafe(text):
        assert posixpath.normpath(posixpath.join("/bag", text)).startswith("/bag")
        assert ntpath.normpath(ntpath.join("C:\\bag", text)).startswith("C:\\bag")


def test_each_line_end_of_the_standard_separates_and_no_other():
    assert split_lines("a\nb\rc\r\nd") == ["a", "b", "c", "d"]
    assert split_lines("a\n\nb\n") == ["a", "", "b"]
    assert split_lines("a\u2028b\x85c\x0bd") == ["a\u2028b\x85c\x0bd"]
    assert split_lines("") == []


@pytest.mark.parametrize("gap", [" ", "  ", "\t", " \t  "])
def test_spaces_and_tabs_separate(gap):
    assert paths(f"{SUM}{gap}data/a b\r\n") == ["data/a b"]


@pytest.mark.parametrize(
    ("line", "issue"),
    [
        (SUM, LineIssue.MALFORMED),
        (f"{SUM[:-2]}  data/a", LineIssue.MALFORMED),
        (f"{'xy' * 32}  data/a", LineIssue.MALFORMED),
        ("data/a", LineIssue.MALFORMED),
        (f"{SUM}  ./", LineIssue.MALFORMED),
        (f"{SUM}  ", LineIssue.MALFORMED),
        (f"\\{SUM}  data\\\\a", LineIssue.UNSAFE_PATH),
        ("# a remark", LineIssue.COMMENT),
        (f"{SUM}  data/" + "a" * MAX_LINE, LineIssue.TOO_LONG),
    ],
)
def test_a_line_that_is_none_is_told_with_its_number(line, issue):
    text = f"{SUM}  data/first\n\n{line}\n{SUM}  data/last\n"
    assert issues(text) == [(3, issue)]
    assert paths(text) == ["data/first", "data/last"]


@pytest.mark.parametrize(
    ("written", "meant", "issue"),
    [
        ("*data/a", "data/a", LineIssue.BINARY_MARK),
        ("./data/a", "data/a", LineIssue.NOT_PLAIN),
        ("data//a/", "data/a", LineIssue.NOT_PLAIN),
        ("data/100%", "data/100%", LineIssue.BARE_PERCENT),
    ],
)
def test_loose_lines_are_understood_and_told_of(written, meant, issue):
    assert paths(f"{SUM}  {written}\n") == [meant]
    assert issues(f"{SUM}  {written}\n") == [(1, issue)]


def test_percent_signs_were_not_encoded_before_1_0():
    assert issues(f"{SUM}  data/100%\n", V097) == []
    assert decode_path("a%25%0a%0D%7E", V097) == "a%25\n\r%7E"
    assert decode_path("a%25%0a%0D%7E", V1) == "a%\n\r%7E"
    assert decode_path("%250A", V1) == "%0A"


def test_other_spellings_cover_what_older_tools_meant():
    (entry,) = parse_manifest(f"{SUM}  data/a%25%0A \n", V1, 64)[0]
    assert entry.path == "data/a%\n "
    assert set(entry.other_spellings) == {
        "data/a%\n", "data/a%25%0A ", "data/a%25%0A", "data/a%25\n ", "data/a%25\n",
    }  # fmt: skip


def test_checksums_are_lower_case_and_any_length_when_the_algorithm_is_unknown():
    (entry,) = parse_manifest("ABCDEF  data/a\n", V1)[0]
    assert (entry.checksum, entry.line) == ("abcdef", 1)


@given(st.text(max_size=200))
def test_any_text_can_be_parsed(text):
    entries, problems = parse_manifest(text, V1, 64)
    assert len(entries) + len(problems) <= 3 * len(split_lines(text))
    assert all(entry.path == plain(entry.path) and not is_unsafe(entry.path) for entry in entries)


def test_bag_info_keeps_order_and_one_line_for_each_value():
    text = format_bag_info(
        [("Source-Organization", "SMAN 1\r\nTangerang"), ("Contact-Name", " Siti\u2028Aminah ")]
    )
    assert text == "Source-Organization: SMAN 1 Tangerang\nContact-Name: Siti Aminah\n"


@pytest.mark.parametrize("label", ["", "a:b", " a", "a ", "a\nb", "a\x85b"])
def test_a_label_that_would_break_the_line_is_refused(label):
    with pytest.raises(ValueError, match="label"):
        format_bag_info([(label, "x")])


@given(st.integers(0, 10**15), st.integers(0, 10**9))
def test_payload_oxum_goes_both_ways(total, files):
    assert parse_payload_oxum(payload_oxum(total, files)) == (total, files)


@pytest.mark.parametrize("text", ["", "12", "12.", ".1", "1.2.3", "a.b", "-1.2", "1,2", "٣.١"])
def test_what_is_no_payload_oxum(text):
    assert parse_payload_oxum(text) is None


def test_the_declaration_is_exactly_two_lines():
    assert split_lines(BAGIT_TXT) == ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]
