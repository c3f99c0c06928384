#!/bin/sh
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts a fresh table into src/clinic/VALIDATION.md. Look at what changed before you commit it.
#
#   tests/clinic/renew-table.sh _build/src/cli/second-heart

set -eu

program=$1
page=$(dirname -- "$0")/../../src/clinic/VALIDATION.md
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT

grep -v '^|' "$page" > "$fresh"
# Rows that are out of range make the command fail; the table is written all the same.
LANGUAGE='' "$program" validate --format markdown >> "$fresh" || [ $? = 1 ]
cat "$fresh" > "$page"
