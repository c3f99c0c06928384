#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Debian package of the committed sources, or of the folder as it is where there is no
# repository.
#
#   data/packaging/build-debian.sh FOLDER
#
# FOLDER receives the package (.deb), its source and its description. The work tree is left alone:
# the sources are taken out of git into a folder of their own and debian/ is put in place there.
# Dates come from the last commit, else from debian/changelog, so that the same sources give the same
# bytes.

set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)

die () {
  printf 'build-debian: %s\n' "$*" >&2
  exit 1
}

[ $# = 1 ] || die 'usage: build-debian.sh FOLDER'
command -v dpkg-buildpackage > /dev/null || die 'dpkg-buildpackage is missing (packages dpkg-dev and debhelper).'
mkdir -p "$1"
out=$(cd -- "$1" && pwd)

# The compiler writes the folder into the debug symbols unless it is mapped, which debhelper does;
# a fixed name keeps even what is not mapped the same.
work=$out/second-heart
rm -rf "$work"
mkdir "$work"
if git -C "$top" rev-parse -q --verify HEAD > /dev/null 2>&1; then
  git -C "$top" archive HEAD | tar -x -C "$work"
  SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct)
else
  tar -C "$top" --exclude='./_*' --exclude=./.git --exclude=./debian -c . | tar -x -C "$work"
  SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l "$work/data/packaging/debian/changelog" -S Timestamp)
fi
export SOURCE_DATE_EPOCH
cp -r "$work/data/packaging/debian" "$work/debian"
(cd "$work" && dpkg-buildpackage -us -uc -b)
rm -rf "$work"
