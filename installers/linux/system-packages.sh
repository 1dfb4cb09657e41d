#!/bin/sh
# What apt must bring on Debian and Ubuntu: Python's venv, Qt's libraries, a font. Installs them where it
# may, else prints the one line to run. Other systems are left alone.
set -eu

WANTED="python3-venv libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 fonts-dejavu-core"
# a real X window needs these too; Qt blames libxcb-cursor0 whichever is missing
WANTED="$WANTED libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
WANTED="$WANTED libxcb-image0 libxcb-render-util0 libxcb-xkb1"

# `system-packages.sh tests`: the X server and the hand that the tests of the real window need, a real exFAT, a wrong clock
[ "${1:-}" = tests ] && WANTED="$WANTED xvfb xdotool exfat-fuse exfatprogs faketime"
# `system-packages.sh dist`: PyInstaller's objdump and strip, Debian's tools for the package, and the library of the
# system's Python, which goes along in the frozen program
if [ "${1:-}" = dist ]; then
    WANTED="$WANTED binutils dpkg-dev xz-utils"
    if [ -x /usr/bin/python3 ]; then
        WANTED="$WANTED libpython$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    fi
fi

command -v dpkg-query >/dev/null 2>&1 || exit 0

missing=""
for package in $WANTED; do
    state=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
    case "$state" in
        *"ok installed") ;;
        *) # newer releases carry some libraries under a name that ends in t64
            state=$(dpkg-query --show --showformat='${Status}' "${package}t64" 2>/dev/null || true)
            case "$state" in *"ok installed") ;; *) missing="$missing $package" ;; esac ;;
    esac
done
[ -n "$missing" ] || exit 0

line="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "Some system packages are missing. Run this line once, then call make again:" >&2
    echo "    sudo $line" >&2
    exit 1
fi
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update --quiet=2
$as_root $line --quiet=2 >/dev/null
