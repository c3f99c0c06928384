#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window speaks the reader's language in every word that a screen reader can find.

The window is opened in the long invented language, and every name and text it offers to assistive
technology is read. Arguments: the program. Runs in a display and a session bus of its own.
"""

import os
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lint"))

import tap  # noqa: E402 (the path above leads to it)

# The program's warnings are fatal; those of the library that reads the bus are not ours.
WARNINGS = os.environ.pop("G_DEBUG", "")

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
except (ImportError, ValueError) as reason:
    print(f"1..0 # SKIP {reason}")
    sys.exit(77)

PATIENCE_S = 60

# GTK's own words have translations of their own.
# The code of a clinical classification is the same in every language.
CODE = re.compile(r"CEAP( [A-Z][a-z0-9]?(,[a-z])?,?)+$")
OF_GTK = re.compile(r"(?:Minimize|Maximize|Restore|Close)(?: the window)?$")
# How the button that stops time starts in the long invented language.
PAUSE = "⟦Ṗáúśé"
# GTK 4.8 calls a widget without a name by its class. That is well for a picture beside a text, and
# for the outer half of a button with a menu, but not for what one can press.
CLASS_NAME = re.compile(r"(?:Gtk|Sh)[A-Z]\w*$")
TABLE_PARTS = ("GtkListItemWidget", "GtkColumnListView")


def start_window(language):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": language, "GTK_A11Y": "atspi", "G_DEBUG": WARNINGS}
    return subprocess.Popen([sys.argv[1]], env=environment, stdin=subprocess.DEVNULL)


def find_window(process):
    """Waits for the program's window to appear on the bus."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and process.poll() is None:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application and application.get_process_id() == process.pid and application.get_child_count():
                return application.get_child_at_index(0)
        time.sleep(0.2)
    raise RuntimeError("the window did not appear")


def walk(item, path=()):
    """Yields (names from the window to the item, the item, text) for every name and description."""
    name = item.get_name() or ""
    path = (*path, name)
    if name.startswith(PAUSE):
        # A program that has no pictures to draw answers at once.
        Atspi.Action.do_action(item, 0)
    for words in filter(None, {name, item.get_description()}):
        yield path, item, words
    for index in range(item.get_child_count()):
        child = item.get_child_at_index(index)
        if child:
            yield from walk(child, path)


def whereabouts(path, item):
    """Names an item by its role and the last things above it that have a name."""
    above = [name for name in path[:-1] if name][-2:]
    return " > ".join([*above, item.get_role_name()])


def untranslated(words):
    known = "⟦" in words or CLASS_NAME.match(words) or OF_GTK.match(words) or CODE.match(words)
    return re.search(r"[A-Za-z]", words) and not known


def glued(words):
    outside = re.sub(r"⟦(?:[^⟦⟧]|⟦[^⟦⟧]*⟧)*⟧", "", words)
    return "⟦" in words and re.search(r"[A-Za-z]{3,}", outside)


def nameless(item, words):
    # The rows of a table are GTK's own, and it gives no way to name them.
    return CLASS_NAME.match(words) and words not in TABLE_PARTS and item.get_state_set().contains(Atspi.StateType.FOCUSABLE)


def read_window(language):
    """Opens the window in a language; returns how much it says, and what of that is wrong."""
    said, wrong = 0, {"untranslated": [], "glued": [], "nameless": []}
    process = start_window(language)
    try:
        for path, item, words in walk(find_window(process)):
            said += 1
            if untranslated(words):
                wrong["untranslated"].append(f"{whereabouts(path, item)}: “{words}”")
            if glued(words):
                wrong["glued"].append(f"{whereabouts(path, item)}: “{words}”")
            if nameless(item, words):
                wrong["nameless"].append(f"{whereabouts(path, item)} is called “{words}”")
    finally:
        process.terminate()
        process.wait(PATIENCE_S)
    return said, wrong


SAID, WRONG = read_window("en_XA")


def test_window_says_something():
    if SAID < 50:
        yield f"only {SAID} names and descriptions were found"


def test_everything_one_can_reach_has_a_name():
    return WRONG["nameless"]


def test_everything_the_window_says_is_translated():
    return WRONG["untranslated"]


def test_nothing_the_window_says_is_glued_from_parts():
    return WRONG["glued"]


if __name__ == "__main__":
    tap.main()
