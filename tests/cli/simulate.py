#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `simulate` writes: columns, instants, conservation, determinism."""

import json
import math
import pathlib
import tempfile

import tap
from program import SCENARIOS, good, table

PER_VEIN = ["pressure_mmhg", "transmural_mmhg", "volume_ml", "area_ratio", "velocity_cm_s"]
PER_VALVE = ["flow_ml_s", "opening"]
LAST = [
    "muscle_mmhg",
    "inflow_ml_s",
    "outflow_ml_s",
    "filtration_ml_s",
    "lymph_ml_s",
    "interstitial_ml",
    "swelling_percent",
]


def names(kind):
    return [row["name"] for row in json.loads(good("list", kind, "--format", "json"))]


def test_columns_are_those_of_the_contract():
    expected = ["time_s"]
    expected += [f"{column}:{vein}" for vein in names("veins") for column in PER_VEIN]
    expected += [f"{column}:{valve}" for valve in names("valves") for column in PER_VALVE]
    expected += LAST
    found = good("simulate", "--duration", "0").splitlines()[0].split(",")
    if found != expected:
        yield f"{set(found) ^ set(expected) or 'another order'}"


def test_sixty_seconds_at_fifty_rows_are_the_default():
    rows = table("--set", "activity=walking")
    if len(rows) != 3001:
        yield f"{len(rows)} rows"
    for number, row in enumerate(rows):
        if abs(row["time_s"] - number / 50) > 1e-9:
            yield f"row {number} is at {row['time_s']} s"
            break


def test_the_first_row_is_the_state_before_the_first_step():
    still = table("--duration", "0")[0]
    first = table("--set", "activity=heel-raises")[0]
    for name in ("pressure_mmhg:dorsal-foot", "volume_ml:soleal", "interstitial_ml"):
        if abs(still[name] - first[name]) > 1e-6:
            yield f"{name}: {still[name]} and {first[name]}"
    if first["time_s"] != 0:
        yield f"the first row is at {first['time_s']} s"


def test_a_warmup_is_the_same_run_from_later_on():
    whole = table("--set", "activity=walking", "--duration", "10")
    late = table("--set", "activity=walking", "--warmup", "4", "--duration", "6")
    if len(late) != 301 or late[0]["time_s"] != 0:
        yield f"{len(late)} rows from {late[0]['time_s']} s"
    for a, b in zip(whole[201:], late[1:]):
        for name in a:
            if name != "time_s" and not math.isclose(a[name], b[name], rel_tol=1e-6, abs_tol=1e-6):
                yield f"{name} at {b['time_s']} s: {a[name]} and {b[name]}"
                return


def test_the_rate_only_chooses_instants():
    fine = table("--set", "activity=running", "--duration", "4", "--rate", "100")
    for rate, stride in ((50, 2), (20, 5), (1, 100)):
        coarse = table("--set", "activity=running", "--duration", "4", "--rate", rate)
        if len(coarse) != 4 * rate + 1:
            yield f"{len(coarse)} rows at {rate}"
        for a, b in zip(fine[::stride], coarse):
            if a["time_s"] != b["time_s"] or a["volume_ml:popliteal"] != b["volume_ml:popliteal"]:
                yield f"at {rate} rows a second {b['time_s']} s differs"
                break


def test_rows_stand_at_their_instants_also_between_two_steps_of_the_model():
    for rate in (30, 7, 1000):
        rows = table("--set", "activity=running", "--duration", "3", "--rate", rate, "--warmup", "1")
        if len(rows) != 3 * rate + 1:
            yield f"{len(rows)} rows at {rate}"
        for number, row in enumerate(rows):
            if abs(row["time_s"] - number / rate) > 1e-9:
                yield f"row {number} at {rate} rows a second stands at {row['time_s']} s"
                break
        if not imbalance(rows) < 1e-6:
            yield f"at {rate} rows a second the sums miss {imbalance(rows)}"


def imbalance(rows):
    """The largest part of the volume that any row's sums miss, for blood and for water."""
    veins = [name for name in rows[0] if name.startswith("volume_ml:")]
    blood = sum(rows[0][name] for name in veins)
    water = rows[0]["interstitial_ml"]
    worst = 0
    for before, row in zip(rows, rows[1:]):
        seconds = row["time_s"] - before["time_s"]
        blood += seconds * (row["inflow_ml_s"] - row["outflow_ml_s"] - row["filtration_ml_s"])
        water += seconds * (row["filtration_ml_s"] - row["lymph_ml_s"])
        volume = sum(row[name] for name in veins)
        worst = max(worst, abs(blood - volume) / volume, abs(water - row["interstitial_ml"]) / volume)
    return worst


def test_every_millilitre_can_be_checked_from_the_file():
    cases = [[path] for path in sorted(SCENARIOS.glob("*.scenario"))]
    cases += [
        ["--set", "activity=heel-raises", "--set", "repetitions=10", "--set", "leak.all=1", "--rate", "7"],
        ["--set", "activity=running", "--duration", "300", "--rate", "0.3", "--warmup", "3.3"],
        ["--set", "posture=lying-leg-up", "--set", "stocking=35"],
        ["--set", "activity=swimming", "--set", "room-temperature=40", "--set", "closed.great-saphenous=true"],
        ["--set", "activity=stairs", "--set", "narrowing.iliac=0.99", "--set", "tourniquet=ideal"],
        ["--set", "water-depth=1.2", "--set", "body-height=2.1", "--set", "activity=walking"],
    ]
    for arguments in cases:
        missing = imbalance(table(*arguments))
        if not missing < 1e-6:
            yield f"{arguments}: {missing}"


def test_the_same_input_gives_the_same_bytes():
    arguments = ["simulate", "--set", "activity=walking", "--set", "leak.all=0.5", "--duration", "20"]
    first = good(*arguments)
    for language in ("", "de", "en_XA"):
        if good(*arguments, env={"LANGUAGE": language}) != first:
            yield f"LANGUAGE={language} changed the numbers"


def test_a_file_gets_what_standard_output_gets():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "leg.csv"
        good("simulate", "--duration", "3", "--output", path)
        if path.read_text() != good("simulate", "--duration", "3"):
            yield "the file differs"


def test_json_holds_the_same_numbers():
    rows = table("--duration", "2", "--rate", "5")
    objects = json.loads(good("simulate", "--duration", "2", "--rate", "5", "--format", "json"))
    if objects != rows:
        yield "JSON and CSV differ"


def test_every_number_is_finite():
    for setting in ("leak.all=1", "effort=1.5", "calf-strength=0", "stocking=60", "narrowing.iliac=0.99"):
        for row in table("--set", "activity=heel-raises", "--set", setting, "--duration", "10"):
            for name, number in row.items():
                if not math.isfinite(number):
                    yield f"{setting}: {name} is {number} at {row['time_s']} s"
                    return


def refill_s(rows, name, end_s):
    """Seconds after @end_s until 90 % of the fall of a pressure has come back; None if never."""
    rest = rows[0][name]
    lowest = min(row[name] for row in rows if row["time_s"] <= end_s + 2)
    back = lowest + 0.9 * (rest - lowest)
    return next((row["time_s"] - end_s for row in rows if row["time_s"] > end_s and row[name] >= back), None)


def test_ten_heel_raises_lower_the_foot_pressure_and_leaks_spoil_it():
    raises = ["--set", "activity=heel-raises", "--set", "pace=60", "--set", "repetitions=10", "--duration", "120"]
    foot = "pressure_mmhg:dorsal-foot"
    healthy = table(*raises)
    leaking = table(*raises, "--set", "leak.all=1")
    if not 80 <= healthy[0][foot] <= 100:
        yield f"standing: {healthy[0][foot]} mmHg"
    if not min(row[foot] for row in healthy) < 35:
        yield f"lowest: {min(row[foot] for row in healthy)} mmHg"
    refill = refill_s(healthy, foot, 10)
    if refill is None or not refill > 18:
        yield f"healthy refill: {refill} s"
    if not min(row[foot] for row in leaking) > 50:
        yield f"lowest with leaks: {min(row[foot] for row in leaking)} mmHg"
    refill = refill_s(leaking, foot, 10)
    if refill is None or not refill < 10:
        yield f"refill with leaks: {refill} s"


def mean(rows, name):
    return sum(row[name] for row in rows) / len(rows)


def test_cycling_with_flat_feet_helps_little():
    ankle = "pressure_mmhg:great-saphenous-ankle"
    steady = ["--set", "activity=cycling", "--warmup", "90", "--duration", "30"]
    still = mean(table("--set", "activity=cycling", "--set", "inactive=true", "--duration", "8"), ankle)
    pointed = still - mean(table(*steady, "--set", "toe-pointing=1"), ankle)
    flat = still - mean(table(*steady, "--set", "toe-pointing=0"), ankle)
    if not pointed > 5:
        yield f"pointed toes lower the pressure by {pointed} mmHg"
    if not flat < pointed / 4:
        yield f"flat feet lower it by {flat} mmHg, pointed ones by {pointed} mmHg"


def test_standing_still_fills_the_calf_and_walking_empties_it():
    veins = ("soleal", "gastrocnemius", "posterior-tibial", "peroneal", "anterior-tibial")

    def calf(row):
        return sum(row[f"volume_ml:{vein}"] for vein in veins)

    lying = calf(table("--set", "posture=lying", "--duration", "0")[0])
    standing = calf(table("--duration", "0")[0])
    walking = calf(table("--set", "activity=walking", "--warmup", "60", "--duration", "0")[0])
    if not standing > 1.5 * lying:
        yield f"{lying} mL lying, {standing} mL standing"
    if not walking < 0.7 * standing:
        yield f"{standing} mL standing, {walking} mL walking"


tap.main()
