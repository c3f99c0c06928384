#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One session in a real window, driven through the accessibility bus without a pointer."""

import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lint"))

import tap  # noqa: E402 (found through the line above)

try:
    import driver
    from accessible import Role, role_name
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

# The part of the window where the leg stands, whatever the panel's width.
LEG = "500x500+120+80"

STANDING, HEEL_RAISES, WALKING = 3, 5, 6

# A busy machine takes its time. What never comes is found out all the same.
PATIENCE_S = 60

program = driver.Program(sys.argv[1])


def test_window_opens_with_a_named_leg_and_a_caption():
    if program.application is None:
        yield "the program did not show up on the accessibility bus"
        return
    program.find(Role.IMAGE, "The leg and its veins")
    if not any("step" in text.lower() for text in program.texts()):
        yield f"no caption speaks of steps: {program.texts()}"
    if program.value("Activity") != WALKING:
        yield "the activity slider does not stand at walking"


def test_every_control_has_a_name():
    controls = (Role.SLIDER, Role.PUSH_BUTTON, Role.CHECK_BOX, Role.IMAGE)
    for one in program.items():
        # What was given no name shows up under that of its class.
        nameless = not one.name or one.name.startswith("Gtk")
        if one.role in controls and nameless:
            yield f"a {role_name(one.role)} below {one.names_above()[-1:]} has no name"
        if one.is_focusable and one.name.startswith(("Gtk", "Sh")) and " " not in one.name:
            yield f"what the Tab key may come to is called {one.name} below {one.names_above()[-1:]}"
        if "_" in one.name:
            yield f"a {role_name(one.role)} is called {one.name!r}"


def test_picture_moves_while_playing():
    before = program.picture(LEG)
    if not driver.wait_for(lambda: program.picture(LEG) != before, PATIENCE_S):
        yield "two pictures of someone walking are the same"


def test_standing_still_raises_the_ankle_pressure():
    program.set("Activity", STANDING)
    if not driver.wait_for(lambda: "Standing" in program.texts(), PATIENCE_S):
        yield "the slider does not say standing"
    if not driver.wait_for(lambda: program.number_with("mmHg") > 70, PATIENCE_S):
        yield f"the ankle pressure stays at {program.number_with('mmHg')} mmHg"


def test_heel_raises_lower_the_ankle_pressure():
    program.set("Activity", HEEL_RAISES)
    if not driver.wait_for(lambda: program.number_with("mmHg") < 55, PATIENCE_S):
        yield f"the ankle pressure stays at {program.number_with('mmHg')} mmHg"


def test_leaky_valves_change_the_caption_and_the_picture():
    before = program.texts()
    program.press(Role.CHECK_BOX, "Leaky valves")
    if not driver.wait_for(lambda: program.texts() != before, PATIENCE_S):
        yield "nothing that is written changed"
    if not driver.wait_for(lambda: any("leak" in text.lower() for text in program.texts()), PATIENCE_S):
        yield "no caption speaks of leaking"
    program.press(Role.CHECK_BOX, "Leaky valves")


def test_valves_are_walked_with_the_arrows():
    # A place of the picture where there is neither vein nor valve takes the focus there. A window
    # without a manager may lose it again to the control that was pressed last, so that a second
    # try is fair.
    def walk():
        subprocess.run(["xdotool", "mousemove", "60", "300", "click", "1"], check=True)
        subprocess.run(["xdotool", "key", "Up"], check=True)
        return driver.wait_for(lambda: named(": closes"), PATIENCE_S / 3)

    def named(part):
        return any(
            one.name.endswith(part)
            for one in program.items()
            if one.role == Role.IMAGE
        )

    if not any(walk() for _ in range(3)):
        yield "the first valve is not named"
    subprocess.run(["xdotool", "key", "Return"], check=True)
    if not driver.wait_for(lambda: named(": leaks"), PATIENCE_S):
        yield "Return does not make the valve leak"
    subprocess.run(["xdotool", "key", "Return"], check=True)


def test_paused_picture_stands_still():
    program.press(Role.PUSH_BUTTON, "Pause")
    time.sleep(1.0)
    before = program.picture(LEG)
    time.sleep(1.0)
    if program.picture(LEG) != before:
        yield "the picture changed while paused"


def test_stocking_stands_beside_its_caution():
    program.press(Role.PUSH_BUTTON, "20–30")
    if not any("Ask a doctor" in text for text in program.texts()):
        yield f"no caution is shown: {program.texts()}"


def test_leaks_of_someone_standing_are_offered_to_be_shown():
    program.press(Role.PUSH_BUTTON, "Play")
    program.set("Activity", STANDING)
    program.press(Role.CHECK_BOX, "Leaky valves")
    program.press(Role.PUSH_BUTTON, "Raise the heels to see it")
    if not driver.wait_for(lambda: program.value("Activity") == HEEL_RAISES, PATIENCE_S):
        yield "the offer does not raise the heels"


def test_pressure_is_read_with_its_name_and_unit():
    def readings():
        return [
            one.name
            for one in program.items()
            if one.role == Role.PUSH_BUTTON
            and one.name.startswith("Vein pressure at the ankle: ")
            and one.name.endswith(" mmHg")
        ]

    if not driver.wait_for(readings, PATIENCE_S):
        yield "no button says the pressure at the ankle with its unit"


def test_charts_are_read_as_a_table():
    program.press(Role.PUSH_BUTTON, "Show the charts as a table")
    cells = driver.wait_for(
        lambda: [text for text in program.texts() if text.startswith("Ankle pressure, mmHg: ")], PATIENCE_S
    )
    if not cells:
        yield "the table of the charts has no cell with a pressure"
    rows = [one.name for one in program.items() if one.role == Role.TABLE_ROW and one.is_focusable]
    if not any(name.startswith("When: ") and "; Ankle pressure, mmHg: " in name for name in rows):
        yield f"the rows of the table are called {rows}"
    program.press(Role.PUSH_BUTTON, "Show the charts as a table")


def test_clinic_test_is_run_and_its_result_read():
    program.press(Role.PUSH_BUTTON, "Tests")

    def result(column):
        return [text for text in program.texts() if text.startswith(column + ": ") and text.endswith(" s")]

    if not driver.wait_for(lambda: "Result: Refill time (90 %)" in program.texts(), PATIENCE_S):
        yield f"the test of the heel raises has no refill time: {program.texts()}"
        return
    mine, healthy = result("This leg"), result("Healthy")
    if not mine or not healthy:
        yield f"the times are missing: {program.texts()}"
        return
    if float(mine[0].split()[-2]) >= float(healthy[0].split()[-2]):
        yield f"the leaking leg refills no faster: {mine[0]}, {healthy[0]}"
    program.press(Role.PUSH_BUTTON, "Leg")


def test_program_ends_by_itself_and_without_complaint():
    yield from driver.faults_at_the_end(program)


tap.main()
