#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts that a build may leave out: the program is whole without them, and says what is missing.

A second folder is configured without them, and only what knows of them is compiled there; the rest of
the program is this build's. What is linked from both names none of the libraries that were left out.
"""

import functools
import json
import os
import pathlib
import re
import shlex
import subprocess

import tap

BUILD = pathlib.Path(os.environ["MESON_BUILD_ROOT"])
FOLDER = tap.folder()
WITHOUT = FOLDER / "without"
OPTIONS = ["-Dspeech=disabled", "-Dsound=disabled", "-Dkiosk=true", "-Dwerror=true"]
# The name of each part in the code, and how its libraries are called.
PARTS = {"SH_HAVE_SPEECH": "libspeechd", "SH_HAVE_SOUND": "libpulse"}
KIOSK_FILES = ["second-heart-kiosk.service", "second-heart-kiosk-session", "second-heart-kiosk.desktop", "kiosk.conf"]


def run(*words, cwd=BUILD, **environment):
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, env={**os.environ, **environment})


def setup(folder, *options, **environment):
    """Configures a folder. Returns the exit status and what was said."""
    done = run(*os.environ["MESON"].split(), "setup", folder, tap.ROOT, *options, cwd=tap.ROOT, **environment)
    return done.returncode, done.stdout + done.stderr


def asks(path):
    """Whether a source, which must not be a generated one, knows of a part."""
    return path.exists() and re.search("|".join(PARTS), path.read_text(encoding="utf-8"))


@functools.cache
def objects():
    """Compiles what knows of the parts in the folder without them. Returns the objects by name."""
    commands = json.loads((WITHOUT / "compile_commands.json").read_text(encoding="utf-8"))
    found = {command["output"] for command in commands if asks(WITHOUT / command["file"])}
    done = run("ninja", *sorted(found), cwd=WITHOUT)
    assert done.returncode == 0, done.stdout[-3000:]
    return {name: str(WITHOUT / name) for name in found}


def link(target, found):
    """Links a program of this build with the objects of the other, and without the libraries of the
    parts: whatever still wanted them, or was wanted of them, would be missing. Returns its path."""
    done = run("ninja", "-t", "commands", "-s", target)
    words = shlex.split(done.stdout.strip().splitlines()[-1])
    words = [found.get(word, word) for word in words if not any(library in word for library in PARTS.values())]
    # Before the floors' libraries, so that what stands there under the same names is not needed.
    first = words.index("-Wl,--start-group")
    words[first:first] = [path for path in sorted(found.values()) if path not in words and "/src/" in path]
    program = FOLDER / pathlib.Path(target).name
    words[words.index("-o") + 1] = str(program)
    done = run(*words)
    assert done.returncode == 0, done.stderr[-3000:]
    return program


def plan(folder):
    """Returns the names of the files that a build folder would install, and the value of its option."""
    info = folder / "meson-info"
    options = json.loads((info / "intro-buildoptions.json").read_text(encoding="utf-8"))
    kiosk = next(option["value"] for option in options if option["name"] == "kiosk")
    files = json.loads((info / "intro-installed.json").read_text(encoding="utf-8"))
    return kiosk, {pathlib.Path(path).name for path in files.values()}


def test_program_is_configured_without_its_optional_parts():
    status, said = setup(WITHOUT, *OPTIONS)
    if status:
        yield said[-3000:]
    text = (WITHOUT / "sh-config.h").read_text(encoding="utf-8")
    yield from (f"{part} is set" for part in PARTS if part in text)


def test_program_runs_without_its_optional_parts():
    program = link("src/cli/second-heart", objects())
    needed = run("readelf", "-d", program).stdout
    yield from (f"it needs {library}" for library in PARTS.values() if library in needed)
    for words in (["--version"], ["list", "veins"], ["measure", "tiptoe"]):
        done = run(program, *words)
        if done.returncode or not done.stdout:
            yield f"{words}: status {done.returncode}: {done.stderr}"


def test_tests_of_the_optional_parts_pass_without_them():
    done = run(link("tests/ui/test-optional-parts", objects()), "--tap")
    if done.returncode:
        yield done.stdout + done.stderr
    if "without_the_library" not in done.stdout:
        yield "it was not built without speech:\n" + done.stdout


def test_kiosk_session_and_unit_are_installed_where_wished_and_only_there():
    for folder in (BUILD, WITHOUT):
        kiosk, files = plan(folder)
        yield from (f"kiosk={kiosk}: {name} is {'' if kiosk else 'not '}left out" for name in KIOSK_FILES if (name in files) != kiosk)


def test_wished_part_that_is_missing_is_named():
    """Every library is there but the one for reading aloud."""
    hidden = FOLDER / "pkgconfig"
    hidden.mkdir()
    places = run("pkg-config", "--variable", "pc_path", "pkg-config").stdout.strip().split(":")
    for path in (path for place in places for path in pathlib.Path(place).glob("*.pc")):
        if path.name != "speech-dispatcher.pc" and not (hidden / path.name).exists():
            (hidden / path.name).symlink_to(path)
    status, said = setup(FOLDER / "speechless", "-Dspeech=enabled", PKG_CONFIG_LIBDIR=str(hidden))
    if status == 0 or 'Dependency "speech-dispatcher" not found' not in said:
        yield said[-2000:]


def test_all_missing_libraries_are_named_at_once():
    status, said = setup(FOLDER / "bare", PKG_CONFIG_LIBDIR=str(FOLDER / "nowhere"))
    error = next((line for line in said.splitlines() if "ERROR" in line), "")
    script = tap.text(pathlib.Path("run")).partition("libraries=(")[2].partition(")")[0]
    for library in re.findall("'([^']+)'", script):
        if status == 0 or library not in error:
            yield f"{library}: status {status}: {error}"


if __name__ == "__main__":
    tap.main()
