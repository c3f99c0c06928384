#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language says everything, in the terms of the glossary. Argument: the list of texts (.pot)."""

import functools
import gettext
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lint"))

import tap  # noqa: E402 (the path above leads to it)

LANGUAGES = ["ar", "de", "es", "fr", "pt_BR", "ru", "vi", "zh_CN"]
PO = tap.ROOT / "po"
FOLDER = tap.folder()
# Scripts that share letters with English: there a text that was left alone is a mistake only when
# it has words that are not the same in that language.
NUMBERS_OF_FORMS = {"ar": 6, "de": 2, "es": 2, "fr": 2, "pt_BR": 2, "ru": 3, "vi": 1, "zh_CN": 1}


def compiled(source, name, *arguments):
    """Compiles a catalogue and returns its texts by (context, text, plural form or None)."""
    target = FOLDER / f"{name}.mo"
    done = subprocess.run(["msgfmt", *arguments, "-o", target, source], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    with open(target, "rb") as file:
        entries = gettext.GNUTranslations(file)._catalog
    texts = {}
    for key, text in entries.items():
        msgid, form = key if isinstance(key, tuple) else (key, None)
        context, _, bare = msgid.rpartition("\x04")
        if bare:
            texts[context, bare, form] = text
    return texts


@functools.cache
def template():
    full = FOLDER / "full.po"
    subprocess.run(["msgen", "-o", full, sys.argv[1]], check=True, capture_output=True)
    return compiled(full, "template")


@functools.cache
def translation(language):
    return compiled(PO / f"{language}.po", language)


def pairs(language):
    """Yields (context, English, translation) of each text; of plurals each form."""
    for (context, text, form), translated in translation(language).items():
        yield context, text, translated


def glossary():
    rows = [line.split("\t") for line in tap.text(pathlib.Path("po/glossary.tsv")).splitlines() if line[0] != "#"]
    head, rows = rows[0], rows[1:]
    for row in rows:
        cells = dict(zip(head, row, strict=True))
        for language in head[2:]:
            stems = cells[language].partition(" = ")[2].lower().split("|")
            yield language, cells["term"], stems


def test_every_language_is_listed_and_there():
    listed = [line for line in tap.text(pathlib.Path("po/LINGUAS")).split("\n") if line and line[0] != "#"]
    if listed != LANGUAGES:
        yield f"po/LINGUAS has {listed}"
    for language in LANGUAGES:
        if not (PO / f"{language}.po").exists():
            yield f"po/{language}.po is not there"


def test_every_text_is_translated():
    for language in LANGUAGES:
        wanted = {(context, text) for context, text, _ in template()}
        found = {(context, text) for context, text, _ in translation(language)}
        for context, text in sorted(wanted - found):
            yield f"{language}: [{context}] {text!r} is missing or fuzzy"


def test_nothing_is_translated_that_the_program_no_longer_says():
    for language in LANGUAGES:
        old = subprocess.run(
            ["msgattrib", "--only-obsolete", "--no-wrap", PO / f"{language}.po"], capture_output=True, text=True
        ).stdout
        yield from (f"{language}: {line}" for line in old.splitlines() if line.startswith("#~ msgid"))


def test_catalogues_are_well_formed():
    for language in LANGUAGES:
        done = subprocess.run(
            ["msgfmt", "--check", "-o", "/dev/null", PO / f"{language}.po"], capture_output=True, text=True
        )
        if done.returncode:
            yield done.stderr


def test_plurals_have_as_many_forms_as_the_language():
    for language, number in NUMBERS_OF_FORMS.items():
        forms = {}
        for context, text, form in translation(language):
            if form is not None:
                forms.setdefault((context, text), set()).add(form)
        for (context, text), found in forms.items():
            if len(found) != number:
                yield f"{language}: [{context}] {text!r} has {len(found)} forms"


def test_space_around_a_text_is_kept():
    for language in LANGUAGES:
        for context, text, translated in pairs(language):
            for side in (str.lstrip, str.rstrip):
                if (side(text) != text) != (side(translated) != translated):
                    yield f"{language}: [{context}] {text!r}: {translated!r}"


def test_markup_and_names_for_files_are_kept():
    kept = re.compile(r"</?[a-z]+>|--[a-z-]+|\*\.[a-z]+|&[a-z]+;")
    for language in LANGUAGES:
        for context, text, translated in pairs(language):
            if sorted(kept.findall(text)) != sorted(kept.findall(translated)):
                yield f"{language}: [{context}] {text!r}: {translated!r}"


def test_no_english_sentence_is_left():
    for language in LANGUAGES:
        for context, text, translated in pairs(language):
            words = re.findall(r"[A-Za-z]{3,}", re.sub(r"Second Heart|%\S+|--\S+|\b[a-z]+-[a-z-]+\b", "", text))
            if len(words) >= 3 and text == translated:
                yield f"{language}: [{context}] {text!r}"


def test_terms_of_the_glossary_are_used():
    for language, term, stems in glossary():
        plain = re.compile(rf"\b{re.escape(term)}(?:s|es)?\b", re.IGNORECASE)
        for context, text, translated in pairs(language):
            if plain.search(text.replace("Second Heart", "")) and not any(stem in translated.lower() for stem in stems):
                yield f"{language}: “{term}” is not {' or '.join(stems)} in [{context}] {text!r}: {translated!r}"


if __name__ == "__main__":
    tap.main()
