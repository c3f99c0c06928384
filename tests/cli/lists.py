#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of what there is."""

import json
import re

import tap
from program import good

VEINS = """plantar dorsal-foot anterior-tibial posterior-tibial peroneal soleal gastrocnemius popliteal femoral
common-femoral iliac great-saphenous-ankle great-saphenous-calf great-saphenous-thigh small-saphenous""".split()
VALVES = {
    "anterior-tibial": 1,
    "posterior-tibial": 2,
    "peroneal": 2,
    "soleal": 1,
    "gastrocnemius": 1,
    "popliteal": 2,
    "femoral": 2,
    "common-femoral": 1,
    "great-saphenous": 5,
    "small-saphenous": 2,
    "plantar": 1,
    "perforator-low": 1,
    "perforator-middle": 1,
    "perforator-high": 1,
}
KEYS = """posture activity inactive pace repetitions effort ankle-range toe-pointing calf-strength stocking
tourniquet room-temperature body-height water-depth side leak.NAME narrowing.VEIN closed.VEIN""".split()


def listed(kind):
    return json.loads(good("list", kind, "--format", "json"))


def test_every_list_is_an_array_of_objects_with_name_label_and_group():
    for kind in ("veins", "valves", "activities", "keys"):
        rows = listed(kind)
        if not rows:
            yield f"{kind}: nothing"
        for row in rows:
            for field in ("name", "label", "group"):
                if not isinstance(row.get(field), str) or not row[field]:
                    yield f"{kind}: {row}"


def test_all_veins_are_there():
    names = [row["name"] for row in listed("veins")]
    for name in VEINS:
        if names.count(name) != 1:
            yield name


def test_all_valves_are_there_from_below():
    rows = listed("valves")
    for vein, least in VALVES.items():
        valves = [row for row in rows if row["vein"] == vein]
        if len(valves) < least:
            yield f"{vein} has {len(valves)} valves"
        heights = [row["height_m"] for row in valves]
        if heights != sorted(heights):
            yield f"{vein}: {heights}"
        if not vein.startswith("perforator") and [row["name"] for row in valves] != [
            f"{vein}-{number + 1}" for number in range(len(valves))
        ]:
            yield f"{vein}: the valves are not numbered from below"


def test_all_keys_are_there():
    names = [row["name"] for row in listed("keys")]
    for name in KEYS:
        if names.count(name) != 1:
            yield name


def test_the_table_has_a_line_for_each_object_and_one_above():
    for kind in ("veins", "valves", "activities", "keys"):
        if len(good("list", kind).splitlines()) != len(listed(kind)) + 1:
            yield kind


def test_labels_follow_the_language_and_names_do_not():
    plain = listed("veins")
    other = json.loads(good("list", "veins", "--format=json", env={"LANGUAGE": "en_XA", "LC_ALL": "C.UTF-8"}))
    if [row["name"] for row in plain] != [row["name"] for row in other]:
        yield "names changed with the language"
    if any(a["label"] == b["label"] for a, b in zip(plain, other)):
        yield "a label stayed plain"


def test_the_manual_tells_every_key_activity_and_command():
    page = (tap.ROOT / "data" / "second-heart.1.in").read_text(encoding="utf-8").replace("\\-", "-")
    for row in listed("keys"):
        head, _, tail = row["name"].partition(".")
        entry = f".BI {head}. {tail}\n" if tail else f".B {head}\n"
        if entry not in page:
            yield f"the key {row['name']} is not in the manual"
    for row in listed("activities"):
        if row["name"] not in page:
            yield f"the activity {row['name']} is not in the manual"
    for name in ("list", "simulate", "render", "measure", "validate", "bench"):
        if f".TP\n.B {name}\n" not in page:
            yield f"the command {name} is not in the manual"


def test_the_manual_tells_every_option():
    page = (tap.ROOT / "data" / "second-heart.1.in").read_text(encoding="utf-8").replace("\\-", "-")
    for command in ("list", "simulate", "render", "measure", "validate", "bench"):
        for option in re.findall(r"--[a-z-]+", good(command, "--help")):
            if option not in page:
                yield f"{option} of {command} is not in the manual"


tap.main()
