# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the kiosk, watches it as systemd would, and touches it. Helpers of the kiosk's tests."""

import os
import re
import signal
import socket
import subprocess
import threading
import time

import tap
from waiting import wait_for

LONG = os.environ.get("SH_LONG") == "1"


class Kiosk:
    """The kiosk with a configuration and folders of its own."""

    def __init__(self, program, settings, *, before=(), environment=None, notify=False):
        self.folder = tap.folder("second-heart-kiosk-")
        self.config = self.folder / "kiosk.conf"
        self.configure(settings)
        self.program = program
        self.before = list(before)
        self.environment = {**os.environ, "XDG_STATE_HOME": str(self.folder / "state"),
                            "XDG_CONFIG_HOME": str(self.folder / "config"), **(environment or {})}  # fmt: skip
        self.counts = self.folder / "state" / "second-heart" / "kiosk-counts.txt"
        self.socket = None
        self.heard = []
        if notify:
            self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            self.socket.bind(str(self.folder / "notify"))
            self.socket.setblocking(False)
            self.environment["NOTIFY_SOCKET"] = str(self.folder / "notify")
        self.process = None
        self.lines = []

    def configure(self, settings):
        self.config.write_text("[Kiosk]\n" + "".join(f"{key}={value}\n" for key, value in settings.items()))

    def start(self):
        self.began = time.monotonic()
        self.lines = []
        self.process = subprocess.Popen(
            [*self.before, self.program, "--kiosk", "--kiosk-config", str(self.config)],
            env=self.environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            errors="replace",
        )  # fmt: skip
        threading.Thread(target=self._read, args=(self.process, self.lines), daemon=True).start()
        return self

    @staticmethod
    def _read(process, lines):
        for line in process.stderr:
            lines.append(line.rstrip("\n"))

    def running(self):
        return self.process.poll() is None

    def state(self):
        """The state that the log told last."""
        for line in reversed(self.lines):
            found = re.search(r"now in state (\w+)", line)
            if found:
                return found.group(1)
        return "attract" if any("attract loop runs" in line for line in self.lines) else None

    def wait_state(self, state, seconds=30):
        if not wait_for(lambda: self.state() == state, seconds):
            raise AssertionError(f"{self.state()} instead of {state}; the log:\n" + "\n".join(self.lines[-20:]))

    def hear(self):
        """Returns how often the watchdog was fed since the last time."""
        fed = 0
        while self.socket is not None:
            try:
                message = self.socket.recv(4096).decode()
            except BlockingIOError:
                break
            self.heard.append(message)
            fed += "WATCHDOG=1" in message
        return fed

    def complaints(self):
        return [line for line in self.lines if re.search(r"CRITICAL|WARNING|ERROR: AddressSanitizer|runtime error", line)]

    def stop(self):
        if self.running():
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, timeout=60)


def click(x, y, button=1):
    xdotool("mousemove", x, y, "click", button)


def picture(path=None):
    """The pixels of the whole screen; kept as a PNG where it is asked for."""
    folder = os.environ.get("SH_KIOSK_PICTURES")
    if path and folder:
        subprocess.run(["import", "-window", "root", f"{folder}/{path}.png"], check=True, timeout=60)
    return subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True, capture_output=True, timeout=60).stdout


def staff_gesture(width):
    for x in (5, width - 6) * 3:
        click(x, 5)
        time.sleep(0.15)
