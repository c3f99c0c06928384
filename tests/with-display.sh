#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command in a display, a session bus and a home folder of its own, and leaves none of them
# behind.
#
#   with-display.sh [--size WIDTHxHEIGHT] COMMAND [ARGUMENT]...

set -uo pipefail

size=1280x1024
if [ "${1-}" = --size ]; then
  size=$2
  shift 2
fi

# 77 is how a test says that it was skipped.
for tool in Xvfb dbus-run-session; do
  if ! command -v "$tool" > /dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 77
  fi
done

scratch=$(mktemp -d)
server=
leave () {
  [ -z "$server" ] || kill "$server" 2> /dev/null
  [ -z "$server" ] || wait "$server" 2> /dev/null
  rm -rf "$scratch"
}
trap leave EXIT
trap 'exit 143' TERM INT HUP

export HOME=$scratch/home XDG_RUNTIME_DIR=$scratch/runtime
export XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache XDG_DATA_HOME=$HOME/.local/share
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
# What a test that fails leaves behind goes as well. Another user, whom a test lends a folder in it,
# has to find the way there.
export TMPDIR=$scratch/tmp
mkdir -m 711 "$TMPDIR"
chmod 711 "$scratch"

# The server chooses a free number itself and writes it down as soon as it answers.
mkfifo "$scratch/number"
Xvfb -displayfd 3 -screen 0 "${size}x24" -noreset -nolisten tcp 3> "$scratch/number" \
  > "$scratch/xvfb.log" 2>&1 &
server=$!
if ! read -r -t 30 number < "$scratch/number"; then
  cat "$scratch/xvfb.log" >&2
  echo 'Bail out! Xvfb did not start'
  exit 1
fi

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export DISPLAY=:$number GDK_BACKEND=x11
# What the services of the bus print is not the test's output.
# shellcheck disable=SC2016
dbus-run-session -- bash -c 'exec "$@" >&4 4>&-' bash "$@" 4>&1 > /dev/null
