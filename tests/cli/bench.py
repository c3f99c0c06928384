#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `bench` prints."""

import json

import tap
from program import good, refused


def test_bench_prints_model_and_stage_beside_one_paint():
    rows = json.loads(good("bench", "--frames", "10", "--size", "1920x1080", "--format", "json"))
    expected = ("model_second", "model_speed", "reference_loop", "model_second_in_reference_loops")
    for name in expected + ("stage_still", "stage_moving", "full_surface_paint"):
        if not any(row["name"] == name and row["value"] > 0 for row in rows):
            yield f"{name} is not there"
    if not any(row["name"] == "stage_moving" and row["size"] == "1920x1080" for row in rows):
        yield "the stage at 1920x1080 is not there"


def growth_of_a_long_run():
    rows = json.loads(good("bench", "--frames", "1200", "--size", "320x240", "--format", "json"))
    return next(row["value"] for row in rows if row["name"] == "stage_growth")


def test_drawing_for_long_takes_no_more_memory():
    # A first round fills what is kept; not a byte may come on top in a second. A frame that
    # left but one rectangle behind would show as some hundred kilobytes, every time. What another
    # thread holds for a moment at one of the two counts does not come again.
    growth = []
    while len(growth) < 3 and (not growth or growth[-1] > 0):
        growth.append(growth_of_a_long_run())
    if growth[-1] > 0:
        yield f"{growth} bytes"


def test_a_size_that_is_none_is_refused():
    for size in ("1920", "0x0", "1920x1080x2", "99999x99999"):
        line = refused(2, "bench", "--size", size)
        if "--size" not in line or size not in line:
            yield line


tap.main()
