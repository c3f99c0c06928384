#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts are sound, and the script `run` says no to what it cannot do."""

import os
import shutil
import stat
import subprocess
import tempfile

import tap

# What `run` uses itself, and nothing to build with.
BARE_COMMANDS = ("bash", "cat", "dirname", "env", "mktemp", "paste", "rm", "sed")


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


def run_on_a_bare_machine(folder, apt_get, *arguments):
    """Runs `run` where there is a shell, and an apt-get that does what a script says."""
    for name in BARE_COMMANDS:
        os.symlink(shutil.which(name), os.path.join(folder, name))
    for name, script in {"apt-get": apt_get, "id": "echo 0"}.items():
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/bash\n{script}\n")
        os.chmod(path, 0o755)
    return subprocess.run(
        [tap.ROOT / "run", *arguments],
        env={"PATH": folder, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


def test_run_installs_what_is_missing_and_looks_again():
    with tempfile.TemporaryDirectory() as folder:
        result = run_on_a_bare_machine(folder, f'echo "$*" >> {folder}/asked')
        with open(os.path.join(folder, "asked"), encoding="utf-8") as file:
            asked = file.read()
    for word in ("update", "install", "-y", "meson", "libgtk-4-dev"):
        if word not in asked:
            yield f"apt-get was not asked for {word}: {asked}"
    if "xvfb" in asked:
        yield "the program does not need what only its tests need"
    if result.returncode != 1 or "still missing after the installation" not in result.stderr:
        yield f"status {result.returncode}: {result.stderr}"
    if result.stdout:
        yield f"standard output is the program's own: {result.stdout}"


def test_run_says_when_nothing_can_be_installed():
    with tempfile.TemporaryDirectory() as folder:
        result = run_on_a_bare_machine(folder, "exit 100", "test")
    if result.returncode != 1 or "could not be installed" not in result.stderr:
        yield f"status {result.returncode}: {result.stderr}"
    if "xvfb" not in result.stderr:
        yield "the packages are not named"
    if result.stdout != "0 passed, 1 failed\n":
        yield f"the last line is {result.stdout!r}"


def test_run_test_takes_no_arguments():
    result = subprocess.run(
        [tap.ROOT / "run", "test", "everything"], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if result.returncode == 0 or len(result.stderr.splitlines()) != 1 or result.stdout:
        yield f"status {result.returncode}: {result.stderr}"


if __name__ == "__main__":
    tap.main()
