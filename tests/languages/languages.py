#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program speaks the reader's language in every word, and its files none.

It is asked in the two invented languages: a text in plain letters was not marked for translation,
brackets inside brackets were glued together. Arguments: the program.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lint"))

import tap  # noqa: E402 (the path above leads to it)

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else ""
LISTS = ("veins", "valves", "activities", "keys")


def ask(language, *arguments):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": language}
    return subprocess.run(
        [PROGRAM, *arguments], env=environment, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL
    )


def listed(language, what):
    return json.loads(ask(language, "list", what, "--format", "json").stdout)


def nested(text):
    """Whether a bracket opens inside a bracket."""
    return re.search(r"⟦[^⟧]*⟦", text) is not None


def test_every_name_for_people_is_translated():
    for what in LISTS:
        for item in listed("en_XA", what):
            label = item.get("label", "")
            if label and not (label.startswith("⟦") and label.endswith("⟧")):
                yield f"list {what}: {item['name']} is called “{label}” in every language"


def test_no_name_is_glued_from_parts():
    for what in LISTS:
        for item in listed("en_XA", what):
            if nested(item.get("label", "")) or item.get("label", "").count("⟦") > 1:
                yield f"list {what}: {item['label']}"


def test_names_for_files_are_the_same_in_every_language():
    for what in LISTS:
        names = {language: [item["name"] for item in listed(language, what)] for language in ("", "en_XA", "ar_XB")}
        if names[""] != names["en_XA"] or names[""] != names["ar_XB"]:
            yield f"list {what}: the names change with the language"


def test_what_a_program_reads_is_the_same_in_every_language():
    arguments = ("simulate", "--set", "activity=walking", "--duration", "0.1")
    outputs = {ask(language, *arguments).stdout for language in ("", "en_XA", "ar_XB")}
    if len(outputs) != 1 or not outputs.pop().startswith("time_s,"):
        yield "the table of simulate changes with the language"


def test_help_is_translated():
    for arguments in (["--help"], ["simulate", "--help"], ["list", "--help"], ["render", "--help"]):
        result = ask("en_XA", *arguments)
        if result.returncode or "⟦" not in result.stdout or nested(result.stdout):
            yield f"{' '.join(arguments)}: {result.stdout[:120]!r}"


def test_mistakes_are_told_in_one_line_of_the_reader_s_language():
    mistakes = (
        ["--nonsense"],
        ["nonsense"],
        ["list", "nonsense"],
        ["simulate", "--nonsense"],
        ["simulate", "--set", "nonsense=1"],
        ["simulate", "--set", "activity=flying"],
        ["simulate", "--set", "pace=fast"],
        ["simulate", "--set", "leak.nothing=1"],
        ["simulate", "--duration", "long"],
        ["simulate", "/nowhere/leg.scenario"],
        ["render", "--view", "nonsense", "--output", "leg.png"],
    )
    for arguments in mistakes:
        for language in ("", "en_XA"):
            result = ask(language, *arguments)
            lines = result.stderr.splitlines()
            if result.returncode not in (1, 2) or len(lines) != 1 or result.stdout:
                yield f"{' '.join(arguments)}: status {result.returncode}, {lines}"
            # An option's mistake is told by GLib, which has translations of its own.
            elif language and "⟦" not in lines[0] and "--nonsense" not in arguments:
                yield f"{' '.join(arguments)}: {lines[0]}"


if __name__ == "__main__":
    tap.main()
