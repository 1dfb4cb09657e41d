"""What checks the bundle with nothing but the computer's own tools: periksa.bat and periksa.sh."""

from pathlib import Path

# no delayed expansion: names may hold "!"; `if defined` and `set /a` are read anew in each turn of the loop.
# What matched is counted, not what did not: where certutil says nothing, nothing is called whole
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
if not exist "tagmanifest-sha256.txt" (
  echo tagmanifest-sha256.txt tidak ada di folder ini. Paket tidak lengkap.
  pause
  exit /b 2
)
echo Memeriksa setiap berkas, mohon tunggu ...
set JUMLAH=0
set BAIK=0
for /f "usebackq tokens=1,* delims= " %%A in ("manifest-sha256.txt" "tagmanifest-sha256.txt") do (
  set /a JUMLAH+=1 >nul
  set "COCOK="
  if exist "%%B" (
    for /f "delims=" %%H in ('certutil -hashfile "%%B" SHA256') do if /i "%%H"=="%%A" set "COCOK=1"
    if defined COCOK set /a BAIK+=1 >nul
    if not defined COCOK echo BERUBAH: "%%B"
  ) else echo HILANG : "%%B"
)
echo.
set /a KURANG=JUMLAH-BAIK >nul
echo Berkas diperiksa: %JUMLAH%
if %BAIK%==%JUMLAH% (
  echo Semua berkas lengkap dan tidak berubah.
) else (
  echo %KURANG% berkas hilang, berubah, atau tidak dapat diperiksa; lihat daftar di atas.
)
pause
if not %BAIK%==%JUMLAH% exit /b 1
exit /b 0
"""

# POSIX sh; files are handed over by redirection, so that no name is ever read as an option or escaped
_SHELL = r"""#!/bin/sh
# Memeriksa paket Zona Integritas. Hanya membaca. Cara memakai: sh periksa.sh
# Kode keluar: 0 lengkap dan tidak berubah, 1 ada masalah, 2 tidak dapat diperiksa.
LC_ALL=C
export LC_ALL
unset CDPATH
case $0 in
  */*) cd -- "${0%/*}/" || exit 2 ;;
esac

DAFTAR=manifest-sha256.txt
DAFTAR_LAIN=tagmanifest-sha256.txt
BARIS_BARU='
'

for BERKAS in "$DAFTAR" "$DAFTAR_LAIN"; do
  if [ ! -f "$BERKAS" ]; then
    printf '%s\n' "$BERKAS tidak ada di folder ini. Paket tidak lengkap."
    exit 2
  fi
done

if command -v sha256sum >/dev/null 2>&1; then
  sidik() { sha256sum; }
elif command -v shasum >/dev/null 2>&1; then
  sidik() { shasum -a 256; }
elif command -v openssl >/dev/null 2>&1; then
  sidik() { openssl dgst -sha256 -r; }
else
  printf '%s\n' 'Tidak ada sha256sum, shasum, atau openssl di komputer ini. Pakai komputer lain.'
  exit 2
fi

# macOS menyebut huruf berpenanda secara terurai; daftar menulisnya secara utuh
if printf 'a' | iconv -f UTF-8-MAC -t UTF-8 >/dev/null 2>&1; then
  seragam() { iconv -f UTF-8-MAC -t UTF-8; }
else
  seragam() { cat; }
fi

# tanpa warna dan tanpa tanda kendali: nama berkas tidak boleh mengatur layar
tulis() { printf '%s\n' "$1" | tr '\001-\011\013-\037\177' '?'; }

JUMLAH=0
MASALAH=0

periksa_daftar() {
  while IFS= read -r BARIS || [ -n "$BARIS" ]; do
    SEHARUSNYA=${BARIS%% *}
    NAMA=${BARIS#*  }
    JUMLAH=$((JUMLAH + 1))
    if [ ! -f "$NAMA" ]; then
      MASALAH=$((MASALAH + 1))
      tulis "HILANG  : $NAMA"
      continue
    fi
    HASIL=$(sidik <"$NAMA" 2>/dev/null)
    if [ "${HASIL%% *}" != "$SEHARUSNYA" ]; then
      MASALAH=$((MASALAH + 1))
      tulis "BERUBAH : $NAMA"
    fi
  done <"$1"
}

printf '%s\n' 'Memeriksa setiap berkas, mohon tunggu ...'
periksa_daftar "$DAFTAR_LAIN"
JUMLAH=0
periksa_daftar "$DAFTAR"

TAMBAHAN=$(
  find data ! -type d 2>/dev/null | seragam |
    awk 'daftar { sub(/^[0-9a-f]*  /, ""); ada[$0] = 1; next } !($0 in ada)' daftar=1 "$DAFTAR" daftar=0 -
)
if [ -n "$TAMBAHAN" ]; then
  IFS=$BARIS_BARU
  set -f
  for NAMA in $TAMBAHAN; do
    MASALAH=$((MASALAH + 1))
    tulis "TAMBAHAN: $NAMA (tidak tercatat dalam daftar)"
  done
fi

printf '\n%s\n' "Berkas bukti dan dokumen diperiksa: $JUMLAH"
if [ "$MASALAH" -eq 0 ]; then
  printf '%s\n' 'Semua berkas lengkap dan tidak berubah.'
  exit 0
fi
printf '%s\n' "Ada $MASALAH berkas yang hilang, berubah, atau ditambahkan, lihat daftar di atas."
exit 1
"""


def write_batch_file(out: Path) -> None:
    """periksa.bat: pure batch and Windows' own certutil; reads only."""
    out.write_bytes(_BATCH.replace("\n", "\r\n").encode("ascii"))


def write_shell_file(out: Path) -> None:
    """periksa.sh: POSIX sh with sha256sum, shasum or openssl; reads only. FAT keeps no mark that it may run."""
    out.write_bytes(_SHELL.encode("utf-8"))
