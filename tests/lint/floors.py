#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may touch what: no include points up, and a floor sees its own libraries only."""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

import tap

# For each floor, the floors below it that it may use. ui and cli stand side by side at the top.
# generate holds what runs while the program is built, and is no part of it.
MAY_USE = {
    "generate": {"model"},
    "model": set(),
    "clinic": {"model"},
    "scenario": {"model", "clinic"},
    "story": {"model", "clinic", "scenario"},
    "draw": {"model", "clinic", "scenario", "story"},
    "ui": {"model", "clinic", "scenario", "story", "draw"},
    "cli": {"model", "clinic", "scenario", "story", "draw", "ui"},
}

# The same for the rooms of a floor. Its front door, sh-model.h or sh-draw.h, sees them all.
ROOMS = {
    "model": {
        "tables": set(),
        "gait": {"tables"},
        "network": {"tables", "gait"},
        "leg": {"tables", "gait", "network"},
    },
    "draw": {
        "basics": set(),
        "body": {"basics"},
        "veins": {"basics", "body"},
        "slice": {"basics", "body", "veins"},
        "labels": {"basics", "body", "veins"},
        "charts": {"basics"},
        "figure": {"basics"},
        "stage": {"basics", "body", "veins", "slice", "labels", "charts", "figure"},
        "handout": {"basics", "body", "charts", "stage"},
        "export": {"basics"},
    },
}

C17 = {
    "assert", "complex", "ctype", "errno", "fenv", "float", "inttypes", "iso646", "limits", "math",
    "stdalign", "stdarg", "stdatomic", "stdbool", "stddef", "stdint", "stdio", "stdlib", "stdnoreturn",
    "string", "tgmath",
}  # fmt: skip
GLIB = ("glib", "gio/", "gobject/", "gmodule")
PAINTING = ("cairo", "pango/", "librsvg/", "gdk-pixbuf/")
WINDOW = ("gtk/", "gdk/", "gsk/", "X11/", "libadwaita", "adwaita")

# What a floor may not include, besides the floors above it.
FORBIDDEN = {
    "scenario": PAINTING + WINDOW,
    "story": PAINTING + WINDOW,
    "draw": WINDOW,
}

# The model prints nothing, reads nothing, asks no clock and no language.
OUTSIDE_WORLD = re.compile(
    r"\b(f?printf|f?puts|fopen|fread|fwrite|scanf|getenv|setlocale|time|clock|clock_gettime|rand|srand|"
    r"gettimeofday|strtod|atof)\s*\("
)
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)


def floor_of(path):
    return path.parts[1] if path.parts[0] == "src" and len(path.parts) > 2 else None


def includes():
    """Yields (path, floor, is local, included name) for every include under src."""
    for path in tap.sources():
        floor = floor_of(path)
        if floor:
            for bracket, name in INCLUDE.findall(tap.without_comments(tap.text(path))):
                yield path, floor, bracket == '"', name


def floor_of_headers():
    return {path.name: floor_of(path) for path in tap.sources() if path.suffix == ".h" and floor_of(path)}


def test_no_include_points_up():
    floor_of_header = floor_of_headers()
    for path, floor, is_local, name in includes():
        target = floor_of_header.get(name.split("/")[-1]) if is_local else None
        if target and target != floor and target not in MAY_USE.get(floor, set()):
            yield f"{path}: {floor} may not use {name} of {target}"


def room_of(path):
    return path.parts[2] if floor_of(path) in ROOMS and len(path.parts) > 3 else None


def test_no_room_uses_one_above_it():
    room_of_header = {path.name: room_of(path) for path in tap.sources() if path.suffix == ".h"}
    for path, floor, is_local, name in includes():
        room, target = room_of(path), room_of_header.get(name.split("/")[-1])
        if room and is_local and target in ROOMS[floor] and target not in ROOMS[floor][room] | {room}:
            yield f"{path}: {room} may not use {name} of {target}"


def test_every_include_in_quotes_is_ours():
    known = set(floor_of_headers()) | {"sh-config.h", "sh-flow-lines.h", "sh-symbol-outlines.h"}
    for path, _, is_local, name in includes():
        if is_local and name.split("/")[-1] not in known and not name.endswith("-resources.h"):
            yield f'{path}: "{name}" is no header of this project; libraries stand in <>'


def test_model_and_clinic_use_the_c_library_only():
    for path, floor, is_local, name in includes():
        if floor in ("model", "clinic") and not is_local and name.removesuffix(".h") not in C17:
            yield f"{path}: <{name}>"


def test_no_floor_uses_a_library_of_the_floors_above():
    for path, floor, is_local, name in includes():
        if not is_local and name.startswith(FORBIDDEN.get(floor, ())):
            yield f"{path}: {floor} may not use <{name}>"


def test_model_and_clinic_know_nothing_of_the_world():
    for path in tap.sources():
        if floor_of(path) in ("model", "clinic"):
            code = re.sub(r'"(?:\\.|[^"\\])*"', '""', tap.without_comments(tap.text(path)))
            for match in OUTSIDE_WORLD.finditer(code):
                yield f"{path}:{code.count(chr(10), 0, match.start()) + 1}: {match.group(1)}"


def test_only_the_window_knows_the_wall_clock():
    clock = re.compile(r"\bg_(get_real_time|get_monotonic_time|date_time_new_now\w*)\b")
    for path in tap.sources():
        if floor_of(path) in ("scenario", "story", "draw"):
            for match in clock.finditer(tap.without_comments(tap.text(path))):
                yield f"{path}: {match.group()}"


def objects_of_the_model():
    """Yields the compiled objects of the two lowest floors in this build."""
    build = os.environ["MESON_BUILD_ROOT"]
    for floor in ("model", "clinic"):
        for folder, _, names in os.walk(os.path.join(build, "src", floor)):
            for name in sorted(names):
                if name.endswith(".o"):
                    yield os.path.join(folder, name)


def test_model_and_clinic_have_no_global_that_changes():
    writable = re.compile(r"^\S+ .{7} (\.data|\.bss|\.tdata|\.tbss|\*COM\*)(\S*)\s+\S+\s+(\S+)$")
    for path in objects_of_the_model():
        symbols = subprocess.run(["objdump", "-t", path], check=True, capture_output=True, text=True)
        for line in symbols.stdout.splitlines():
            found = writable.match(line)
            # Constant tables of addresses are read-only once the program has been loaded.
            if found and not found.group(2).startswith(".rel.ro") and found.group(3)[0] != ".":
                yield f"{os.path.basename(path)}: {found.group(3)} can be written to"


def compile_command(path):
    """Returns the compiler and the flags with which the sources beside a header are compiled."""
    with open(os.path.join(os.environ["MESON_BUILD_ROOT"], "compile_commands.json"), encoding="utf-8") as log:
        commands = json.load(log)
    for command in commands:
        if f"src/{floor_of(path)}/" in command["file"] and command["file"].endswith(".c"):
            words = shlex.split(command["command"])
            return command["directory"], words[: words.index("-MD")]
    return None


def compile_alone(path, folder, words):
    """Returns what the compiler says about a header on its own, or None."""
    words = [*words, "-fsyntax-only", "-Werror", "-fdiagnostics-color=never", "-x", "c", "-"]
    code = f'#include "{tap.ROOT / path}"\nint sh_alone (void);\n'
    result = subprocess.run(words, cwd=folder, input=code, capture_output=True, text=True)
    return f"{path}: {result.stderr.strip().splitlines()[0]}" if result.returncode else None


def is_first_of_its_source(path):
    """Whether the source of the same name begins with this header: then the build has compiled it alone."""
    source = tap.ROOT / path.with_suffix(".c")
    first = INCLUDE.search(tap.without_comments(tap.text(source))) if source.exists() else None
    return first is not None and first.group(2) == path.name


def test_every_header_compiles_alone():
    headers = [path for path in tap.sources() if path.suffix == ".h" and floor_of(path) and not is_first_of_its_source(path)]
    known = {floor_of(path): compile_command(path) for path in headers}
    jobs = [(path, *known[floor_of(path)]) for path in headers if known[floor_of(path)]]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        yield from filter(None, pool.map(lambda job: compile_alone(*job), jobs))


def test_every_header_may_be_included_twice():
    for path in tap.sources():
        if path.suffix == ".h" and floor_of(path) and not re.match(r"\s*#pragma once\n", tap.without_comments(tap.text(path))):
            yield f"{path} does not begin with #pragma once"


def public_functions(code):
    """Yields (line number, name, paragraph so far) of each function a header declares."""
    plain = tap.without_comments(code)
    declaration = re.compile(
        r"^(?!\s|#|typedef\b|static\b|G_DE)[^;{}#()\n]*?\b(sh_\w+)\s*\([^;{]*\)[^;{]*;", re.MULTILINE
    )
    for match in declaration.finditer(plain):
        paragraph = code[: match.start()].rsplit("\n\n", 1)[-1]
        yield plain.count("\n", 0, match.start()) + 1, match.group(1), paragraph


def test_every_public_function_is_described():
    # Functions that belong together may share the comment above the first of them.
    for path in tap.sources():
        if path.suffix != ".h" or not floor_of(path):
            continue
        for line, name, paragraph in public_functions(tap.text(path)):
            obvious = name.endswith(("_free", "_ref", "_unref", "_error_quark"))
            if not obvious and "*/" not in paragraph and "//" not in paragraph:
                yield f"{path}:{line}: {name} has no comment"


if __name__ == "__main__":
    sys.exit(tap.run(sys.modules["__main__"]))
