#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects the texts of the shipped lessons where xgettext finds them.

Gettext does not read lesson files, so their texts stand once more in po/lesson-texts.h, which is
never compiled. Renew it with

    po/lesson_texts.py --write

after every change of a lesson; a test tells when that was forgotten.
"""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULT = ROOT / "po" / "lesson-texts.h"
# The keys whose values people read.
KEYS = re.compile(r"title|summary|caption|clinical|ask|because(\..+)?|choice\..+")

HEAD = """/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Made by po/lesson_texts.py from resources/lessons, for gettext alone. */

#error "This file is for xgettext and is never compiled."
"""


def settings(text):
    """Yields (key, value) for each setting of a lesson file, as the program reads it."""
    key, value = None, None
    for line in text.splitlines():
        row = line.strip()
        if row.startswith("#"):
            continue
        if row and line[0] in " \t" and key is not None:
            value = f"{value} {row}" if value else row
            continue
        if key is not None:
            yield key, value
        key = None
        if row and not row.startswith("[") and "=" in row:
            key, value = (part.strip() for part in row.split("=", 1))
    if key is not None:
        yield key, value


def texts(path):
    return [(key, value) for key, value in settings(path.read_text(encoding="utf-8")) if KEYS.fullmatch(key)]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def collected():
    """Returns what po/lesson-texts.h should hold."""
    lines = [HEAD]
    for path in sorted((ROOT / "resources" / "lessons").glob("*.lesson")):
        lines.append(f"/* {path.name} */")
        for key, value in texts(path):
            lines.append(f"/* Translators: {key} in the lesson {path.stem}. */")
            lines.append(f'NC_ ("lesson", {quoted(value)})')
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="renew po/lesson-texts.h")
    if parser.parse_args().write:
        RESULT.write_text(collected(), encoding="utf-8")
    elif RESULT.read_text(encoding="utf-8") != collected():
        sys.exit("po/lesson-texts.h is old: run po/lesson_texts.py --write")


if __name__ == "__main__":
    main()
