#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package builds, the same every time, and its checker finds no error in it."""

import concurrent.futures
import pathlib
import shutil
import subprocess

import tap

# Without dependencies, debug symbols and translations.
LARGEST_INSTALLED_BYTES = 5 * 1024 * 1024
TOOLS = ("dpkg-buildpackage", "dh", "lintian")
FOLDER = tap.folder()


def build(name):
    """Builds the package in a folder of its own. Returns the files it is made of."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        raise tap.Skip("not on this machine: " + ", ".join(missing))
    folder = FOLDER / name
    if not folder.exists():
        done = subprocess.run(
            [tap.ROOT / "data" / "packaging" / "build-debian.sh", folder], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return sorted(folder.glob("*.deb"))


def test_package_builds_with_what_the_script_installs():
    """What `./run` installs to build is what Debian's builders install, but for what every one of them has."""
    everywhere = {"gcc", "libc6-dev", "ninja-build", "pkg-config", "libglib2.0-bin"}
    for_running = {"librsvg2-common", "adwaita-icon-theme", "fonts-noto-core"}
    script = tap.text(pathlib.Path("run"))
    wanted = set(script.partition("debian_build=(")[2].partition(")")[0].split()) - everywhere - for_running
    control = tap.text(pathlib.Path("data/packaging/debian/control"))
    named = {line.split()[0] for line in control.partition("Build-Depends:")[2].partition("Standards")[0].split(",") if line.split()}
    for package in sorted(wanted - named):
        yield f"Build-Depends lacks {package}"


def test_two_builds_give_the_same_bytes():
    # Much of a build is done by one process after the other: together both take little longer.
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        first, second = pool.map(build, ["first", "second"])
    if len(first) < 1 or [path.name for path in first] != [path.name for path in second]:
        yield f"{first} and {second}"
    for one, other in zip(first, second):
        if one.read_bytes() != other.read_bytes():
            yield f"{one.name} differs"


def test_lintian_finds_no_error():
    build("first")
    for changes in (FOLDER / "first").glob("*.changes"):
        done = subprocess.run(["lintian", "--allow-root", changes], capture_output=True, text=True)
        yield from (line for line in done.stdout.splitlines() if line.startswith(("E:", "W:")))


def test_installed_program_stays_small():
    build("first")
    for package in (FOLDER / "first").glob("second-heart_*.deb"):
        listing = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True).stdout
        sizes = [int(line.split()[2]) for line in listing.splitlines() if "/share/locale/" not in line]
        if not 0 < sum(sizes) < LARGEST_INSTALLED_BYTES:
            yield f"{sum(sizes)} bytes"


if __name__ == "__main__":
    tap.main()
