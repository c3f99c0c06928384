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

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "lint"), str(TESTS / "e2e")]

import tap  # noqa: E402 (the path above leads to it)

try:
    import accessible
except ImportError as reason:
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
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": language, "GTK_A11Y": "atspi", "G_DEBUG": accessible.WARNINGS}
    environment.pop("NO_AT_BRIDGE", None)
    return subprocess.Popen([sys.argv[1]], env=environment, stdin=subprocess.DEVNULL)


def find_window(bus, process):
    """Waits for the program's window to appear on the bus."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and process.poll() is None:
        application = bus.application(process.pid)
        # The control that comes last is there as well.
        if application and any(item.name.startswith(PAUSE) for item in application.items()):
            return application
        time.sleep(0.2)
    raise RuntimeError("the window did not appear")


def whereabouts(item):
    """Names an item by its role and the last things above it that have a name."""
    return " > ".join([*item.names_above()[-2:], accessible.role_name(item.role)])


def untranslated(words):
    known = "⟦" in words or CLASS_NAME.match(words) or OF_GTK.match(words) or CODE.match(words)
    return re.search(r"[A-Za-z]", words) and not known


def glued(words):
    outside = re.sub(r"⟦(?:[^⟦⟧]|⟦[^⟦⟧]*⟧)*⟧", "", words)
    return "⟦" in words and re.search(r"[A-Za-z]{3,}", outside)


def nameless(item, words):
    # The rows of a table are GTK's own, and it gives no way to name them.
    return CLASS_NAME.match(words) and words not in TABLE_PARTS and item.is_focusable


def read_window(language):
    """Opens the window in a language; returns how much it says, and what of that is wrong."""
    said, wrong = 0, {"untranslated": [], "glued": [], "nameless": []}
    bus = accessible.Bus()
    process = start_window(language)
    try:
        for item in find_window(bus, process).items():
            for words in filter(None, {item.name, item.description}):
                said += 1
                if untranslated(words):
                    wrong["untranslated"].append(f"{whereabouts(item)}: “{words}”")
                if glued(words):
                    wrong["glued"].append(f"{whereabouts(item)}: “{words}”")
                if nameless(item, words):
                    wrong["nameless"].append(f"{whereabouts(item)} is called “{words}”")
    finally:
        bus.stop()
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
