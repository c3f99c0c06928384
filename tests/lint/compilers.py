#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second compiler, clang, has no warning about any source either."""

import concurrent.futures
import json
import os
import shlex
import shutil
import subprocess

import tap

# Flags that only gcc knows are no mistake of a source, and neither is NAN, which is a float.
FOR_CLANG = ["-fsyntax-only", "-Werror", "-Wno-unknown-warning-option", "-Wno-double-promotion",
             "-Qunused-arguments", "-fno-color-diagnostics"]  # fmt: skip


def commands():
    """Yields (folder, words, source) for each C source of the program, not of its tests."""
    build = os.environ["MESON_BUILD_ROOT"]
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as log:
        for command in json.load(log):
            source = os.path.normpath(os.path.join(command["directory"], command["file"]))
            if source.endswith(".c") and source.startswith(f"{tap.ROOT}/src/"):
                yield command["directory"], shlex.split(command["command"]), source


def check(folder, words, source):
    """Returns clang's first complaint about a source, or None."""
    words = ["clang", *words[words.index("cc") + 1 if "cc" in words else 1 : words.index("-MD")], *FOR_CLANG, source]
    result = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if result.returncode == 0:
        return None
    lines = [line for line in result.stderr.splitlines() if "error:" in line] or [result.stderr.strip()]
    return lines[0].removeprefix(f"{tap.ROOT}/")


def test_clang_agrees_with_every_source():
    if not shutil.which("clang"):
        raise tap.Skip("clang is not installed")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda command: check(*command), commands())
        yield from filter(None, found)


if __name__ == "__main__":
    tap.main()
