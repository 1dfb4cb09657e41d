"""The pages of a PDF in order, counted without qpdf's own list: that one copies each page named twice, and a
tree of a few hundred bytes can name a thousand million."""

from typing import Any, Final

MOST_PAGES: Final = 20_000
_DEEPEST = 100


class TreeTooLargeError(Exception):
    """More pages than are looked at."""


class TreeBrokenError(ValueError):
    """A branch that is its own branch, or that two branches share; no reader shows such a file whole."""


class PageTree:
    """`pages`: objects in order. `counts_agree`: every branch has as many as it says, so that all readers mean
    the same page by a number."""

    def __init__(self, document: Any) -> None:
        """Raises TreeTooLargeError, TreeBrokenError, and what pikepdf raises for a tree that is none."""
        self.pages: list[Any] = []
        self.counts_agree = True
        self._branches: set[tuple[int, int]] = set()
        self._visits = 0
        self._walk(document.Root.Pages, 0)

    def _walk(self, branch: Any, depth: int) -> None:
        import pikepdf

        if depth > _DEEPEST or branch.objgen in self._branches:
            raise TreeBrokenError
        if branch.is_indirect:
            self._branches.add(branch.objgen)
        before = len(self.pages)
        for kid in branch.get("/Kids", ()):
            self._visits += 1
            if self._visits > 2 * MOST_PAGES:
                raise TreeTooLargeError
            if not isinstance(kid, pikepdf.Dictionary):
                self.counts_agree = False
            elif "/Kids" in kid:
                self._walk(kid, depth + 1)
            else:
                self.pages.append(kid)
        if branch.get("/Count") != len(self.pages) - before:
            self.counts_agree = False
