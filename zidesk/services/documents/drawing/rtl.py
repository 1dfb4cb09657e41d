"""Arabic and Hebrew in Indonesian papers: letters joined, runs put in visual order.

A small part of the Unicode bidirectional algorithm (UAX #9) for lines whose base direction is left to
right, without embeddings; enough for names and titles. Contextual forms come from Unicode's own table of
presentation forms, which DejaVu Sans has.
"""

import re
import unicodedata

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_LAM = "\u0644"


def has_rtl(text: str) -> bool:
    return not text.isascii() and _RTL.search(text) is not None


def _presentation_forms() -> dict[str, dict[str, str]]:
    """Letter (or lam + alef) → position ("initial", "medial", "final") → the shaped character."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBD4), *range(0xFBFC, 0xFC00), *range(0xFE80, 0xFEFD)):
        position, _, letters = unicodedata.decomposition(chr(code)).partition("> ")
        if letters:
            base = "".join(chr(int(letter, 16)) for letter in letters.split())
            forms.setdefault(base, {})[position.strip("<")] = chr(code)
    return forms


_FORMS = _presentation_forms()


def join_arabic(text: str) -> str:
    """Arabic letters in the forms their neighbours ask for, still in logical order."""
    if not _ARABIC.search(text):
        return text
    letters = _ligated(text)
    return "".join(_form(letters, place) for place in range(len(letters)))


def _ligated(text: str) -> list[str]:
    letters: list[str] = []
    for char in text:
        if letters and letters[-1] == _LAM and f"{_LAM}{char}" in _FORMS:
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _form(letters: list[str], place: int) -> str:
    forms = _FORMS.get(letters[place])
    if forms is None:
        return letters[place]
    before = _neighbour(letters, place, -1)
    after = _neighbour(letters, place, 1)
    joins_before = "initial" in _FORMS.get(before, {}) and "final" in forms
    joins_after = "initial" in forms and "final" in _FORMS.get(after, {})
    position = {
        (True, True): "medial",
        (True, False): "final",
        (False, True): "initial",
        (False, False): "isolated",
    }[joins_before, joins_after]
    return forms.get(position, letters[place])


def _neighbour(letters: list[str], place: int, step: int) -> str:
    """The letter before or after, vowel signs passed over; "" at the ends."""
    place += step
    while 0 <= place < len(letters) and unicodedata.combining(letters[place][0]):
        place += step
    return letters[place] if 0 <= place < len(letters) else ""


def visual_order(line: str) -> str:
    """One line as it is to be drawn from left to right."""
    if not has_rtl(line):
        return line
    clusters = _clusters(line)
    levels = _levels(clusters)
    for level in (2, 1):
        clusters, levels = _reverse_runs(clusters, levels, level)
    return "".join(
        cluster.translate(_MIRRORED) if level == 1 else cluster
        for cluster, level in zip(clusters, levels, strict=True)
    )


def _clusters(line: str) -> list[str]:
    """Characters with the marks that follow them, which stay behind their letter when a run is reversed."""
    clusters: list[str] = []
    for char in line:
        if clusters and unicodedata.combining(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _levels(clusters: list[str]) -> list[int]:
    """0 left to right, 1 right to left, 2 numbers within a right-to-left run."""
    kinds = [_kind(cluster) for cluster in clusters]
    strong = "L"
    for place, kind in enumerate(kinds):
        if kind in "LR":
            strong = kind
        elif kind == "N" and strong == "L":
            kinds[place] = "L"
    for place in range(1, len(kinds) - 1):  # 5/3 and 2.026 are one number (rule W4)
        if clusters[place] in "/:.,-+" and kinds[place - 1] == kinds[place + 1] == "N":
            kinds[place] = "N"
    _pair_brackets(clusters, kinds)
    levels = [0] * len(kinds)
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] == " ":
            end += 1
        if end > place:  # neutrals go with their neighbours if these agree, else with the page
            inside = place > 0 and end < len(kinds) and kinds[place - 1] in "RN" and kinds[end] in "RN"
            levels[place:end] = [int(inside)] * (end - place)
            place = end
        else:
            levels[place] = {"L": 0, "R": 1, "N": 2}[kinds[place]]
            place += 1
    return levels


def _pair_brackets(clusters: list[str], kinds: list[str]) -> None:
    """Brackets around right-to-left text that follow such text belong to it (rule N0)."""
    waiting: list[int] = []
    for place, cluster in enumerate(clusters):
        if cluster in _BRACKETS:
            waiting.append(place)
        elif waiting and cluster == _BRACKETS[clusters[waiting[-1]]]:
            start = waiting.pop()
            inside = set(kinds[start + 1 : place])
            before = next((kind for kind in reversed(kinds[:start]) if kind in "LRN"), "L")
            if inside & {"R", "N"} and "L" not in inside and before in "RN":
                kinds[start] = kinds[place] = "R"


def _kind(cluster: str) -> str:
    match unicodedata.bidirectional(cluster[0]):
        case "R" | "AL":
            return "R"
        case "EN" | "AN":
            return "N"
        case "L":
            return "L"
        case _:
            return " "


def _reverse_runs(clusters: list[str], levels: list[int], least: int) -> tuple[list[str], list[int]]:
    """Every run of at least this level turned round."""
    start = 0
    while start < len(levels):
        end = start
        while end < len(levels) and levels[end] >= least:
            end += 1
        clusters[start:end] = clusters[start:end][::-1]
        levels[start:end] = levels[start:end][::-1]
        start = max(end, start + 1)
    return clusters, levels
