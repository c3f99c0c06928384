# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program in the present display and drives it through the accessibility bus."""

import os
import subprocess
import time

# The library that drives the program warns about what has just gone; only the program's own
# warnings are to end it.
WARNINGS = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402 (it reads the environment when it is loaded)

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 (the version has to be chosen first)

BUS_LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]


def wait_for(condition, seconds=20.0, every=0.2):
    """Returns the first true value of condition(), or its last one when time is up."""
    end = time.monotonic() + seconds
    while True:
        # What was told on the bus meanwhile is only heard while the main loop turns.
        while GLib.MainContext.default().iteration(False):
            pass
        value = condition()
        if value or time.monotonic() > end:
            return value
        time.sleep(every)


class Program:
    """The program, its window and its controls."""

    def __init__(self, path, *arguments):
        launcher = next(name for name in BUS_LAUNCHERS if os.path.exists(name))
        self.bus = subprocess.Popen(
            [launcher, "--launch-immediately"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        environment = dict(
            os.environ, GTK_A11Y="atspi", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", G_DEBUG=WARNINGS
        )
        environment.pop("NO_AT_BRIDGE", None)
        self.process = subprocess.Popen(
            [path, *arguments], env=environment, stderr=subprocess.PIPE, text=True
        )
        self.numbers = {}
        self.application = wait_for(self._find_application, 60)

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and "second-heart" in (child.get_name() or ""):
                return child if child.get_child_count() > 0 else None
        return None

    def walk(self, parent=None):
        """Yields everything accessible below a parent."""
        if parent is None:
            parent = self.application
            parent.clear_cache()
        for i in range(parent.get_child_count()):
            child = parent.get_child_at_index(i)
            if child is None:
                continue
            yield child
            yield from self.walk(child)

    def find(self, role, name, seconds=60):
        """What has this role and name: what is folded away or on another page is made when it is asked for."""

        def found():
            return next((one for one in self.walk() if one.get_role() == role and one.get_name() == name), None)

        one = wait_for(found, seconds)
        if one is None:
            raise LookupError(f"there is no {role.value_nick} named {name!r}")
        return one

    def slider(self, name):
        return self.find(Atspi.Role.SLIDER, name)

    def set(self, name, value):
        """Moves a slider."""
        self.slider(name).set_current_value(value)

    def press(self, role, name):
        self.find(role, name).do_action(0)

    def texts(self):
        """The text of every label, folded away or not: GTK 4.8 does not tell which are shown."""
        return [one.get_name() for one in self.walk() if one.get_role() == Atspi.Role.LABEL]

    def number_with(self, unit):
        """The first number shown with this unit. Its label is looked for once."""
        if unit not in self.numbers:
            for one in self.walk():
                if one.get_role() == Atspi.Role.LABEL and one.get_name().endswith(" " + unit):
                    self.numbers[unit] = one
                    break
            else:
                raise LookupError(f"no number in {unit} among {self.texts()}")
        self.numbers[unit].clear_cache()
        number, _, _ = self.numbers[unit].get_name().partition(" ")
        return float(number.replace("−", "-").replace("+", ""))

    def picture(self, geometry):
        """The pixels of a part of the screen, as bytes."""
        done = subprocess.run(
            ["import", "-window", "root", "-crop", geometry, "-depth", "8", "rgb:-"],
            stdout=subprocess.PIPE,
            check=True,
        )
        return done.stdout

    def discard_changes(self):
        """Answers the question about changes, when it comes: they were made to be looked at."""
        for _ in range(20):
            time.sleep(0.1)
            if self.process.poll() is not None:
                return
            try:
                self.find(Atspi.Role.LABEL, "Discard", 0).get_parent().do_action(0)
                return
            except (LookupError, GLib.Error):
                continue

    def close(self):
        """Ends the program as its user would; returns its exit status and what it complained of."""
        if self.process.poll() is None:
            subprocess.run(["xdotool", "key", "--clearmodifiers", "ctrl+q"], check=False)
            self.discard_changes()
        try:
            _, complaints = self.process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            _, complaints = self.process.communicate()
        self.bus.terminate()
        self.bus.wait()
        return self.process.returncode, complaints
