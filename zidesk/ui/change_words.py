"""What a change is called where it can be undone: "jawaban 1.i.a", "pemindahan 3 bukti ke 1.ii.b". No Qt."""

from collections.abc import Sized
from typing import TYPE_CHECKING

from zidesk.domain.evidence import INBOX
from zidesk.domain.instrument import Instrument
from zidesk.ui.overview_lines import spoken_code

if TYPE_CHECKING:
    from zidesk.services.changes.kinds import Change

_MOST_CODES = 2  # more are counted


def change_words(change: "Change", instrument: Instrument, touched: tuple[str, ...] = ()) -> str:
    """The name of a change that was performed; `touched`: the codes its `Done` told, of which a change of
    evidence knows none itself."""
    from zidesk.services.changes import kinds

    def at(codes: tuple[str, ...]) -> str:
        words = _places(codes, instrument)
        return f" {words}" if words else ""

    match change:
        case kinds.SetAnswer(code=code, text=None):
            return f"catatan{at((code,))}"
        case kinds.SetAnswer(code=code):
            return f"jawaban{at((code,))}"
        case kinds.ReplaceProfile():
            return "data sekolah"
        case kinds.DecidePersonal(contents=contents):
            return f"tanda data pribadi {_count(contents)}{at(touched)}"
        case kinds.PutBackDecisions(decisions=decisions):
            return f"tanda data pribadi {_count(decisions)}{at(touched)}"
        case kinds.SetRedactions():
            return f"penutupan bagian bukti{at(touched)}"
        case kinds.EditUse():
            return f"keterangan bukti{at(touched)}"
        case kinds.ReorderUses(code=code):
            return f"urutan bukti{at((code,))}"
        case kinds.AddUses(use_ids=ids):
            return f"penambahan {_count(ids)}{at(touched)}"
        case kinds.RemoveUses(use_ids=ids):
            return f"pembuangan {_count(ids)}{at(touched)}"
        case kinds.RestoreUses(use_ids=ids):
            return f"pengembalian {_count(ids)} dari tempat sampah"
        case kinds.MoveUses(use_ids=ids, code=code):
            return f"pemindahan {_count(ids)} ke{at((code,))}"
        case kinds.ShareUses(use_ids=ids, codes=codes):
            return f"pemakaian {_count(ids)} untuk{at(codes)}"
        case kinds.PlaceUses(use_ids=ids, codes=codes):
            return f"penempatan {_count(ids)} di{at(codes)}"
        case kinds.ReplaceFile():
            return f"penggantian berkas bukti{at(touched)}"
        case kinds.SetFulfilment():
            return f"tanda dokumen yang diminta{at(touched)}"
        case kinds.PutBack():
            return f"perubahan bukti{at(touched)}"


def _count(ids: Sized) -> str:
    return "bukti" if len(ids) == 1 else f"{len(ids)} bukti"


def _places(codes: tuple[str, ...], instrument: Instrument) -> str:
    if len(codes) > _MOST_CODES:
        return f"{len(codes)} butir"
    return " dan ".join("kotak masuk" if code == INBOX else spoken_code(instrument, code) for code in codes)
