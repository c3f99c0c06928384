#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Draws the pictures under data/pictures anew with the program of this tree: the four of README.md,
# and the contact sheet with ten moments in the three palettes; and the figures of the help, or with
# --figures only these. With a folder as argument the sheet's single pictures are kept there, at their
# full size. SECOND_HEART names another program than the one that `run` builds.

set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
program=${SECOND_HEART:-"$top/run"}
pictures="$top/data/pictures"
figures="$top/data/help/C/figures"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The moments that a picture of the stage is judged by: a name, what it shows, and the options of
# `render`.
moments=(
  "standing|Standing still, healthy|--at 5"
  "heel-raise|Heel raise, the calf contracted|--set activity=heel-raises --at 4.45"
  "walking|Walking, between two steps|--set activity=walking --at 20.3"
  "falling-back|Leaking great saphenous vein, just after a heel raise|--set activity=heel-raises --set repetitions=3 --set leak.great-saphenous=1 --at 4.2"
  "sitting|After an hour of sitting|--set posture=sitting --at 3600"
  "cycling-flat|Cycling with flat feet|--set activity=cycling --set toe-pointing=0 --at 20.4"
  "cycling-pointed|Cycling with pointed toes|--set activity=cycling --set toe-pointing=1 --at 20.4"
  "leg-up|Lying with the leg up|--set posture=lying-leg-up --at 60"
  "stocking|Walking with a stocking|--set activity=walking --set stocking=25 --at 20.92"
  "old-clot|Between two steps with an old clot and leaking deep valves|--set activity=walking --set narrowing.popliteal=0.5 --set narrowing.femoral=0.8 --set leak.popliteal=1 --set leak.femoral=1 --set leak.posterior-tibial=1 --at 20.12"
)

# render OUTPUT OPTION...
render() {
  local output=$1
  shift
  LC_ALL=C.UTF-8 LANGUAGE='' "$program" render "$@" --output "$output" > "$scratch/log" || {
    cat "$scratch/log" >&2
    return 1
  }
}

# paletted FOLDER COLOURS NAME OPTION...: a picture of few colours, which needs less than half the
# bytes.
paletted() {
  local folder=$1 colours=$2 name=$3
  shift 3
  render "$scratch/$name.png" "$@"
  convert "$scratch/$name.png" -dither FloydSteinberg -colors "$colours" -strip \
    -define png:exclude-chunks=date,time "png8:$folder/$name.png"
}

# page NAME OPTION...: a picture for README.md.
page() {
  paletted "$pictures" 256 "$@"
}

# figure NAME OPTION...: a picture for the help, which is installed.
figure() {
  paletted "$figures" 128 "$@"
}

# sheet FOLDER: every moment in every palette, and all of them on one sheet.
sheet() {
  local folder=$1 moment name text options theme font cells=()
  font=$(fc-match --format '%{file}' sans)
  for theme in light dark projector; do
    for moment in "${moments[@]}"; do
      IFS='|' read -r name text options <<< "$moment"
      # shellcheck disable=SC2086 # The options are words.
      render "$folder/$name-$theme.png" --size 1280x800 --theme "$theme" $options
      cells+=(-label "$text" "$folder/$name-$theme.png")
    done
  done
  montage -font "$font" -background '#e8e6e1' -fill '#2a2622' -pointsize 15 "${cells[@]}" -tile 5x \
    -geometry '460x288+6+6' "$scratch/sheet.png"
  convert "$scratch/sheet.png" -strip -quality 82 "$pictures/contact-sheet.jpg"
}

mkdir -p "$pictures" "$figures"
figure stage --set activity=walking --at 10.1 --size 1000x625
figure slice --view slice --set activity=walking --at 10.1 --size 480x480
figure lens --view lens --set activity=heel-raises --set leak.deep=1 --set repetitions=3 --at 3.4 \
  --size 400x400
figure compare --view compare --set activity=walking --set leak.great-saphenous=1 --at 20.9 \
  --size 960x600
figure handout --view handout --set activity=walking --set leak.great-saphenous=1 --at 20.9 \
  --size 595x842
figure presenter --theme projector --text-scale 1.5 --set activity=heel-raises --at 4.45 \
  --size 960x600
[ "${1-}" != --figures ] || exit 0
page stage --set activity=walking --at 10.1 --size 1200x750
page compare --view compare --set activity=walking --set leak.great-saphenous=1 --at 20.9 \
  --size 1200x750
page leg-up --theme dark --set posture=lying-leg-up --at 60 --size 1200x750
page lens --view lens --set activity=heel-raises --set leak.deep=1 --set repetitions=3 --at 3.4 \
  --size 640x640
if [ $# -gt 0 ]; then
  mkdir -p "$1"
  sheet "$1"
else
  sheet "$scratch"
fi
