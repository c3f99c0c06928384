#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what the test programs reported and says it in one line: N passed, N failed.

Arguments are the testlog.json files that `meson test` leaves behind. A program that speaks TAP
counts with each of its tests, any other counts as one. A log that is not there is a failure, and
so is a program that died after its last "ok".
"""

import json
import re
import sys

TAP_LINE = re.compile(r"^(not )?ok\b([^#\n]*)(?:#[ \t]*(\w+))?", re.MULTILINE)
PASSES = {"OK", "EXPECTEDFAIL"}


def count_tap(output):
    """Returns how many tests of one TAP stream passed, failed and were skipped."""
    passed = failed = skipped = 0
    for not_ok, _, directive in TAP_LINE.findall(output):
        if directive.upper() == "SKIP":
            skipped += 1
        elif not_ok:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count_program(record):
    """Returns the same three numbers for one program of the log."""
    result = record["result"]
    passed, failed, skipped = count_tap(record.get("stdout") or "")
    if result == "SKIP":
        return 0, 0, max(1, skipped)
    if passed + failed + skipped == 0:
        return (1, 0, 0) if result in PASSES else (0, 1, 0)
    if result not in PASSES and failed == 0:
        failed = 1
    return passed, failed, skipped


def main(paths, report=print):
    totals = [0, 0, 0]
    for path in paths:
        try:
            with open(path, encoding="utf-8") as log:
                records = [json.loads(line) for line in log if line.strip()]
        except OSError:
            records = []
        if not records:
            report(f"No tests ran for {path}.")
            totals[1] += 1
        for record in records:
            counts = count_program(record)
            if counts[1]:
                report(f"Failed: {record['name']}")
            totals = [total + count for total, count in zip(totals, counts)]
    if totals[2]:
        report(f"{totals[2]} skipped")
    report(f"{totals[0]} passed, {totals[1]} failed")
    return 1 if totals[1] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
