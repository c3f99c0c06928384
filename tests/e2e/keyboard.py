#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One session in a real window, with nothing but the keyboard."""

import os
import shutil
import stat
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lint"))

import tap  # noqa: E402 (found through the line above)

try:
    import driver
    from accessible import Role
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

# A busy machine takes its time; what never comes is found out all the same.
PATIENCE_S = 60
HEEL_RAISES = 5

HOME = os.environ["HOME"]
SCENARIO = os.path.join(HOME, "heels.scenario")
PICTURE = os.path.join(HOME, "heels.png")
READ = os.path.join(HOME, "read")


def install_a_reader_of_help():
    """Stands in for a browser: writes down which page it was to show."""
    reader = os.path.join(HOME, "reader")
    with open(reader, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\nprintf "%s" "$1" > {READ}.part && mv {READ}.part {READ}\n')
    os.chmod(reader, stat.S_IRWXU)
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "applications")
    os.makedirs(folder, exist_ok=True)
    types = "text/html;x-scheme-handler/help;x-scheme-handler/file;"
    with open(os.path.join(folder, "reader.desktop"), "w", encoding="utf-8") as file:
        file.write(f"[Desktop Entry]\nType=Application\nName=Reader\nExec={reader} %u\nMimeType={types}\n")
    with open(os.path.join(folder, "mimeapps.list"), "w", encoding="utf-8") as file:
        file.write("[Default Applications]\n" + "".join(f"{t}=reader.desktop\n" for t in types.split(";") if t))


def start_window_manager():
    """Keys go to the window that has the focus then; without one, to the window below the pointer."""
    if not shutil.which("openbox"):
        return None
    manager = subprocess.Popen(["openbox", "--sm-disable"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def is_there():
        asked = subprocess.run(["xdotool", "get_num_desktops"], capture_output=True, text=True, check=False)
        return asked.returncode == 0 and asked.stdout.strip() not in ("", "0")

    driver.wait_for(is_there, PATIENCE_S)
    return manager


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "60", *names], check=True)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)


def wait(condition):
    return driver.wait_for(condition, PATIENCE_S)


def windows():
    """The names of the windows that are open."""
    return [one.name for one in program.items() if one.parent is None]


def activity():
    return program.value("Activity")


def leaks():
    return program.find(Role.CHECK_BOX, "Leaky valves").is_checked


with open(SCENARIO, "w", encoding="utf-8") as scenario:
    scenario.write("[Scenario]\nactivity=heel-raises\n")
install_a_reader_of_help()
manager = start_window_manager()
program = driver.Program(sys.argv[1])


def test_a_leg_is_opened():
    if program.application is None:
        yield "the program did not show up on the accessibility bus"
        return
    program.find(Role.SLIDER, "Activity")
    # Without a window manager all windows begin in this corner.
    subprocess.run(["xdotool", "mousemove", "6", "6"], check=True)
    keys("ctrl+o")
    if not wait(lambda: "Open a leg" in windows()):
        yield f"no dialog asks for a file: {windows()}"
        return
    write(SCENARIO)
    keys("Return")
    if not wait(lambda: activity() == HEEL_RAISES):
        yield f"the activity is number {activity()}"


def test_the_activity_is_reached_and_moved():
    for _ in range(20):
        keys("Tab", "Right")
        if driver.wait_for(lambda: activity() == HEEL_RAISES + 1, 1):
            break
    else:
        yield "the Tab key does not reach the activity"
    keys("Left")
    if not wait(lambda: activity() == HEEL_RAISES):
        yield f"the activity is number {activity()}"


def test_a_change_is_undone():
    keys("ctrl+l")
    if not wait(leaks):
        yield "the valves do not leak"
    keys("ctrl+z")
    if not wait(lambda: not leaks()):
        yield "the valves leak still"


def test_a_picture_is_exported():
    keys("ctrl+e")
    if not wait(lambda: "Export" in windows()):
        yield f"no dialog asks what to export: {windows()}"
        return
    # What, size, Cancel, Export.
    keys("Tab", "Tab", "Tab", "Return")
    if not wait(lambda: "Export to" in windows()):
        yield f"no dialog asks for a file: {windows()}"
        return
    keys("ctrl+a")
    write(PICTURE)
    keys("Return")
    if not wait(lambda: os.path.exists(PICTURE)):
        yield f"no picture was written: {windows()}"
    keys("Escape")
    if not wait(lambda: "Export" not in windows()):
        yield f"the dialog stays: {windows()}"


def test_shortcuts_are_shown():
    keys("ctrl+question")
    if not wait(lambda: "Keyboard Shortcuts" in windows()):
        yield f"no window of shortcuts: {windows()}"
    keys("Escape")
    if not wait(lambda: "Keyboard Shortcuts" not in windows()):
        yield f"the shortcuts stay: {windows()}"


def size():
    """The width and height of the window."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "Second Heart$", "getwindowgeometry", "--shell", "%@"],
        capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    widths, heights = (
        [int(line.partition("=")[2]) for line in found.splitlines() if line.startswith(name)]
        for name in ("WIDTH=", "HEIGHT=")
    )
    return max(zip(widths, heights), default=(0, 0))


def test_window_fills_the_screen_and_comes_back():
    if manager is None:
        raise tap.Skip("there is no window manager (openbox) to fill the screen for it")
    screen = subprocess.run(["xdotool", "getdisplaygeometry"], capture_output=True, text=True, check=True).stdout
    screen = tuple(int(number) for number in screen.split())
    before = size()
    for there, back in (("F11", "F11"), ("F11", "Escape")):
        keys(there)
        if not wait(lambda: size() == screen):
            yield f"after {there} it is {size()} on a screen of {screen}"
        keys(back)
        if not wait(lambda: size() == before):
            yield f"after {back} it is {size()} and was {before}"


def test_help_is_opened():
    keys("F1")
    if not wait(lambda: os.path.exists(READ)):
        yield f"nothing was opened: {windows()}"
        return
    with open(READ, encoding="utf-8") as file:
        page = file.read()
    if not page.endswith("index.html") and not page.startswith("help:"):
        yield f"{page} was opened"


def test_program_ends_by_itself_and_without_complaint():
    yield from driver.faults_at_the_end(program)
    if manager is not None:
        manager.terminate()
        manager.wait()


tap.main()
