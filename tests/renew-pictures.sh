#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Draws the picture in README.md anew, with the program of this tree: someone walking, at the moment
# when the calf squeezes its veins.

set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

mkdir -p "$top/data/pictures"
LC_ALL=C.UTF-8 LANGUAGE='' "$top/run" render --view stage --set activity=walking --at 10.1 \
  --size 1200x750 --labels few --output "$scratch/stage.png"
# A page needs no more than 256 colours, and less than half the bytes.
convert "$scratch/stage.png" -dither FloydSteinberg -colors 256 -strip \
  -define png:exclude-chunks=date,time "png8:$top/data/pictures/stage.png"
