#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed is what a package needs: the program, what the desktop reads, nothing else."""

import os
import pathlib
import subprocess

import tap

# Where a system looks for a file of data, by the end of its name.
PLACES = {
    ".desktop": "share/applications",
    ".metainfo.xml": "share/metainfo",
    ".gschema.xml": "share/glib-2.0/schemas",
    ".1": "share/man/man1",
    ".mime.xml": "share/mime/packages",
}
# Folders into which a package may put anything of its own name.
OWN = ("bin/second-heart", "share/second-heart/", "share/locale/", "share/icons/", "share/doc/second-heart/",
       "share/help/", "lib/systemd/")  # fmt: skip


def installed(folder):
    """Installs into a folder and returns the paths of the files, without the prefix."""
    subprocess.run(
        [*os.environ["MESON"].split(), "install", "--no-rebuild", "--quiet", "--destdir", folder],
        cwd=os.environ["MESON_BUILD_ROOT"],
        check=True,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    top = pathlib.Path(folder)
    found = [path.relative_to(top) for path in top.rglob("*") if path.is_file()]
    prefix = next((path.parents[1] for path in found if path.name == "second-heart" and path.parent.name == "bin"), None)
    return top / (prefix or ""), [str(path.relative_to(prefix)) for path in found] if prefix else []


def expected():
    """Yields where each file of data has to be installed."""
    yield "bin/second-heart"
    for path in tap.files("data/*", "data/*/*"):
        name = path.name.removesuffix(".in")
        for ending, place in PLACES.items():
            if name.endswith(ending):
                yield f"{place}/{name}"


FOLDER = str(tap.folder())
PREFIX, FILES = installed(FOLDER)


def test_everything_is_installed_in_its_place():
    for path in expected():
        # A packager's tools may have pressed the manual page.
        if path not in FILES and f"{path}.gz" not in FILES:
            yield f"{path} is not installed"


def test_nothing_else_is_installed():
    for path in FILES:
        if not path.startswith(OWN) and not any(path.startswith(place) for place in PLACES.values()):
            yield f"{path} has no business there"
        if "en_XA" in path or "ar_XB" in path:
            yield f"{path}: nobody speaks this language"


def test_installed_program_runs():
    result = subprocess.run([PREFIX / "bin" / "second-heart", "list", "veins"], capture_output=True, text=True, cwd="/")
    if result.returncode or "popliteal" not in result.stdout:
        yield f"status {result.returncode}: {result.stderr}"


def test_program_does_not_look_into_its_builder_s_folders():
    program = (PREFIX / "bin" / "second-heart").read_bytes()
    for folder in ("resources", "data", "po"):
        if f"{tap.ROOT}/{folder}".encode() in program:
            yield f"it names {tap.ROOT}/{folder}"


if __name__ == "__main__":
    tap.main()
