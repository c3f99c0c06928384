#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second compiler, clang, has no warning about any source either."""

import concurrent.futures
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile

import tap

# Flags that only gcc knows are no mistake of a source, and neither is NAN, which is a float.
FOR_CLANG = ["-Werror", "-Wno-unknown-warning-option", "-Wno-double-promotion",
             "-Qunused-arguments", "-fno-color-diagnostics"]  # fmt: skip


def commands():
    """Yields (folder, words, source) for each C source of the program, not of its tests, as it is
    compiled first: what is built several times over for a test is the same to this compiler."""
    build = os.environ["MESON_BUILD_ROOT"]
    seen = set()
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as log:
        for command in json.load(log):
            source = os.path.normpath(os.path.join(command["directory"], command["file"]))
            if source.endswith(".c") and source.startswith(f"{tap.ROOT}/src/") and source not in seen:
                seen.add(source)
                words = shlex.split(command["command"])
                yield command["directory"], words[words.index("cc") + 1 if "cc" in words else 1 : words.index("-MD")], source


def clang(folder, *words):
    return subprocess.run(["clang", *words], cwd=folder, capture_output=True, text=True)


def read_ahead(folder, words, scratch):
    """Reads the toolkit's headers once for all sources compiled with the same words, which is most of
    the work. Returns the words that make use of it; whether a source includes what it needs is for
    the build to say."""
    if not any("gtk-4.0" in word for word in words):
        return []
    header = pathlib.Path(scratch) / f"ahead-{len(os.listdir(scratch))}.h"
    header.write_text("#include <gtk/gtk.h>\n", encoding="utf-8")
    read = clang(folder, *words, *FOR_CLANG, "-x", "c-header", header, "-o", header.with_suffix(".pch"))
    return ["-include-pch", header.with_suffix(".pch")] if read.returncode == 0 else []


def check(folder, words, source):
    """Returns clang's first complaint about a source, or None."""
    result = clang(folder, *words, *FOR_CLANG, "-fsyntax-only", source)
    if result.returncode == 0:
        return None
    lines = [line for line in result.stderr.splitlines() if "error:" in line] or [result.stderr.strip()]
    return lines[0].removeprefix(f"{tap.ROOT}/")


def test_clang_agrees_with_every_source():
    if not shutil.which("clang"):
        raise tap.Skip("clang is not installed")
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(2) as pool:
        ahead, jobs = {}, []
        for folder, words, source in commands():
            if tuple(words) not in ahead:
                ahead[tuple(words)] = read_ahead(folder, words, scratch)
            jobs.append((folder, [*words, *ahead[tuple(words)]], source))
        yield from filter(None, pool.map(lambda job: check(*job), jobs))


if __name__ == "__main__":
    tap.main()
