#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk inside cage, as an ordinary user, with the touches of a display around it. cage refuses
to run as the administrator, who lends it to "nobody". Arguments: the program."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1] / "lint")]

import kiosk_run as run  # noqa: E402 (the paths above lead to them)
import tap  # noqa: E402

SETTINGS = {"clinic-name": "Lakeside Vein Clinic", "languages": "en,en_XA", "idle-seconds": "10", "countdown-seconds": "5"}


def start():
    """Starts cage with the kiosk in a folder that an ordinary user may use."""
    kiosk = run.Kiosk("unused", SETTINGS)
    program = kiosk.folder / "second-heart"
    shutil.copy(sys.argv[1], program)
    (kiosk.folder / "runtime").mkdir(mode=0o700)
    os.chmod(kiosk.folder, 0o755)
    environment = {
        "PATH": os.environ["PATH"], "DISPLAY": os.environ["DISPLAY"], "HOME": str(kiosk.folder),
        "XDG_RUNTIME_DIR": str(kiosk.folder / "runtime"), "XDG_STATE_HOME": str(kiosk.folder / "state"),
        "LC_ALL": "C.UTF-8", "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1",
        "GSK_RENDERER": "cairo", "GDK_BACKEND": "wayland", "NO_AT_BRIDGE": "1", "GTK_A11Y": "none",
    }  # fmt: skip
    before = []
    if os.geteuid() == 0:
        for path in (kiosk.folder, *kiosk.folder.rglob("*")):
            shutil.chown(path, "nobody")
        before = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    kiosk.environment = environment
    kiosk.before = [*before, "cage", "--"]
    kiosk.program = str(program)
    return kiosk.start()


def test_it_is_used_in_cage_and_goes_back_to_its_start():
    for tool in ("cage", "Xwayland", "setpriv"):
        if not shutil.which(tool):
            raise tap.Skip(f"{tool} is not installed")
    kiosk = start()
    try:
        try:
            kiosk.wait_state("attract", 60)
        except AssertionError:
            if any("Unable to create the wlroots backend" in line for line in kiosk.lines):
                raise tap.Skip("cage cannot open a window on this display") from None
            raise
        time.sleep(1)
        attract = run.picture("cage-1-attract")
        run.click(300, 300)
        kiosk.wait_state("visit")
        time.sleep(1.5)
        if run.picture("cage-2-begin") == attract:
            yield "nothing changed on the screen"
        for shortcut in ("alt+F4", "ctrl+q", "ctrl+shift+i", "alt+Escape", "F11", "Escape"):
            run.xdotool("key", shortcut)
        kiosk.wait_state("warn")
        time.sleep(0.5)
        run.picture("cage-3-countdown")
        kiosk.wait_state("attract")
        if not kiosk.running():
            yield "it ended"
    finally:
        kiosk.stop()


if __name__ == "__main__":
    tap.main()
