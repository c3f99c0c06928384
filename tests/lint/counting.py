#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of a test run tells the truth."""

import json
import pathlib
import sys
import tempfile

import tap

sys.path.insert(0, str(tap.ROOT / "tests"))
count = __import__("count")


def test_every_kind_of_program_is_counted():
    cases = [
        ("a program that passed", {"result": "OK", "stdout": "whatever"}, (1, 0, 0)),
        ("a program that failed", {"result": "FAIL"}, (0, 1, 0)),
        ("a program that took too long", {"result": "TIMEOUT", "stdout": "ok 1 a\n"}, (1, 1, 0)),
        ("a program that was skipped", {"result": "SKIP"}, (0, 0, 1)),
        ("three tests", {"result": "OK", "stdout": "1..3\nok 1 a\nok 2 b\nok 3 c\n"}, (3, 0, 0)),
        ("one of them failed", {"result": "ERROR", "stdout": "1..2\nok 1 a\nnot ok 2 - b\n"}, (1, 1, 0)),
        ("one of them skipped", {"result": "OK", "stdout": "ok 1 a\nok 2 b # SKIP no display\n"}, (1, 0, 1)),
        ("a crash after a pass", {"result": "ERROR", "stdout": "1..2\nok 1 a\n"}, (1, 1, 0)),
        ("an unexpected pass", {"result": "UNEXPECTEDPASS"}, (0, 1, 0)),
        ("talk that only looks like it", {"result": "OK", "stdout": "okay\n# ok 1\nok 1 a\n"}, (1, 0, 0)),
    ]
    for name, record, expected in cases:
        found = count.count_program({"name": name, **record})
        if found != expected:
            yield f"{name}: {found} is not {expected}"


def test_a_run_fails_when_a_log_is_missing_or_a_test_failed():
    with tempfile.TemporaryDirectory() as folder:
        good, bad = pathlib.Path(folder, "good.json"), pathlib.Path(folder, "bad.json")
        good.write_text(json.dumps({"name": "a", "result": "OK"}) + "\n")
        bad.write_text(json.dumps({"name": "b", "result": "FAIL"}) + "\n")
        cases = [([good], 0), ([good, bad], 1), ([good, pathlib.Path(folder, "none.json")], 1)]
        for paths, expected in cases:
            if count.main([*map(str, paths)], report=lambda _: None) != expected:
                yield f"{[path.name for path in paths]} did not end with status {expected}"


if __name__ == "__main__":
    tap.main()
