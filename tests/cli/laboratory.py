#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `measure` and `validate` print."""

import json

import tap
from program import good, refused

RESULTS = {
    "tiptoe": ["rest_mmhg", "avp_mmhg", "fall_percent", "rt90_s"],
    "apg": ["vv_ml", "vft90_s", "vfi_ml_s", "ev_ml", "ef_percent", "rv_ml", "rvf_percent"],
    "steady": [
        "ankle_mean_mmhg",
        "ankle_min_mmhg",
        "fall_mmhg",
        "recovery_s",
        "foot_mean_mmhg",
        "groin_mean_mmhg",
        "popliteal_velocity_cm_s",
        "sent_up_ml_min",
        "fell_back_ml_min",
        "net_ml_min",
    ],
    "reflux": ["reflux_s:popliteal-1", "cutoff_s:popliteal-1"],
    "swelling": ["percent_per_min", "percent_total", "percent_from_lying", "volume_ml", "blood_ml", "water_ml"],
    "cuff": ["narrowing_mmhg:soleal", "closing_mmhg:great-saphenous-calf"],
}


def test_one_test_is_one_flat_object():
    for test, names in RESULTS.items():
        found = json.loads(good("measure", test, "--format", "json"))
        for name in names:
            if name not in found:
                yield f"{test} has no {name}"
        for name, value in found.items():
            if value is not None and not isinstance(value, (int, float)):
                yield f"{test}: {name} is {value!r}"


def test_several_tests_are_an_array_that_names_them():
    found = json.loads(good("measure", "tiptoe", "steady", "--format", "json", "--set", "activity=walking"))
    if [result.get("test") for result in found] != ["tiptoe", "steady"]:
        yield f"{found}"


def test_a_result_that_does_not_exist_is_null_and_a_dash():
    arguments = ["measure", "steady", "--set", "activity=rest"]
    found = json.loads(good(*arguments, "--format", "json"))
    if found["recovery_s"] is not None:
        yield f"recovery without a fall: {found['recovery_s']}"
    line = next(line for line in good(*arguments).splitlines() if "recovery_s" in line)
    if not line.endswith("–"):
        yield line


def test_an_unknown_test_is_answered_with_the_nearest():
    line = refused(2, "measure", "tiptoes")
    if not line.endswith('nearest: "tiptoe"'):
        yield line
    refused(2, "measure")


def test_a_leak_shows_in_the_measurement():
    healthy = json.loads(good("measure", "tiptoe", "--format=json"))
    leaking = json.loads(good("measure", "tiptoe", "--format=json", "--set", "leak.all=1"))
    if not leaking["rt90_s"] < healthy["rt90_s"] / 2:
        yield f"{healthy['rt90_s']} and {leaking['rt90_s']} s"


tap.main()
