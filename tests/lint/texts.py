#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text a person reads can be translated, and the two invented languages are complete."""

import gettext
import os
import pathlib
import re
import subprocess
import sys

import tap

sys.path.insert(0, str(tap.ROOT / "po"))
sys.dont_write_bytecode = True
pseudo = __import__("pseudo_locales")
lesson_texts = __import__("lesson_texts")

PO = pathlib.Path(os.environ.get("MESON_BUILD_ROOT", "")) / "po"
DOMAIN = "second-heart"
MARKED_IN_C = re.compile(r'(?<!define )\b(?:_|N_|C_|NC_|g_dpgettext2|g_dngettext|g_dcgettext)\s*\([^()]*"')
MARKED_IN_UI = re.compile(r'\btranslatable="(?:yes|true|1)"')


def listed():
    lines = tap.text("po/POTFILES.in").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def has_texts(path):
    content = tap.text(path)
    if path.suffix in (".c", ".h"):
        return bool(MARKED_IN_C.search(tap.without_comments(content)))
    if path.suffix == ".ui":
        return bool(MARKED_IN_UI.search(content))
    return True


def entries():
    """Returns (context, text, plural) for each text of the list collected by the build."""
    return list(pseudo.entries_of((PO / "pseudo-locales.pot").read_text(encoding="utf-8")))


def catalogue(language):
    with open(PO / language / "LC_MESSAGES" / f"{DOMAIN}.mo", "rb") as file:
        return gettext.GNUTranslations(file)


def test_every_file_with_texts_is_listed():
    candidates = tap.files("src/*/*.[ch]", "src/*/*/*.[ch]", "resources/**/*.ui", "*.desktop.in", "*.metainfo.xml.in")
    names = listed()
    for path in candidates:
        if has_texts(path) and str(path) not in names:
            yield f"po/POTFILES.in lacks {path}"
    for name in names:
        if not (tap.ROOT / name).is_file():
            yield f"po/POTFILES.in names {name}, which is not there"


def test_the_list_is_in_order_and_names_nothing_twice():
    names = listed()
    if names != sorted(set(names)):
        yield "po/POTFILES.in is not in alphabetical order, or names a file twice"


def test_no_text_is_glued_from_parts():
    # A text that starts or ends in the middle of a sentence cannot be translated.
    # What has no words at all, such as the space between sentences, is a sign of its own.
    for context, text, _ in entries():
        if pseudo.has_words(text) and text != text.strip(" \t"):
            yield f"{context}: “{text}”"
        elif re.search(r"\s(?:and|or|the|of|with)$", text):
            yield f"{context}: “{text}”"


def test_every_text_of_the_c_code_names_its_context():
    pot = (PO / "pseudo-locales.pot").read_text(encoding="utf-8")
    for entry in pot.strip().split("\n\n")[1:]:
        if re.search(r"^#: .*\.[ch]\b", entry, re.MULTILINE) and "msgctxt" not in pseudo.fields_of(entry):
            yield f"{entry.splitlines()[-2]}: C_ () and NC_ () tell a translator what is meant, _ () does not"


def test_invented_languages_have_every_text():
    for language in pseudo.LANGUAGES:
        found = catalogue(language)
        for context, text, plural in entries():
            if plural is not None or text == pseudo.DIRECTION or not pseudo.has_words(text):
                continue
            changed = found.pgettext(context, text) if context is not None else found.gettext(text)
            if changed == text:
                yield f"{language} lacks “{text}”"


def test_long_language_is_long():
    for _, text, _ in entries():
        longer = pseudo.long_and_accented(text)
        if pseudo.has_words(text) and text != pseudo.DIRECTION and len(longer) < 1.4 * len(text):
            yield f"“{longer}” has {len(longer)} characters for {len(text)}"


def test_what_a_program_reads_survives_translation():
    sample = 'Pressure <b>%.1f mmHg</b> of %1$s &amp; _Open {name} %% https://example.org/a?b=c\n'
    for language, change in pseudo.LANGUAGES.items():
        result = change(sample)
        for kept in ("<b>", "%.1f", "</b>", "%1$s", "&amp;", "_O", "{name}", "%%", "https://example.org/a?b=c"):
            if kept not in result:
                yield f"{language} lost {kept}"
        if not result.endswith("\n"):
            yield f"{language} lost the line end"
    for sign in (".", "–", "%d", "%.1f"):
        for language, change in pseudo.LANGUAGES.items():
            if change(sign) != sign:
                yield f"{language} changed the sign {sign}"


def test_texts_of_lessons_are_collected():
    if tap.text("po/lesson-texts.h") != lesson_texts.collected():
        yield "po/lesson-texts.h is old: run po/lesson_texts.py --write"
    known = {(context, text) for context, text, _ in entries()}
    for path in tap.files("resources/lessons/*.lesson"):
        for key, value in lesson_texts.texts(tap.ROOT / path):
            if ("lesson", value) not in known:
                yield f"{path}: {key} is not in the list of texts"


def test_texts_are_spelled_as_in_the_united_states():
    other = re.compile(
        r"\b(colour|centre|grey|(?:milli|centi|kilo)?metres?|litres?|oedema|haem|dyspnoea|anaem|behaviour|favour|labelled|travell|cancell"
        r"|organis|recognis|visualis|catalogue|programme|towards|whilst|licence)",
        re.IGNORECASE,
    )
    for context, text, _ in entries():
        for match in other.finditer(text):
            yield f"[{context}] {match.group()} in {text!r}"


def test_translations_are_sound():
    for path in tap.files("po/*.po"):
        result = subprocess.run(
            ["msgfmt", "--check", "--output-file=/dev/null", tap.ROOT / path], capture_output=True, text=True
        )
        if result.returncode:
            yield result.stderr.strip()


if __name__ == "__main__":
    tap.main()
