#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hand-out as a file: one page, its words in reading order, fonts inside, whatever the logo."""

import pathlib
import re
import subprocess
import tempfile

import tap
from program import SCENARIOS, call, good, refused

LESSONS = tap.ROOT / "resources" / "lessons"
CLINIC = ("--clinic", "Vein Clinic Lakeside", "--contact", "12 Harbour Street", "--address", "https://veins.example.org")
PATTERNS = ("leaking-great-saphenous", "leaking-deep", "sitting-all-day", "healthy-walking")


def told_by(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def handout(folder, pattern, *options, **more):
    path = pathlib.Path(folder, f"{pattern}.pdf")
    good("render", SCENARIOS / f"{pattern}.scenario", "--view", "handout", *options, "-o", path, **more)
    return path


def words_of(path):
    """The words in the order of the file, as a screen reader takes them."""
    return re.sub(r"\s+", " ", told_by("pdftotext", "-raw", path, "-"))


def test_every_pattern_is_one_page_read_from_top_to_bottom():
    order = ["Vein Clinic", "How the blood", "calf is a pump", "What helps", "Please take care", "When to get help",
             "Call the emergency number", "Harbour Street", "veins.example.org", "Not a diagnosis"]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for pattern, leg in zip(PATTERNS, ("long vein", "deep veins", "sits still", "works well")):
            path = handout(folder, pattern, *CLINIC)
            if path.stat().st_size >= 1_000_000:
                yield f"{pattern}: {path.stat().st_size} bytes, a megabyte or more"
            if not re.search(r"^Pages:\s+1$", told_by("pdfinfo", path), re.MULTILINE):
                yield f"{pattern}: not one page"
            text = words_of(path)
            places = [text.find(words) for words in order]
            if -1 in places or places != sorted(places):
                yield f"{pattern}: {dict(zip(order, places))}"
            if leg not in text:
                yield f"{pattern}: lacks {leg}"
            if "compression stocking" in text and "Ask a doctor first" not in text:
                yield f"{pattern}: a stocking without its caution"


def test_sheet_title_and_fonts():
    sizes = {"a4": r"595\.\d+ x 841\.\d+", "letter": "612 x 792"}
    with tempfile.TemporaryDirectory() as folder:
        for sheet, size in sizes.items():
            path = handout(folder, PATTERNS[0], "--sheet", sheet)
            if sheet == "a4" and path.read_bytes() != handout(folder, PATTERNS[0]).read_bytes():
                yield "the same wish gave other bytes"
            facts = told_by("pdfinfo", path)
            if not re.search(rf"^Page size:\s+{size}", facts, re.MULTILINE):
                yield f"{sheet}: {facts}"
            if not re.search(r"^Title:\s+How the blood", facts, re.MULTILINE):
                yield f"{sheet}: no title"
            fonts = told_by("pdffonts", path).splitlines()[2:]
            if not fonts or any(line.split()[-5] != "yes" for line in fonts):
                yield "\n".join(fonts)


def margin_below(path):
    """How much of the page below its last ink is white, in points."""
    page = subprocess.run(["pdftoppm", "-r", "72", "-gray", path], check=True, capture_output=True).stdout
    header, size, _, pixels = page.split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [min(pixels[y * width : (y + 1) * width]) for y in range(height)]
    return next(below for below, darkest in enumerate(reversed(rows)) if header == b"P5" and darkest < 200)


def test_every_language_stays_on_its_page():
    languages = [line for line in tap.text(pathlib.Path("po/LINGUAS")).split("\n") if line and line[0] != "#"]
    with tempfile.TemporaryDirectory() as folder:
        for language in ["en_XA", "ar_XB", *languages]:
            # The clinic's own lines are the same in all of them.
            for options in ([], CLINIC) if "_X" in language else ([],):
                path = handout(folder, PATTERNS[0], *options, "--sheet", "letter", env={"LANGUAGE": language})
                if margin_below(path) < 20:
                    yield f"{language} {options}: only {margin_below(path)} pt are left below"
            if options and "veins.example.org" not in told_by("pdftotext", path, "-"):
                yield f"{language}: the footer is lost"


def test_a_bad_logo_is_told_and_nothing_is_written():
    with tempfile.TemporaryDirectory() as folder:
        bad = {
            "text.png": b"hello",
            "broken.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
            "wide.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\0\0\0\x01\x08\x02\0\0\0",
            "broken.svg": b"<svg><rect",
            "empty.svg": b"",
            "large.svg": b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * (5 << 20) + b"</svg>",
        }
        for name, content in bad.items():
            logo = pathlib.Path(folder, name)
            logo.write_bytes(content)
            page = pathlib.Path(folder, "page.pdf")
            line = refused(1, "render", "--view", "handout", "--logo", logo, "-o", page)
            if name not in line or "allowed: a PNG or SVG" not in line:
                yield line
            if page.exists():
                yield f"{name}: a page was written"
        for path in ("/dev/zero", folder, f"{folder}/none.png"):
            if "cannot be read" not in refused(1, "render", "--view", "handout", "--logo", path, "-o", f"{folder}/p.pdf"):
                yield path


def test_a_wrong_sheet_is_wrong_use():
    with tempfile.TemporaryDirectory() as folder:
        if "nearest" not in refused(2, "render", "--view", "handout", "--sheet", "a5", "-o", f"{folder}/p.pdf"):
            yield "no nearest name"
        if call("render", "--view", "handout", "-o", f"{folder}/p.png").returncode:
            yield "no PNG"


# What only a run of the model can tell.
ANSWERED = re.compile(r"Before it was \d|The line begins at \d")


def test_a_text_that_fills_the_page_is_wrong_use():
    with tempfile.TemporaryDirectory() as folder:
        for option in ("--clinic", "--contact", "--address"):
            path = pathlib.Path(folder, "page.pdf")
            line = refused(2, "render", "--view", "handout", option, "é" * 201, "-o", path)
            if line != f"{option}: too long a text; allowed: at most 200 letters":
                yield line
            if path.exists():
                yield f"{option}: a page was written"


def test_every_lesson_has_a_worksheet_with_answers_behind():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "sheet.pdf")
        for lesson in ("cycling", "stocking", LESSONS / "02-the-calf-pump.lesson"):
            good("render", lesson, "--view", "worksheet", "-o", path)
            pages = told_by("pdftotext", path, "-").split("\f")
            if len(pages) != 3 or "What will happen?" not in pages[0] or "Answers" not in pages[1]:
                yield f"{lesson}: {len(pages) - 1} pages"
            if ANSWERED.search(pages[0]) or not ANSWERED.search(pages[1]):
                yield f"{lesson}: the answers are not behind"
        if "lesson" not in refused(2, "render", "--view", "worksheet", "-o", path):
            yield "no lesson is no mistake"


if __name__ == "__main__":
    tap.main()
