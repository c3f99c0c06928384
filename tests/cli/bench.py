#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `bench` prints."""

import json

import tap
from program import good


def test_bench_prints_model_and_stage_beside_one_paint():
    rows = json.loads(good("bench", "--frames", "10", "--size", "1920x1080", "--format", "json"))
    expected = ("model_second", "model_speed", "reference_loop", "model_second_in_reference_loops")
    for name in expected + ("stage_still", "stage_moving", "full_surface_paint"):
        if not any(row["name"] == name and row["value"] > 0 for row in rows):
            yield f"{name} is not there"
    if not any(row["name"] == "stage_moving" and row["size"] == "1920x1080" for row in rows):
        yield "the stage at 1920x1080 is not there"


tap.main()
