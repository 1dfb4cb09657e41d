#!/bin/sh
# Tries a .deb as a new user would: in a clean root it is installed with apt, tests itself knowing nothing of the
# environment, shows its window under Xvfb, and is removed without leftovers.
#
#     try-package.sh PACKAGE.deb ROOT [PICTURE.png]
#
# ROOT: a folder made by `debootstrap --variant=minbase bookworm ROOT`, which is changed. To be run by root.
set -eu

package=$1 root=$2 picture=${3:-}
inside() {
    env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/tmp \
        DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}
listing() {
    (cd "$root" && find etc usr var/lib opt srv home root \
        \( -path var/lib/apt -o -path var/lib/dpkg \) -prune -o -print | sort)
}

mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
trap 'umount "$root/dev" "$root/proc"' EXIT
cp /etc/resolv.conf "$root/etc/resolv.conf"

cp "$package" "$root/tmp/zidesk.deb"
inside apt-get update --quiet=2
# what it depends on and what looks at it come first, so that only its own files differ below
inside apt-get install --yes --quiet=2 --no-install-recommends xvfb xdotool imagemagick desktop-file-utils \
    hicolor-icon-theme man-db $(dpkg-deb --field "$package" Depends | tr ',' '\n' | sed 's/|.*//; s/(.*//') >/dev/null
listing > "$root/tmp/before"

started=$(date +%s)
inside apt-get install --yes --quiet=2 --no-install-recommends /tmp/zidesk.deb >/dev/null
echo "installed in $(($(date +%s) - started)) s"

echo "== console program, empty environment"
env --ignore-environment "$(command -v chroot)" "$root" /usr/bin/zidesk --self-test
echo "== window program, Xvfb"
inside sh -c 'Xvfb :99 -screen 0 1400x900x24 -nolisten tcp >/dev/null 2>&1 & echo $! > /tmp/xvfb.pid; sleep 2'
inside env DISPLAY=:99 /usr/bin/zidesk-window --self-test
echo "== its window as a user sees it"
inside sh -c 'DISPLAY=:99 zidesk-window >/tmp/window.log 2>&1 & echo $! > /tmp/window.pid'
inside env DISPLAY=:99 timeout 60 xdotool search --sync --onlyvisible --name ZIDesk >/dev/null
sleep 2
inside env DISPLAY=:99 import -window root /tmp/window.png
inside sh -c 'kill $(cat /tmp/window.pid); sleep 1; kill $(cat /tmp/xvfb.pid)'
cat "$root/tmp/window.log"
[ -z "$picture" ] || cp "$root/tmp/window.png" "$picture"
echo "== what the desktop knows"
inside desktop-file-validate /usr/share/applications/zidesk.desktop
grep --quiet x-zidesk-workspace "$root/usr/share/mime/globs2"
inside man --warnings -l /usr/share/man/man1/zidesk.1.gz | head -3

inside apt-get purge --yes --quiet=2 zidesk >/dev/null
listing > "$root/tmp/after"
# caches of the desktop and of man are rewritten, never left: only names that are new count
if ! left=$(diff "$root/tmp/before" "$root/tmp/after" | grep '^>'); then
    echo "removed without leftovers"
else
    echo "left behind:" && echo "$left" && exit 1
fi
