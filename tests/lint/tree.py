#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree keeps the promises of CONTRIBUTING.md."""

import os
import re
import subprocess

import tap

TOP_LEVEL = {
    "meson.build", "meson_options.txt", "README.md", "CONTRIBUTING.md", "NEWS.md", "LICENSE", "run",
    "src", "resources", "po", "data", "tests", ".ci", ".clang-format", ".editorconfig", ".gitignore",
}  # fmt: skip

# A file longer than this has become two things.
LONGEST_SOURCE_LINES = 700

# Files that say in words of their own format what they are, or say nothing at all.
WITHOUT_LICENCE_LINES = {
    ".png", ".jpg", ".ico", ".svg", ".md", ".json", ".csv", ".txt", ".pot", ".po", ".ttf", ".tsv",
    ".scenario", ".lesson", ".in", ".expected",
}  # fmt: skip

# A function's name where it is declared, and the ends of those that need no description.
DECLARATION = re.compile(r"^(?:[A-Za-z][\w *]*[ *])?(sh_\w+) \(")
SAID_BY_THEIR_NAMES = ("_free", "_unref", "_ref", "_clear", "_error_quark", "_get_type")

# Spelled so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|not impl" + r"emented")
# Folders that exist on one machine only.
ONE_MACHINE = re.compile(r"(?<![\w.@}])/(?:home|work|Users)/\w|/tm" + r"p/\w")


def readable(path):
    return path.suffix not in (".png", ".jpg", ".ico", ".ttf", ".mo", ".gz")


def is_kept(name):
    """Whether git keeps it; what begins with a dot may also be an editor's. Without git nobody knows."""
    if not name.startswith("."):
        return True
    done = subprocess.run(["git", "ls-files", name], cwd=tap.ROOT, capture_output=True, text=True, check=False)
    return bool(done.stdout)


def test_top_level_holds_nothing_unexpected():
    for name in sorted(os.listdir(tap.ROOT)):
        if name not in TOP_LEVEL and not name.startswith("_") and is_kept(name):
            yield f"{name} has no place at the top level"


def test_every_source_says_its_licence():
    for path in tap.tree():
        if path.suffix in WITHOUT_LICENCE_LINES or not path.suffix or path.parts[0].startswith("."):
            continue
        head = "\n".join(tap.text(path).splitlines()[:8])
        if "SPDX-FileCopyrightText:" not in head or "SPDX-License-Identifier:" not in head:
            yield f"{path}: the two SPDX lines are not at its top"


def test_no_unfinished_work_is_marked():
    for path in filter(readable, tap.tree()):
        if path.suffix in (".svg", ".po") or path.name == "LICENSE":
            continue
        for number, line in enumerate(tap.text(path).splitlines(), 1):
            if UNFINISHED.search(line):
                yield f"{path}:{number}: {line.strip()}"


def test_no_path_of_one_machine_stands_in_the_tree():
    for path in filter(readable, tap.tree()):
        for number, line in enumerate(tap.text(path).splitlines(), 1):
            if ONE_MACHINE.search(line):
                yield f"{path}:{number}: {line.strip()}"


def test_no_source_is_too_long():
    for path in tap.sources():
        lines = len(tap.text(path).splitlines())
        if lines > LONGEST_SOURCE_LINES:
            yield f"{path}: {lines} lines; give it a sibling"


def declarations(path):
    """Yields (line, name, line before) of each function that a header declares."""
    lines = tap.text(path).splitlines()
    for i, line in enumerate(lines):
        declared = DECLARATION.match(line)
        # The type of what comes back may stand on a line of its own.
        above = i - 2 if line.startswith("sh_") else i - 1
        if declared:
            yield i + 1, declared[1], lines[above]


def test_every_public_function_is_described_in_its_header():
    for path in tap.sources():
        if path.suffix != ".h" or path.parts[0] != "src" or "private" in path.stem:
            continue
        for number, name, before in declarations(path):
            if not name.endswith(SAID_BY_THEIR_NAMES) and not before.endswith("*/"):
                yield f"{path}:{number}: {name} is not described"


def test_lines_end_cleanly():
    for path in filter(readable, tap.tree()):
        if path.suffix in (".md", ".svg") or path.name == "LICENSE" or "golden" in path.parts:
            continue
        content = tap.text(path)
        if content and not content.endswith("\n"):
            yield f"{path}: the last line has no end"
        for number, line in enumerate(content.splitlines(), 1):
            if line != line.rstrip() or "\r" in line:
                yield f"{path}:{number}: white space at the end of the line"


def test_formatter_agrees_with_every_source():
    try:
        version = subprocess.run(["clang-format", "--version"], capture_output=True, text=True)
    except FileNotFoundError:
        raise tap.Skip("clang-format is not installed") from None
    if not re.search(r"version 14\.", version.stdout):
        raise tap.Skip("clang-format is not version 14, whose output is the law")
    result = subprocess.run(
        ["clang-format", "--dry-run", "--Werror", *map(str, tap.sources())],
        cwd=tap.ROOT,
        capture_output=True,
        text=True,
    )
    for path in sorted(set(re.findall(r"^(\S+?):\d+:\d+: error", result.stderr, re.MULTILINE))):
        yield f"run clang-format -i {path}"


def test_map_in_the_readme_is_the_tree():
    readme = tap.text("README.md")
    mapped = {match.rstrip("/") for match in re.findall(r"^\| `([\w./-]+)` \|", readme, re.MULTILINE)}
    folders = {f"src/{floor}" for floor in tap.FLOORS if (tap.ROOT / "src" / floor).is_dir()}
    folders |= {name for name in ("resources", "data", "po", "tests") if (tap.ROOT / name).is_dir()}
    for folder in sorted(folders - mapped):
        yield f"README.md: the map lacks {folder}"
    for folder in sorted(mapped):
        if not (tap.ROOT / folder).exists():
            yield f"README.md: the map names {folder}, which is not there"


def test_pictures_in_the_readme_exist():
    for document in tap.files("*.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", tap.text(document)):
            if "://" not in target and not (tap.ROOT / document.parent / target).exists():
                yield f"{document}: {target} is not there"


if __name__ == "__main__":
    tap.main()
