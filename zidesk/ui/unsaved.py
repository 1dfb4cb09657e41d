"""What was typed and could not be saved is not left behind without a question."""

from collections.abc import Callable

from zidesk.ui.messenger import Messenger


class Unsaved:
    """`codes` names the questions where something typed is not stored; ask when all saving has ended."""

    def __init__(self, messenger: Messenger, codes: Callable[[], tuple[str, ...]]) -> None:
        self._messenger, self.codes = messenger, codes

    def may_be_left(self) -> bool:
        """Whether the workspace may be closed: nothing is unsaved, or the user says so."""
        codes = self.codes()
        return not codes or self._messenger.ask(
            f"Isian pada {', '.join(codes)} belum tersimpan.",
            "Isian itu belum lengkap atau belum berhasil disimpan, dan hilang bila berkas kerja ini ditutup "
            "sekarang.",
            "Tutup tanpa menyimpan",
            "Kembali",
        )
