#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Mutates scenarios, lessons and a kiosk's settings with libFuzzer and the address sanitizer.
#
#   tests/fuzz/run-libfuzzer.sh BUILD [FILES]     FILES is how many, 200000 when not given
#
# BUILD is a build folder: what it has generated is used from there.

set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd -- "$1" && pwd)
files=${2:-200000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The floors that read files and what they need, compiled once more for the fuzzer.
floors=("$top"/src/{model,clinic,scenario,story})
mapfile -t sources < <(find "${floors[@]}" -name '*.c')
mapfile -t rooms < <(find "${floors[@]}" -type d)
read -ra flags < <(pkg-config --cflags --libs gio-2.0)
clang -std=gnu17 -O1 -g -fsanitize=fuzzer,address -ffp-contract=off -w \
  '-DG_LOG_DOMAIN="second-heart"' -I"$build" -I"$build/resources" -I"$build/src/model" \
  "${rooms[@]/#/-I}" -o "$work/fuzz" "$top/tests/fuzz/fuzz-check.c" "${sources[@]}" \
  "$build/resources/sh-lesson-resources.c" "${flags[@]}" -lm

mkdir "$work/seeds" "$work/found"
cp "$top"/resources/lessons/*.lesson "$top"/resources/scenarios/*.scenario \
  "$top/data/kiosk/kiosk.conf" "$work/seeds"
# Longer than a second for one file is a hang.
ASAN_OPTIONS=detect_leaks=1 "$work/fuzz" -runs="$files" -timeout=1 -max_len=16384 -seed=1 \
  -artifact_prefix="${TMPDIR:-/tmp}/second-heart-" -print_final_stats=1 "$work/found" "$work/seeds"
