#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Draws the picture in README.md anew, with the program of this tree.

set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "$top/data/pictures"
LC_ALL=C.UTF-8 LANGUAGE='' "$top/run" render --view stage --set activity=walking --at 10.4 \
  --size 1200x750 --labels few --output "$top/data/pictures/stage.png"
