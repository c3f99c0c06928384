#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# blind-reading.sh FOLDER: draws twelve pictures without a word on them, FOLDER/1.png to 12.png, for
# somebody who has never seen the program. They tell for each the view, the moment, which veins are
# deep and which lie under the skin, which valve leaks, and which way blood moves. What is right
# stands in FOLDER/key/key.txt, which they must not see. Fewer than ten right is not good enough.

set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
program=${SECOND_HEART:-"$top/run"}
folder=${1:?usage: blind-reading.sh FOLDER}
mkdir -p "$folder/key"
: > "$folder/key/key.txt"
number=0

# picture "ANSWER" OPTION...
picture() {
  local answer=$1
  shift
  number=$((number + 1))
  LC_ALL=C.UTF-8 LANGUAGE='' "$program" render --labels none "$@" \
    --output "$folder/$number.png" > /dev/null
  printf '%d. %s\n' "$number" "$answer" >> "$folder/key/key.txt"
}

# In an order that gives nothing away: no two neighbours differ in one thing only.
picture "Leg. Standing just after heel raises; the great saphenous vein (under the skin, in front) leaks: its valves are pale-orange and gape, blood falls back in it, while the deep veins hold." \
  --view leg --size 800x1200 --set activity=heel-raises --set repetitions=3 --set leak.great-saphenous=1 --at 4.2
picture "Stage. Lying with the leg up on a wedge: veins nearly empty, pressure low, blood flows to the heart by itself; no valve leaks." \
  --set posture=lying-leg-up --at 60
picture "Slice. The calf contracted (dark muscle): the deep veins inside it are squeezed flat, the superficial ones under the skin stay round." \
  --view slice --set activity=heel-raises --at 4.45
picture "Stage. Standing still, healthy: all veins full and dark, valves open, blood rises slowly; none leaks." \
  --theme projector --at 5
picture "Lens. One valve large, leaking: the leaflets do not meet, a jet of blood goes back down between them." \
  --view lens --set activity=heel-raises --set leak.deep=1 --set repetitions=3 --at 3.4
picture "Stage. Cycling with the toes pointed: the calf works, the foot points down, blood rises in the deep veins." \
  --set activity=cycling --set toe-pointing=1 --at 20.4
picture "Leg. Heel raise, the calf contracted: valves open, blood shoots up in the deep veins; none leaks." \
  --view leg --size 800x1200 --set activity=heel-raises --at 4.45
picture "Stage. Walking with a compression stocking from foot to knee: veins narrower under it." \
  --set activity=walking --set stocking=35 --at 20.3
picture "Stage. After an hour of sitting: veins full, pressure high, ankle and calf swollen, nothing moves." \
  --theme dark --set posture=sitting --at 3600
picture "Leg. Walking with an old clot: the deep vein above and behind the knee is narrowed, its valves and those below leak, and blood falls back in it." \
  --view leg --size 800x1200 --set activity=walking --set narrowing.popliteal=0.6 --set narrowing.femoral=0.85 --set leak.femoral=1 --set leak.popliteal=1 --set leak.posterior-tibial=1 --at 20.12
picture "Stage. Standing just after heel raises; the small saphenous vein (under the skin of the calf's back) leaks and blood falls back in it." \
  --set activity=heel-raises --set repetitions=3 --set leak.small-saphenous=1 --at 4.2
picture "Stage. Walking, healthy, between two steps: the calf rests, deep veins refill, closed valves hold the blood above." \
  --theme dark --set activity=walking --at 20.3
