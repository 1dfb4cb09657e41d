"""How an assessor checks the bundle with what every computer has: PERIKSA.txt and periksa.bat."""

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
{omissions}
Setiap berkas bukti di folder “data” mempunyai sidik jari (SHA-256) yang tercatat di
manifest-sha256.txt. Bila satu huruf saja berubah, sidik jarinya tidak cocok lagi.

Windows (tanpa memasang apa pun)
  Klik dua kali periksa.bat di folder ini. Program itu hanya membaca dan menyebut setiap
  berkas yang hilang atau berubah.

Linux
  Buka terminal di folder ini, lalu ketik:
    sha256sum -c --quiet manifest-sha256.txt
  Tidak ada keluaran berarti semua berkas cocok.

macOS
  Buka Terminal di folder ini, lalu ketik:
    shasum -a 256 -c manifest-sha256.txt

Dengan ZIDesk atau alat BagIt lain
  Paket ini mengikuti BagIt 1.0 (RFC 8493):
    zidesk verify "{root}"
    bagit.py --validate "{root}"
  Keduanya juga menemukan berkas yang ditambahkan dan memeriksa BUKA-DI-SINI.html,
  INDEKS.pdf, LKE.xlsx, dan SURAT-PENGANTAR.pdf melalui tagmanifest-sha256.txt.
"""

# no delayed expansion: names may hold "!"; `if defined` and `set /a` are read anew in each turn of the loop
_BATCH = """\
@echo off
setlocal DisableDelayedExpansion
chcp 65001 >nul
cd /d "%~dp0"
title Periksa paket Zona Integritas
if not exist "manifest-sha256.txt" (
  echo manifest-sha256.txt tidak ada di folder ini. Paket tidak lengkap.
  pause
  exit /b 2
)
echo Memeriksa setiap berkas, mohon tunggu ...
set JUMLAH=0
set MASALAH=0
for /f "usebackq tokens=1,* delims= " %%A in ("manifest-sha256.txt") do (
  set /a JUMLAH+=1 >nul
  set "COCOK="
  if exist "%%B" (
    for /f "delims=" %%H in ('certutil -hashfile "%%B" SHA256') do if /i "%%H"=="%%A" set "COCOK=1"
    if not defined COCOK (
      set /a MASALAH+=1 >nul
      echo BERUBAH: "%%B"
    )
  ) else (
    set /a MASALAH+=1 >nul
    echo HILANG : "%%B"
  )
)
echo.
echo Berkas diperiksa: %JUMLAH%
if %MASALAH%==0 (
  echo Semua berkas bukti lengkap dan tidak berubah.
) else (
  echo Ada %MASALAH% berkas yang hilang atau berubah, lihat daftar di atas.
)
pause
if not %MASALAH%==0 exit /b 1
exit /b 0
"""


def write_check_text(out: Path, assessment: Assessment, plan: BundlePlan, omitted: tuple[Omission, ...]) -> None:
    """PERIKSA.txt, with Windows line ends and a mark so that Notepad reads it on any version."""
    text = _TEXT.format(
        root=plan.root_name,
        school=" ".join(assessment.profile.school.name.split()),
        day=format_date(assessment.changed_at.date()),
        files=len(plan.files),
        size=format_size(plan.bytes),
        omissions=_omission_text(omitted),
    )
    out.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))


def write_batch_file(out: Path) -> None:
    """periksa.bat: pure batch and Windows' own certutil; reads only."""
    out.write_bytes(_BATCH.replace("\n", "\r\n").encode("ascii"))


def _omission_text(omitted: tuple[Omission, ...]) -> str:
    if not omitted:
        return ""
    lines = "".join(f"  - {item.question_code}  {item.original_name}: {item.reason}\n" for item in omitted)
    return f"\nTIDAK LENGKAP: {len(omitted)} berkas tidak disertakan.\n{lines}"
