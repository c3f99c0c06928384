# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program in the present display and drives it through the accessibility bus."""

import os
import subprocess
import time

import accessible
from accessible import GLib, Role
from waiting import wait_for


class Program:
    """The program, its window and its controls."""

    def __init__(self, path, *arguments):
        self.bus = accessible.Bus()
        environment = dict(
            os.environ, GTK_A11Y="atspi", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", G_DEBUG=accessible.WARNINGS
        )
        environment.pop("NO_AT_BRIDGE", None)
        self.process = subprocess.Popen(
            [path, *arguments], env=environment, stderr=subprocess.PIPE, text=True
        )
        self.numbers = {}
        self.application = wait_for(lambda: self.bus.application(self.process.pid), 60)

    def items(self):
        """Everything accessible, as it is now."""
        return self.application.items()

    def find(self, role, name, seconds=60):
        """What has this role and name: what is folded away or on another page is made when it is asked for."""

        def found():
            return next((one for one in self.items() if one.role == role and one.name == name), None)

        one = wait_for(found, seconds)
        if one is None:
            raise LookupError(f"there is no {accessible.role_name(role)} named {name!r}")
        return one

    def value(self, name):
        """Where a slider stands."""
        return self.application.value(self.find(Role.SLIDER, name))

    def set(self, name, value):
        """Moves a slider."""
        self.application.set_value(self.find(Role.SLIDER, name), value)

    def press(self, role, name):
        self.application.act(self.find(role, name))

    def texts(self):
        """The text of every label, folded away or not: GTK 4.8 does not tell which are shown."""
        return [one.name for one in self.items() if one.role == Role.LABEL]

    def number_with(self, unit):
        """The first number shown with this unit. Its label is looked for once."""
        if unit not in self.numbers:
            for one in self.items():
                if one.role == Role.LABEL and one.name.endswith(" " + unit):
                    self.numbers[unit] = one
                    break
            else:
                raise LookupError(f"no number in {unit} among {self.texts()}")
        number, _, _ = self.application.name(self.numbers[unit]).partition(" ")
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
                self.application.act(self.find(Role.LABEL, "Discard", 0).parent)
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
        self.bus.stop()
        return self.process.returncode, complaints


def faults_at_the_end(program):
    """Closes the program; yields what is wrong with its exit status or with what it has printed."""
    status, complaints = program.close()
    if status != 0:
        yield f"exit status {status}"
    for line in complaints.splitlines():
        if "WARNING" in line or "CRITICAL" in line:
            yield line
