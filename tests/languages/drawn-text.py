#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that pictures hold neither overlap each other, nor are cut off, nor shortened with dots.

The pictures are drawn as PDF, where a text stays a text, in the sizes that the window gives them,
and `pdftotext` tells where each word stands.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lint"))

import tap  # noqa: E402 (the path above leads to it)

PROGRAM = sys.argv[1]
# Views with the sizes that they have in windows from 800×600 to 3840×2160 and upright.
WISHES = [
    ("stage", "430x340"), ("stage", "800x330"), ("stage", "880x560"), ("stage", "1080x1040"),
    ("stage", "790x240"), ("compare", "790x240"), ("compare", "880x560"), ("compare", "1080x900"),
    ("charts", "800x500"),
]  # fmt: skip
SCALES = ["1", "2"]
LANGUAGES = ["en", "en_XA", "ar_XB"]
# What two boxes may share, in points: the boxes are as high as a line, not as the letters.
SLACK = 2.5
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


def words(folder, view, size, scale, language):
    pdf = pathlib.Path(folder) / "x.pdf"
    environment = dict(os.environ, LANGUAGE=language, LC_ALL="C.UTF-8")
    subprocess.run(
        [PROGRAM, "render", f"--view={view}", f"--size={size}", f"--text-scale={scale}", "--set=activity=walking",
         "--set=leak.deep=0.5", "--output", pdf],
        env=environment, check=True,
    )  # fmt: skip
    page = subprocess.run(
        ["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    for x0, y0, x1, y1, text in WORD.findall(page):
        yield float(x0), float(y0), float(x1), float(y1), text


def ink(word):
    """A line's box has room for accents and tails, which digits do not have."""
    x0, y0, x1, y1, text = word
    tall = y1 - y0 if re.fullmatch(r"[−\d.,]+", text) else 0
    return x0, y0 + 0.22 * tall, x1, y1 - 0.2 * tall


def shared(one, other):
    a, b = ink(one), ink(other)
    return min(min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1]))


def mistakes(found, size):
    width, height = map(int, size.split("x"))
    for word in found:
        x0, y0, x1, y1, text = word
        if x0 < -1 or y0 < -SLACK or x1 > width + 1 or y1 > height + SLACK:
            yield f"“{text}” is cut off at {x0:.0f},{y0:.0f}–{x1:.0f},{y1:.0f}"
        if "…" in text:
            yield f"“{text}” is shortened"
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            if shared(a, b) > SLACK:
                yield f"“{a[4]}” and “{b[4]}” overlap at {b[0]:.0f},{b[1]:.0f}"


def check(language):
    if shutil.which("pdftotext") is None:
        raise tap.Skip("no pdftotext here")
    with tempfile.TemporaryDirectory() as folder:
        for view, size in WISHES:
            for scale in SCALES:
                for mistake in mistakes(list(words(folder, view, size, scale, language)), size):
                    yield f"{view} {size} text {scale} {language}: {mistake}"


def test_texts_fit():
    yield from check("en")


def test_long_texts_fit():
    yield from check("en_XA")


def test_texts_from_right_to_left_fit():
    yield from check("ar_XB")


tap.main()
