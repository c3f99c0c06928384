#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program takes and refuses what it is told."""

import os
import pathlib
import re
import subprocess
import tempfile

import tap
from program import PROGRAM, SCENARIOS, call, environment, good, refused


def test_version_is_one_line():
    output = good("--version")
    if not output.startswith("second-heart ") or output.count("\n") != 1:
        yield output


def test_help_names_every_command():
    output = good("--help")
    for name in ("list", "simulate", "render", "bench", "measure"):
        if f"  {name} " not in output:
            yield f"{name} is not in the help"


def test_every_command_has_help():
    for name in ("list", "simulate", "render", "bench", "measure"):
        if "--help" not in good(name, "--help"):
            yield name


def test_the_manual_page_names_every_option_and_test():
    manual = tap.text("data/second-heart.1.in").replace("\\-", "-")
    commands = re.findall(r"^  ([a-z-]+) +[A-Z]", good("--help").split("\nCommands:\n")[1], re.MULTILINE)
    if len(commands) < 10:
        yield f"only {commands}"
    for name in commands:
        for option in re.findall(r"--[a-z-]+", good(name, "--help")):
            if option not in manual:
                yield f"{name} {option}"
    tests = re.search(r"allowed: (.*);", refused(2, "measure", "none"))[1].split(", ")
    yield from (f"measure {test}" for test in tests if f"\n.B {test}\n" not in manual)


def test_wrong_use_is_one_line_and_status_2():
    for expected, arguments in {
        'unknown option "--nonsense"; allowed: [FILE], COMMAND, --kiosk, --help, --version': ["--nonsense"],
        '"simluate" is neither a command nor a file; nearest command: simulate': ["simluate"],
        'wrong value "vains" for list; allowed: veins, valves, activities, keys; nearest: "veins"': [
            "list",
            "vains",
        ],
        'wrong value "xml" for --format; allowed: table, json; nearest: "table"': [
            "list",
            "veins",
            "--format=xml",
        ],
        "list: Unknown option --nonsense; see second-heart list --help": ["list", "--nonsense"],
        "simulate: pace=\N{REPLACEMENT CHARACTER}: a byte that is no text; allowed: text in UTF-8; ": [
            "simulate",
            "--set",
            os.fsdecode(b"pace=\xff"),
        ],
        'list: unexpected argument "more"; see second-heart list --help': ["list", "veins", "more"],
        'wrong value "0" for --rate; allowed: a number from 0.001 to ': ["simulate", "--rate", "0"],
        'wrong value "1,5" for --duration; allowed: a number from 0 to 1000000': [
            "simulate",
            "--duration",
            "1,5",
        ],
        'wrong value "-1" for --warmup; allowed: a number from 0 to 1000000': ["simulate", "--warmup=-1"],
        'wrong value "yaml" for --format; allowed: csv, json; nearest: ': ["simulate", "--format", "yaml"],
        'setting "pace" is not understood; allowed: KEY=VALUE': ["simulate", "--set", "pace"],
        'setting "leak.popliteal-9=1": unknown valve, vein or group "popliteal-9"; ': [
            "simulate",
            "--set",
            "leak.popliteal-9=1",
        ],
        "--output is missing; allowed: FILE.png, FILE.svg, FILE.pdf": ["render"],
        'wrong value "leg.gif" for --output; allowed: FILE.png, FILE.svg, FILE.pdf': [
            "render",
            "--output=leg.gif",
        ],
        'wrong value "big" for --size; allowed: WIDTHxHEIGHT, each from 16 to 16384': [
            "render",
            "--size=big",
            "--output=leg.png",
        ],
        'wrong value "99999x10" for --size; ': ["render", "--size=99999x10", "--output=leg.png"],
        'wrong value "3" for --text-scale; allowed: a number from 1 to 2': [
            "render",
            "--text-scale=3",
            "--output=leg.png",
        ],
        'wrong value "lag" for --view; allowed: ': ["render", "--view=lag", "--output=leg.png"],
        'wrong value "populiteal-1" for --valve; allowed: ': [
            "render",
            "--valve=populiteal-1",
            "--output=leg.png",
        ],
    }.items():
        line = refused(2, *arguments)
        if not line.startswith(expected):
            yield f"{arguments}: {line}"


def test_a_mistake_in_a_file_names_its_line():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "leg.scenario"
        path.write_text("[Scenario]\n\nactivity=wlaking\n")
        for arguments in (["simulate"], ["render", "-o", f"{folder}/x.png"], ["bench"], []):
            line = refused(1, *arguments, path)
            if not line.startswith(f'{path}:3:10: wrong value "wlaking" for activity; ') or not line.endswith(
                'nearest: "walking"'
            ):
                yield line
        if (pathlib.Path(folder) / "x.png").exists():
            yield "a picture was made of a wrong scenario"


def test_failures_are_one_line_and_status_1():
    for expected, arguments in {
        "/no-such/leg.scenario: cannot be read: No such file or directory": [
            "simulate",
            "/no-such/leg.scenario",
        ],
        "/: cannot be read: ": ["simulate", "/"],
        '"": cannot be read: No such file or directory': ["simulate", ""],
        '"": cannot be written: No such file or directory': ["simulate", "-o", ""],
        "/no-such/out.csv: cannot be written: No such file or directory": [
            "simulate",
            "-o",
            "/no-such/out.csv",
        ],
        "/dev/full: cannot be written: No space left on device": ["simulate", "-o", "/dev/full"],
    }.items():
        line = refused(1, *arguments)
        if not line.startswith(expected):
            yield f"{arguments}: {line}"


def test_a_kiosk_that_never_ran_has_no_counts():
    with tempfile.TemporaryDirectory() as folder:
        line = refused(1, "kiosk-counts", env={"XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder})
        if line != f"{folder}/second-heart/kiosk-counts.txt: there is no such file; a kiosk writes it while it runs":
            yield line


def test_without_a_display_the_window_names_render():
    line = refused(1)
    if "render" not in line:
        yield line
    line = refused(1, SCENARIOS / "healthy-walking.scenario")
    if "render" not in line:
        yield line


def test_a_full_disk_is_told():
    with open("/dev/full", "w", encoding="utf-8") as full:
        for arguments in (["list", "veins"], ["simulate"], ["--version"]):
            done = subprocess.run(
                [PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
            )
            said = done.stderr.decode()
            if done.returncode != 1 or said.count("\n") != 1 or "No space left" not in said:
                yield f"{arguments}: {done.returncode} {said}"


def test_a_reader_that_goes_ends_the_work_quietly():
    with subprocess.Popen(
        [PROGRAM, "simulate", "--duration", "100000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as running:
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read().decode()
        if running.wait(timeout=60) != 1 or said:
            yield f"{running.returncode}: {said}"


def test_an_old_file_survives_a_failure():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "out.csv"
        path.write_text("old")
        path.chmod(0o600)
        refused(2, "simulate", "--set", "pace=x", "-o", path)
        if path.read_text() != "old":
            yield "the old file was touched"
        good("simulate", "--duration", "1", "-o", path)
        if not path.read_text().startswith("time_s,"):
            yield "the new file is not there"
        if len(list(path.parent.iterdir())) != 1:
            yield "something was left beside the file"


def test_strange_texts_are_answered_in_one_line():
    for text in ("\n", "a\nb", "\x1b[31m", "x" * 5000, "é" * 40, "%s%n", "'", ""):
        for arguments in (["simulate", text], ["simulate", "--set", text], ["list", text], [text]):
            done = call(*arguments)
            if done.returncode not in (1, 2) or done.stderr.count("\n") != 1 or "\x1b" in done.stderr:
                yield f"{arguments}: {done.returncode} {done.stderr!r}"


tap.main()
