"""`make bench`: prints every figure of DESIGN §6 that this version has, beside its goal."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import (
    attaching,
    bundling,
    freezing,
    indexing,
    merging,
    papers,
    scrolling,
    search,
    starting,
    thumbnails,
    ticking,
    updating,
)
from tests.benchmarks.measure import Figure
from tests.benchmarks.school import prepared

_FOLDER = Path("build/bench")


def _all_figures(wanted: set[str]) -> Iterator[Figure]:
    if not wanted or "bundle" in wanted:
        workspace, bundle = prepared(_FOLDER / "sekolah")
        yield from bundling.figures(workspace, bundle, _FOLDER / "salinan")
    if not wanted or "memory" in wanted:
        workspace, bundle = prepared(_FOLDER / "sekolah")
        yield from bundling.memory(workspace, bundle, _FOLDER / "salinan")
    if not wanted or "update" in wanted:
        workspace, _ = prepared(_FOLDER / "sekolah")
        yield from updating.figures(workspace, _FOLDER / "perbarui")
    if not wanted or "index" in wanted:
        yield from indexing.figures(_FOLDER / "indeks")
    if not wanted or "attach" in wanted:
        yield from attaching.figures(_FOLDER / "lampiran")
    if not wanted or "thumbnails" in wanted:
        yield from thumbnails.figures(_FOLDER / "gambar")
    if not wanted or "search" in wanted:
        yield from search.figures(_FOLDER / "cari")
    if not wanted or "papers" in wanted:
        yield from papers.figures(_FOLDER / "surat")
    if not wanted or "merge" in wanted:
        _, bundle = prepared(_FOLDER / "sekolah")
        yield from merging.figures(bundle, _FOLDER / "gabungan")
    for word, part in (("start", starting), ("tick", ticking), ("scroll", scrolling), ("freeze", freezing)):
        if not wanted or word in wanted:
            yield from part.figures(_FOLDER / "jendela")


for figure in _all_figures(set(sys.argv[1:])):
    mark = "reached" if figure.reached else "NOT reached"
    print(f"{figure.work:<58} {figure.measured:<34} goal {figure.goal:<9} {mark}", flush=True)
