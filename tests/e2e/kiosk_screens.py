#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk with several screens, which are plugged in, turned and resized: in sway, whose screens
without hardware can be changed from outside, and in cage with two screens. Arguments: the program.

Neither takes an administrator's program: "nobody" runs them. SH_KIOSK_PICTURES=FOLDER keeps
pictures where grim is installed."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1] / "lint")]

import kiosk_run as run  # noqa: E402 (the paths above lead to them)
import tap  # noqa: E402

SETTINGS = {"languages": "en", "scene-seconds": "300"}


class Compositor:
    """A compositor without hardware that runs the kiosk."""

    def __init__(self, name, settings, screens):
        for tool in (name, "setpriv"):
            if not shutil.which(tool):
                raise tap.Skip(f"{tool} is not installed")
        self.folder = tap.folder("second-heart-screens-")
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        shutil.copy(sys.argv[1], self.folder / "second-heart")
        (self.folder / "kiosk.conf").write_text("[Kiosk]\n" + "".join(f"{k}={v}\n" for k, v in settings.items()))
        kiosk = f"{self.folder}/second-heart --kiosk --kiosk-config {self.folder}/kiosk.conf"
        (self.folder / "sway").write_text(
            f"output HEADLESS-1 resolution 1280x800 position 0,0\nexec {kiosk} 2> {self.folder}/log\n")  # fmt: skip
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "XDG_RUNTIME_DIR": str(runtime),
            "XDG_STATE_HOME": str(self.folder / "state"), "LC_ALL": "C.UTF-8", "WLR_BACKENDS": "headless",
            "WLR_HEADLESS_OUTPUTS": str(screens), "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1",
            "GSK_RENDERER": "cairo", "GDK_BACKEND": "wayland", "NO_AT_BRIDGE": "1", "GTK_A11Y": "none",
            "SWAYSOCK": str(runtime / "sway.sock"),
        }  # fmt: skip
        os.chmod(self.folder, 0o755)
        self.before = []
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.rglob("*")):
                shutil.chown(path, "nobody")
            self.before = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        command = ["sway", "-c", str(self.folder / "sway")] if name == "sway" else [
            "cage", "--", "sh", "-c", f"exec {kiosk} 2> {self.folder}/log"]  # fmt: skip
        self.process = subprocess.Popen([*self.before, *command], env=self.environment, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip

    def log(self):
        path = self.folder / "log"
        return path.read_text(errors="replace") if path.exists() else ""

    def wait_for_the_kiosk(self):
        if not run.wait_for(lambda: "attract loop runs" in self.log() or self.process.poll() is not None, 60):
            raise AssertionError("the kiosk did not start:\n" + self.log())
        if self.process.poll() is not None:
            raise tap.Skip("the compositor does not run on this machine")

    def inside(self, *words):
        """What a command prints that an ordinary user runs in the compositor."""
        environment = {**self.environment, "WAYLAND_DISPLAY": "wayland-1" if self.socket("wayland-1") else "wayland-0"}
        return subprocess.run([*self.before, *words], env=environment, capture_output=True, timeout=60).stdout

    def socket(self, name):
        return (self.folder / "runtime" / name).exists()

    def sway(self, *words):
        return self.inside("swaymsg", *words)

    def windows(self):
        """Where each window of the kiosk is: its title, its place, and whether it is full screen."""
        found = []

        def walk(node):
            if node.get("pid"):
                place = node["rect"]
                found.append((node["name"], (place["x"], place["y"], place["width"], place["height"]), node["fullscreen_mode"] > 0))
            for child in node.get("nodes", []) + node.get("floating_nodes", []):
                walk(child)

        walk(json.loads(self.sway("-t", "get_tree") or "{}"))
        return found

    def screens(self):
        shown = json.loads(self.sway("-t", "get_outputs", "-r") or "[]")
        return {one["name"]: tuple(one["rect"][key] for key in ("x", "y", "width", "height")) for one in shown}

    def covered(self, name):
        """Whether the kiosk fills the screen of that name, and something each other one."""
        screens, windows = self.screens(), self.windows()
        places = {place: title for title, place, full in windows if full}
        return set(places) == set(screens.values()) and places.get(screens.get(name)) == "Second Heart"

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def test_it_follows_screens_that_are_plugged_in_turned_and_resized():
    there = Compositor("sway", {**SETTINGS, "monitor": "HEADLESS-2"}, 1)
    try:
        there.wait_for_the_kiosk()
        if not run.wait_for(lambda: there.covered("HEADLESS-1"), 30, 0.3):
            yield f"one screen: {there.windows()}"
        for change, kiosk in (
            (["create_output"], "HEADLESS-2"),
            (["output", "HEADLESS-1", "resolution", "1024x768"], "HEADLESS-2"),
            (["output", "HEADLESS-2", "resolution", "800x600"], "HEADLESS-2"),
            (["output", "HEADLESS-2", "transform", "90"], "HEADLESS-2"),
            (["output", "HEADLESS-2", "transform", "normal"], "HEADLESS-2"),
            (["create_output"], "HEADLESS-2"),
        ):
            before = there.screens()
            there.sway(*change)
            if not run.wait_for(lambda: there.screens() != before, 10, 0.2):
                yield f"{change}: this sway does not do that"
                continue
            if not run.wait_for(lambda: there.covered(kiosk), 30, 0.3):
                yield f"{change}: {there.windows()} on {there.screens()}"
        for word in ("CRITICAL", "WARNING"):
            if word in there.log():
                yield there.log()
    finally:
        there.stop()


def test_in_cage_it_is_seen_on_one_of_two_screens():
    """cage gives a window all screens, and lays the next window over it."""
    if not shutil.which("grim"):
        raise tap.Skip("grim is not installed")
    there = Compositor("cage", SETTINGS, 2)
    try:
        there.wait_for_the_kiosk()
        time.sleep(3)
        pictures = {}
        for screen in ("HEADLESS-1", "HEADLESS-2"):
            path = there.folder / f"{screen}.ppm"
            there.inside("grim", "-t", "ppm", "-o", screen, str(path))
            # The bytes after the header: black is a screen with one color only.
            pictures[screen] = len(set(path.read_bytes()[64:200000:3])) if path.exists() else 0
        if sorted(colors > 8 for colors in pictures.values()) != [False, True]:
            yield f"colors on the screens: {pictures}"
    finally:
        there.stop()


if __name__ == "__main__":
    tap.main()
