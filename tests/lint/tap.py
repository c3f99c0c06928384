# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the tree share: its files, and how a test reports.

A test is a function whose name starts with `test_`; its name is its sentence. It yields one line
for each thing that is wrong, and so passes when it yields nothing.
"""

import atexit
import os
import pathlib
import re
import shutil
import signal
import sys
import tempfile
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLOORS = ["model", "clinic", "scenario", "story", "draw", "ui", "cli"]


class Skip(Exception):
    """Raised by a test that cannot run here; says why."""


def tree():
    """Yields every file of the project, as a path relative to its top; build folders left out."""
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = sorted(name for name in subfolders if not is_scratch(folder, name))
        for name in sorted(names):
            if not is_scratch(folder, name):
                yield (pathlib.Path(folder) / name).relative_to(ROOT)


def is_scratch(folder, name):
    if name in (".git", "__pycache__"):
        return True
    return pathlib.Path(folder) == ROOT and (name.startswith("_") or name == "subprojects")


def files(*patterns):
    """Returns the files whose path matches one of the shell patterns."""
    return [path for path in tree() if any(path.match(pattern) for pattern in patterns)]


def sources():
    return [path for path in files("*.c", "*.h") if path.parts[0] in ("src", "tests")]


def text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def without_comments(code):
    """Blanks out the comments of C code, keeping strings and line numbers."""
    pattern = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)

    def blank(match):
        token = match.group()
        return re.sub(r"[^\n]", " ", token) if token.startswith("/") else token

    return pattern.sub(blank, code)


def folder(prefix="second-heart-"):
    """Makes a folder that goes away when the test ends, however it ends, short of being killed."""
    path = pathlib.Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    # A test that takes too long is told to end: it then ends as any other.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    return path


def run(module):
    """Runs the tests of a module and speaks TAP about them. Returns the exit status."""
    tests = [(name, function) for name, function in vars(module).items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    wrong = 0
    for number, (name, function) in enumerate(tests, 1):
        sentence = name[len("test_") :].replace("_", " ")
        try:
            complaints = list(function())
        except Skip as reason:
            print(f"ok {number} - {sentence} # SKIP {reason}")
            continue
        except Exception:  # noqa: BLE001 (whatever it is, the other tests still run)
            complaints = traceback.format_exc().splitlines()
        print(f"{'not ok' if complaints else 'ok'} {number} - {sentence}", flush=True)
        for complaint in complaints:
            print(f"{sentence}: {complaint}", file=sys.stderr, flush=True)
        wrong += bool(complaints)
    return 1 if wrong else 0


def main():
    sys.exit(run(sys.modules["__main__"]))
