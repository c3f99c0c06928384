#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`second-heart check` names file, line, column and reason of every mistake."""

import pathlib
import re
import tempfile

import tap
from program import SCENARIOS, call, good, refused

LESSONS = tap.ROOT / "resources" / "lessons"


def test_everything_that_is_shipped_is_right():
    files = [*sorted(SCENARIOS.glob("*.scenario")), *sorted(LESSONS.glob("*.lesson"))]
    lines = good("check", *files).splitlines()
    if len(lines) != len(files) or len(files) < 18:
        yield f"{len(files)} files, {len(lines)} lines"
    for line in lines:
        if not line.endswith(": no mistakes"):
            yield line


def test_at_least_ten_lessons_are_shipped():
    if len(list(LESSONS.glob("*.lesson"))) < 10:
        yield "fewer than ten"


def test_every_mistake_is_a_line_with_its_place():
    with tempfile.TemporaryDirectory() as folder:
        lesson = pathlib.Path(folder, "a.lesson")
        scenario = pathlib.Path(folder, "b.scenario")
        lesson.write_text("[Lesson]\ntitle=T\n[Step]\nview=lenz\nduration=0\n", encoding="utf-8")
        scenario.write_text("[Scenario]\nactivity=flying\npase=3\n", encoding="utf-8")
        done = call("check", lesson, scenario)
    places = [f"{lesson}:3:1: ", f"{lesson}:5:10: ", f"{lesson}:4:6: ", f"{scenario}:2:10: ", f"{scenario}:3:1: "]
    lines = done.stderr.splitlines()
    if done.returncode != 1:
        yield f"status {done.returncode}"
    if len(lines) != len(places):
        yield done.stderr
    for line, place in zip(lines, places):
        if not line.startswith(place) or not re.search(r"; allowed: ", line):
            yield line


def test_a_file_that_is_not_there_is_told():
    done = call("check", "/no-such.lesson")
    if done.returncode != 1 or done.stderr != "/no-such.lesson: cannot be read: No such file or directory\n":
        yield done.stderr


def test_no_file_is_wrong_use():
    message = refused(2, "check")
    if "FILE" not in message:
        yield message


if __name__ == "__main__":
    tap.main()
