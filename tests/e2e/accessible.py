# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells assistive technology, read from the accessibility bus as a whole.

A program answers on that bus between two frames only. The usual library asks for one word at a time
and waits for each; here all children of a level are asked for at once, and then every name, role and
state in one call.
"""

import dataclasses
import enum
import os
import subprocess
import time

# The library that speaks on the bus reads the environment when it is loaded; only the program's own
# warnings are to end it.
WARNINGS = os.environ.pop("G_DEBUG", "")

from gi.repository import Gio, GLib  # noqa: E402 (after the line above)

BUS_LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher"]
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"
CHECKED, FOCUSABLE = 4, 11
TIMEOUT_MS = 60000


class Role(enum.IntEnum):
    """The roles that tests ask for, as AT-SPI counts them."""

    CHECK_BOX = 7
    IMAGE = 27
    LABEL = 29
    PUSH_BUTTON = 43
    SLIDER = 51
    TABLE_ROW = 90


def role_name(role):
    return Role(role).name.lower().replace("_", " ") if role in list(Role) else f"role {role}"


@dataclasses.dataclass
class Item:
    """One thing that a screen reader finds, as it was when it was read."""

    path: str
    parent: "Item | None"
    name: str
    role: int
    description: str
    is_focusable: bool
    is_checked: bool

    def names_above(self):
        """The names of what it is part of, the window first; what has none is left out."""
        above = self.parent.names_above() if self.parent else []
        return above + [self.parent.name] if self.parent and self.parent.name else above


class Application:
    """A program on the accessibility bus of this session."""

    def __init__(self, connection, owner):
        self.connection = connection
        self.owner = owner

    def call(self, path, interface, method, arguments=None):
        return call(self.connection, self.owner, path, interface, method, arguments)

    def _children(self, paths):
        """Asks for the children of all paths at once. Returns a list of paths for each; what has just
        gone has none."""
        found = [None] * len(paths)

        def heard(connection, result, index):
            try:
                found[index] = [path for _, path in connection.call_finish(result).unpack()[0]]
            except GLib.Error:
                found[index] = []

        for index, path in enumerate(paths):
            self.connection.call(
                self.owner, path, "org.a11y.atspi.Accessible", "GetChildren", None, None,
                Gio.DBusCallFlags.NONE, TIMEOUT_MS, None, heard, index,
            )  # fmt: skip
        while None in found:
            GLib.MainContext.default().iteration(True)
        return found

    def _tree(self):
        """Returns the children's paths by path, from the root down."""
        tree, level = {}, [ROOT]
        while level:
            tree.update(zip(level, self._children(level)))
            level = [child for path in level for child in tree[path] if child not in tree]
        return tree

    def items(self):
        """Returns everything that can be found, in the order of reading."""
        tree = self._tree()
        told = {item[0][1]: item for item in self.call(CACHE, "org.a11y.atspi.Cache", "GetItems")[0]}
        items = []

        def add(path, parent):
            for child in tree.get(path, []):
                if child in told:
                    _, _, _, _, _, _, name, role, description, states = told[child]
                    is_set = [bool(states and states[0] >> bit & 1) for bit in (FOCUSABLE, CHECKED)]
                    items.append(Item(child, parent, name, role, description, *is_set))
                    add(child, items[-1])
                else:
                    add(child, parent)

        add(ROOT, None)
        return items

    def act(self, item):
        """Does what a press of the item does."""
        self.call(item.path, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,)))

    def name(self, item):
        """The item's name as it is now."""
        wanted = GLib.Variant("(ss)", ("org.a11y.atspi.Accessible", "Name"))
        return self.call(item.path, "org.freedesktop.DBus.Properties", "Get", wanted)[0]

    def value(self, item):
        wanted = GLib.Variant("(ss)", ("org.a11y.atspi.Value", "CurrentValue"))
        return self.call(item.path, "org.freedesktop.DBus.Properties", "Get", wanted)[0]

    def set_value(self, item, value):
        wanted = GLib.Variant("(ssv)", ("org.a11y.atspi.Value", "CurrentValue", GLib.Variant("d", value)))
        self.call(item.path, "org.freedesktop.DBus.Properties", "Set", wanted)


def call(connection, owner, path, interface, method, arguments=None):
    return connection.call_sync(
        owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, TIMEOUT_MS, None
    ).unpack()


class Bus:
    """The accessibility bus, started in this session."""

    def __init__(self):
        launcher = next(name for name in BUS_LAUNCHERS if os.path.exists(name))
        self.process = subprocess.Popen(
            [launcher, "--launch-immediately"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self._address(session),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None,
        )  # fmt: skip

    def _address(self, session):
        end = time.monotonic() + TIMEOUT_MS / 1000
        while True:
            try:
                return call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")[0]
            except GLib.Error:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def application(self, pid):
        """The program with this process number, or None as long as it shows no window here."""
        try:
            for owner, path in call(self.connection, REGISTRY, ROOT, "org.a11y.atspi.Accessible", "GetChildren")[0]:
                asked = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID")
                if call(self.connection, *asked, GLib.Variant("(s)", (owner,)))[0] == pid:
                    shown = call(self.connection, owner, path, "org.a11y.atspi.Accessible", "GetChildren")[0]
                    return Application(self.connection, owner) if shown else None
        except GLib.Error:
            # A program that has just left the bus; or the bus is not quite there yet.
            pass
        return None

    def stop(self):
        self.process.terminate()
        self.process.wait()
