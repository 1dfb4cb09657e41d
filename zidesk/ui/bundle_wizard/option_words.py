"""How the further choices are told in one line. Pure functions."""

from collections.abc import Iterator

from zidesk.domain.indonesian import format_number
from zidesk.services.bundle.request import Handling, Merged
from zidesk.ui.bundle_wizard.wish import Options

_USUAL = "Seperti biasa: berkas apa adanya, tanpa berkas gabungan."
_MERGED = {Merged.AREAS: "berkas gabungan per area", Merged.WHOLE: "satu berkas gabungan untuk seluruhnya"}
_PERSONAL = {
    Handling.INCLUDE: "ikut apa adanya",
    Handling.LOCK: "dikunci dengan kata sandi",
    Handling.LEAVE_OUT: "tidak disertakan",
}


def summary_of(options: Options, personal: int, paper: str, usual_paper: str) -> str:
    """What differs from the usual, as one sentence. `personal`: files marked as holding personal data; what
    becomes of them is always told."""
    told = list(_differences(options, paper, usual_paper))
    words = f"{_sentence(', '.join(told))}." if told else _USUAL
    if personal:
        words += f" {personal} berkas bertanda memuat data pribadi {_PERSONAL[options.personal]}."
    return words


def limit_words(limit: int | None, above: int) -> str:
    """What a limit means; `above`: files that are larger."""
    if limit is None:
        return "Semua berkas masuk apa adanya."
    if not above:
        return f"Tidak ada berkas yang lebih besar dari {megabytes(limit)}."
    return (
        f"{above} berkas lebih besar dari {megabytes(limit)}. Salinan foto dan PDF pindaiannya diperkecil untuk "
        "paket; berkas asli tidak diubah."
    )


def personal_words(personal: int) -> str:
    if not personal:
        return "Tidak ada berkas bertanda memuat data pribadi di dalam isi yang dipilih."
    return f"{personal} berkas bertanda memuat data pribadi."


def undecided_words(undecided: int) -> str:
    return f"{undecided} berkas mungkin memuat data pribadi dan belum ditinjau."


def megabytes(limit: int) -> str:
    """ "2 MB": limits are whole megabytes here."""
    return f"{format_number(limit // 1_000_000, 0)} MB"


def _differences(options: Options, paper: str, usual_paper: str) -> Iterator[str]:
    if options.limit is not None:
        yield f"berkas diperkecil sampai {megabytes(options.limit)}"
    if options.merged in _MERGED:
        yield _MERGED[options.merged]
    if paper != usual_paper:
        yield f"kertas {paper}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
