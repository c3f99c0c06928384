#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `render` draws: the three kinds of files, their size, and that a wish gives one picture."""

import pathlib
import re
import shutil
import struct
import subprocess
import tempfile
import xml.etree.ElementTree
import zlib

import tap
from program import good, refused

LEAKING = pathlib.Path(__file__).parents[2] / "resources" / "scenarios" / "leaking-deep.scenario"


def picture(folder, name, *arguments):
    path = pathlib.Path(folder) / name
    good("render", *arguments, "--output", path)
    return path.read_bytes()


def chunks_of_png(data):
    """Yields the name and the content of each chunk."""
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        content = data[at + 8 : at + 8 + length]
        assert zlib.crc32(data[at + 4 : at + 8 + length]) == struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0]
        yield data[at + 4 : at + 8], content
        at += 12 + length


def drawn(folder, name, *arguments):
    """A picture without the texts in it, which tell pictures apart whatever they show."""
    return [chunk for chunk in chunks_of_png(picture(folder, name, *arguments)) if chunk[0] != b"iTXt"]


def size_of_png(data):
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def test_every_view_and_every_theme_is_a_picture_of_its_own():
    wishes = [["--view", view] for view in ("stage", "leg", "slice", "lens", "figure", "compare", "charts")]
    wishes += [["--view", "stage", "--theme", theme] for theme in ("dark", "projector")]
    with tempfile.TemporaryDirectory() as folder:
        seen = {}
        for wish in wishes:
            data = picture(folder, "x.png", *wish, "--size=320x240")
            if size_of_png(data) != (320, 240):
                yield f"{wish}: {size_of_png(data)}"
            if data in seen:
                yield f"{wish} is the same as {seen[data]}"
            seen[data] = wish


def test_every_option_changes_the_picture():
    small = ["--size=320x240"]
    pairs = {
        "--level": (["--view=slice", "--level=0.1"], ["--view=slice", "--level=0.9"]),
        "--valve": (["--view=lens", "--valve=popliteal-1"], ["--view=lens", "--valve=plantar-1"]),
        "--labels": (["--view=slice", "--labels=none"], ["--view=slice", "--labels=all"]),
        "--text-scale": (["--view=lens", "--text-scale=1"], ["--view=lens", "--text-scale=2"]),
        "leak": (["--view=lens"], ["--view=lens", "--set=leak.all=1"]),
        "--against": (
            ["--view=compare", "--set=leak.all=1"],
            ["--view=compare", "--set=leak.all=1", f"--against={LEAKING}"],
        ),
        "--reduced-motion": (
            ["--view=figure", "--set=activity=walking"],
            ["--view=figure", "--set=activity=walking", "--reduced-motion"],
        ),
        "posture": (["--view=figure"], ["--view=figure", "--set=posture=sitting"]),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, (one, other) in pairs.items():
            if drawn(folder, "x.png", *small, *one) == drawn(folder, "x.png", *small, *other):
                yield f"{name} makes no difference"


def test_the_size_is_the_one_asked_for():
    with tempfile.TemporaryDirectory() as folder:
        if size_of_png(picture(folder, "x.png")) != (1280, 800):
            yield "the default is not 1280x800"
        if size_of_png(picture(folder, "x.png", "--size=200x500")) != (200, 500):
            yield "portrait is not kept"


def test_the_same_wish_gives_the_same_bytes():
    with tempfile.TemporaryDirectory() as folder:
        wish = ["--set=activity=walking", "--at=1.3", "--size=320x200"]
        for name in ("x.png", "x.svg", "x.pdf"):
            if picture(folder, name, *wish) != picture(folder, name, *wish):
                yield f"{name} differs from run to run"


def test_another_instant_is_another_picture():
    with tempfile.TemporaryDirectory() as folder:
        wish = ["--set=activity=walking", "--size=480x300", "--view=leg"]
        first = drawn(folder, "x.png", *wish, "--at=1.0")
        if drawn(folder, "x.png", *wish, "--at=1.3") == first:
            yield "nothing moved in a third of a second of walking"
        if drawn(folder, "x.png", *wish, "--at=1.0", "--set=side=left") == first:
            yield "the left leg looks like the right one"


def test_svg_is_well_formed_and_of_that_size():
    with tempfile.TemporaryDirectory() as folder:
        root = xml.etree.ElementTree.fromstring(picture(folder, "x.svg", "--size=640x400"))
        if not re.fullmatch(r"640(\.0*)?(px|pt)?", root.get("width", "")):
            yield f"width {root.get('width')}"


def test_vector_files_can_be_sent():
    """Tissue is held as a picture, or else its strokes make files of ten megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        for view in ("stage", "compare"):
            for name in ("x.svg", "x.pdf"):
                size = len(picture(folder, name, f"--view={view}", "--set=activity=walking"))
                if size > 3 << 20:
                    yield f"{view} as {name}: {size} bytes"


def test_every_view_can_be_vectors():
    with tempfile.TemporaryDirectory() as folder:
        for view in ("leg", "slice", "lens", "figure", "compare", "charts"):
            wish = [f"--view={view}", "--size=200x150", "--labels=all"]
            root = xml.etree.ElementTree.fromstring(picture(folder, "x.svg", *wish))
            if not any(node.tag.endswith("}path") for node in root.iter()):
                yield f"{view}: no path in the SVG"
            if not picture(folder, "x.pdf", *wish).startswith(b"%PDF-"):
                yield f"{view}: no PDF"


def test_pictures_carry_what_they_show():
    wish = ["--size=320x200", "--set=activity=walking", "--set=leak.deep=0.5"]
    with tempfile.TemporaryDirectory() as folder:
        texts = dict(
            content.split(b"\0\0\0\0\0", 1)
            for name, content in chunks_of_png(picture(folder, "x.png", *wish))
            if name == b"iTXt"
        )
        if b"education only" not in texts.get(b"Description", b""):
            yield f"the PNG does not say what it is: {texts}"
        again = pathlib.Path(folder) / "again.scenario"
        again.write_bytes(texts.get(b"Scenario", b""))
        if drawn(folder, "y.png", "--size=320x200", again) != drawn(folder, "x.png", *wish):
            yield "the scenario in the PNG draws another picture"
        svg = picture(folder, "x.svg", *wish).decode()
        if "<metadata>[Scenario]" not in svg or "education only" not in svg:
            yield "the SVG does not carry its scenario"
        pdf = picture(folder, "x.pdf", *wish)
        if shutil.which("pdfinfo") is None:
            raise tap.Skip("no pdfinfo here")
        info = subprocess.run(["pdfinfo", f"{folder}/x.pdf"], capture_output=True, text=True, check=True).stdout
        if "[Scenario]" not in info or "education only" not in info or not pdf:
            yield info


def test_pdf_is_one_page_without_today():
    with tempfile.TemporaryDirectory() as folder:
        data = picture(folder, "x.pdf", "--size=640x400")
        if not data.startswith(b"%PDF-"):
            yield "no PDF"
        if shutil.which("pdfinfo") is None:
            raise tap.Skip("no pdfinfo here")
        info = subprocess.run(
            ["pdfinfo", "-isodates", f"{folder}/x.pdf"], capture_output=True, text=True, check=True
        ).stdout
        if not re.search(r"^CreationDate: +2000-01-01", info, re.M):
            yield info
        if not re.search(r"^Pages: +1$", info, re.M) or not re.search(r"^Page size: +640 x 400 pts", info, re.M):
            yield info


def test_a_leg_to_compare_with_must_be_of_use():
    line = refused(2, "render", "-o", "x.png", f"--against={LEAKING}")
    if "--against is only for --view compare or charts" not in line:
        yield line
    line = refused(1, "render", "-o", "x.png", "--view=compare", "--against=/no-such.scenario")
    if "/no-such.scenario" not in line:
        yield line


def test_a_picture_that_cannot_be_written_is_told():
    line = refused(1, "render", "-o", "/no-such/leg.png")
    if "/no-such/leg.png: cannot be written" not in line:
        yield line


tap.main()
