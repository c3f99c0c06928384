#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts are sound, and the script `run` says no to what it cannot do."""

import os
import shutil
import stat
import subprocess

import tap


def scripts(word):
    """Yields the scripts whose first line names this interpreter."""
    for path in tap.tree():
        if path.suffix in (".sh", ".py", "") and path.name != "LICENSE":
            first = (tap.ROOT / path).open("rb").readline()
            if first.startswith(b"#!") and word in first:
                yield path


def test_shell_scripts_have_no_known_mistake():
    if not shutil.which("shellcheck"):
        raise tap.Skip("shellcheck is not installed")
    for path in scripts(b"sh"):
        result = subprocess.run(
            ["shellcheck", "--format=gcc", str(path)], cwd=tap.ROOT, capture_output=True, text=True
        )
        yield from result.stdout.splitlines()


def test_python_scripts_compile():
    for path in tap.files("*.py"):
        try:
            compile(tap.text(path), str(path), "exec")
        except SyntaxError as error:
            yield f"{path}: {error}"


def test_scripts_may_be_run():
    for path in [*scripts(b"sh"), *scripts(b"python")]:
        if not os.stat(tap.ROOT / path).st_mode & stat.S_IXUSR:
            yield f"{path} starts with #! and may not be run"


def test_run_test_takes_no_arguments():
    result = subprocess.run(
        [tap.ROOT / "run", "test", "everything"], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if result.returncode == 0 or len(result.stderr.splitlines()) != 1 or result.stdout:
        yield f"status {result.returncode}: {result.stderr}"


if __name__ == "__main__":
    tap.main()
