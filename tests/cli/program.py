# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls the program under test, which is the first argument of each test."""

import csv
import io
import os
import pathlib
import subprocess
import sys

import tap

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve()) if len(sys.argv) > 1 else "second-heart"
SCENARIOS = tap.ROOT / "resources" / "scenarios"


def environment():
    """No display of any kind, so that whoever touches one is found out."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
    return {name: value for name, value in os.environ.items() if name not in hidden}


def call(*arguments, **options):
    """Runs the program. Returns its CompletedProcess, with texts."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment() | options.pop("env", {}),
        timeout=100,
        encoding="utf-8",
        errors="replace",
        **options,
    )


def good(*arguments, **options):
    """Runs the program and expects success and silence on standard error. Returns its output."""
    done = call(*arguments, **options)
    assert done.returncode == 0, f"{arguments} gave {done.returncode}: {done.stderr}"
    assert done.stderr == "", f"{arguments} said: {done.stderr}"
    return done.stdout


def refused(status, *arguments, **options):
    """Runs the program and expects @status with one line of error. Returns that line."""
    done = call(*arguments, **options)
    assert done.returncode == status, f"{arguments} gave {done.returncode}, not {status}: {done.stderr}"
    assert done.stdout == "", f"{arguments} still printed: {done.stdout[:80]}"
    lines = done.stderr.splitlines()
    assert len(lines) == 1, f"{arguments} said {len(lines)} lines: {done.stderr}"
    assert lines[0].startswith("second-heart: "), lines[0]
    return lines[0].removeprefix("second-heart: ")


def table(*arguments):
    """Simulates. Returns the rows as dictionaries of numbers."""
    output = good("simulate", *arguments)
    return [{name: float(value) for name, value in row.items()} for row in csv.DictReader(io.StringIO(output))]
