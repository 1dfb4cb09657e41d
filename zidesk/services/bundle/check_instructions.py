"""How an assessor checks the bundle, in words: PERIKSA.txt."""

from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan, Omission
from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_date, format_size

_TEXT = """\
CARA MEMERIKSA PAKET INI
========================

Paket     : {root}
Sekolah   : {school}
Data      : per {day}
Isi bukti : {files} berkas, {size}
{omissions}{merged}
Setiap berkas bukti di folder “data” mempunyai sidik jari (SHA-256) yang tercatat di
manifest-sha256.txt. Bila satu huruf saja berubah, sidik jarinya tidak cocok lagi.

Windows (tanpa memasang apa pun)
  Klik dua kali periksa.bat di folder ini. Program itu hanya membaca dan menyebut setiap
  berkas yang hilang atau berubah.

Linux dan macOS (tanpa memasang apa pun)
  Buka Terminal di folder ini, lalu ketik:
    sh periksa.sh
  Program itu juga hanya membaca. Ia menyebut setiap berkas yang hilang, berubah, atau
  ditambahkan. Untuk petugas TI: hasilnya sama dengan “sha256sum -c --quiet
  manifest-sha256.txt”, ditambah pemeriksaan tagmanifest-sha256.txt.

Bila paket diterima sebagai ZIP
  Ekstrak dahulu ZIP-nya, lalu periksa folder hasilnya seperti di atas. Bila ZIP-nya
  terbagi (….bagian-1-dari-3.zip dan seterusnya), ekstrak semua bagian ke satu folder
  tujuan yang sama; baru sesudah itu paketnya lengkap. Tanpa diekstrak pun ZIP dapat
  diperiksa dengan ZIDesk; untuk ZIP terbagi cukup pilih satu bagian, dengan semua
  bagian berada di folder yang sama.

Dengan ZIDesk atau alat BagIt lain
  Paket ini mengikuti BagIt 1.0 (RFC 8493):
    zidesk verify "{root}"
    bagit.py --validate "{root}"
  Keduanya juga menemukan berkas yang ditambahkan dan memeriksa BUKA-DI-SINI.html,
  INDEKS.pdf, LKE.xlsx, dan SURAT-PENGANTAR.pdf melalui tagmanifest-sha256.txt.
"""

_MERGED = """
Folder “GABUNGAN” memuat {count} PDF gabungan agar bukti mudah dibaca berurutan. Isinya salinan:
berkas bukti yang dinilai tetap yang ada di folder “data”.
"""


def write_check_text(
    out: Path, assessment: Assessment, plan: BundlePlan, omitted: tuple[Omission, ...], merged: int = 0
) -> None:
    """PERIKSA.txt, with Windows line ends and a mark so that Notepad reads it on any version. `merged`: how many
    merged PDFs there are."""
    text = _TEXT.format(
        root=plan.root_name,
        school=" ".join(assessment.profile.school.name.split()),
        day=format_date(assessment.changed_at.date()),
        files=len(plan.files),
        size=format_size(plan.bytes),
        omissions=_omission_text(omitted),
        merged=_MERGED.format(count=merged) if merged else "",
    )
    out.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))


def _omission_text(omitted: tuple[Omission, ...]) -> str:
    if not omitted:
        return ""
    lines = "".join(f"  - {item.question_code}  {item.name}: {item.reason}\n" for item in omitted)
    return f"\nTIDAK LENGKAP: {len(omitted)} berkas tidak disertakan.\n{lines}"
