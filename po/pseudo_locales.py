#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects the program's texts and makes two languages of them that nobody speaks.

en_XA is English with accents on every letter, in brackets, and two thirds longer: a text that
stays plain was not marked for translation, a lost bracket was cut off, brackets inside brackets
were glued together from parts. ar_XB is English written from right to left.

What a program or a reader of markup must find unchanged stays so: format specifiers, tags,
entities, mnemonics, line ends, file names and addresses.
"""

import argparse
import pathlib
import re
import subprocess
import sys

# What stands for itself inside a text, in the order in which it is looked for.
KEPT = re.compile(
    r"%(?:\d+\$)?[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|j|z|t|L)?[a-zA-Z%]"  # %1$s, %.1f, %%
    r"|<[^<>]+>"  # <b>
    r"|&\w+;|&#\w+;"  # &amp;
    r"|\{\w+\}"  # {name}
    r"|https?://\S+"
    r"|_\w"  # the mnemonic and its letter
)

ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćđéƒǧĥíĵķłɱñóṗɋřśťúṽŵẋýžÁƁĆĐÉƑǦĤÍĴĶŁṀÑÓṖɊŘŚŤÚṼŴẊÝŽ",
)
FILLER = "óñé ťŵó ťĥřéé ƒóúř ƒíṽé śíẋ śéṽéñ éíǧĥť ñíñé ťéñ"
LENGTHENING = 0.65

RIGHT_TO_LEFT_MARK = "\u200f"
RIGHT_TO_LEFT_OVERRIDE = "\u202e"
POP_DIRECTION = "\u202c"

# GTK has no other way to learn the direction of a language than a text that a translator sets.
DIRECTION = "default:LTR"


def pieces(text):
    """Yields (piece, kept) pairs that together are the text."""
    start = 0
    for match in KEPT.finditer(text):
        if match.start() > start:
            yield text[start : match.start()], False
        yield match.group(), True
        start = match.end()
    if start < len(text):
        yield text[start:], False


def has_words(text):
    """A decimal mark, a dash or a lone specifier is a sign, not a text: it stays as it is."""
    return any(not kept and re.search(r"[A-Za-z]", piece) for piece, kept in pieces(text))


def filler(length):
    """Returns that many characters of words to make a text longer."""
    repeated = " ".join([FILLER] * (length // len(FILLER) + 1))
    return repeated[: max(length, 2)].rstrip()


def split_ends(text):
    """Takes off the line ends around a text: gettext wants the same ones in the translation."""
    core = text.strip("\n")
    start = text.index(core)
    return text[:start], core, text[start + len(core) :]


def long_and_accented(text):
    if text == DIRECTION or not has_words(text):
        return text
    before, core, after = split_ends(text)
    words = "".join(piece if kept else piece.translate(ACCENTED) for piece, kept in pieces(core))
    return f"{before}⟦{words} {filler(round(len(core) * LENGTHENING))}⟧{after}"


def right_to_left(text):
    if text == DIRECTION:
        return "default:RTL"
    if not has_words(text):
        return text
    before, core, after = split_ends(text)

    def turned(piece):
        return re.sub(
            r"\S*[A-Za-z]\S*",
            lambda word: f"{RIGHT_TO_LEFT_OVERRIDE}{word.group()}{POP_DIRECTION}",
            piece,
        )

    words = "".join(piece if kept else turned(piece) for piece, kept in pieces(core))
    return f"{before}{RIGHT_TO_LEFT_MARK}{words}{RIGHT_TO_LEFT_MARK}{after}"


LANGUAGES = {"en_XA": long_and_accented, "ar_XB": right_to_left}


def unquote(lines):
    """Joins the quoted lines of a po entry's field into the text they stand for."""
    text = "".join(line[line.index('"') + 1 : line.rindex('"')] for line in lines)
    return re.sub(
        r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match.group(1), match.group(1)), text
    )


def quote(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{text}"'


def fields_of(entry):
    """Returns the fields of an entry of a pot file by name, in their order, as quoted lines."""
    fields, name = {}, None
    for line in entry.splitlines():
        word = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "', line)
        name = word.group(1) if word else name
        if not line.startswith("#"):
            fields.setdefault(name, []).append(line)
    return fields


def entries_of(pot):
    """Yields (context, text, plural) for each text of a pot file; None for what it has not."""
    for entry in pot.strip().split("\n\n")[1:]:
        fields = fields_of(entry)
        if "msgid" in fields:
            yield tuple(
                unquote(fields[name]) if name in fields else None
                for name in ("msgctxt", "msgid", "msgid_plural")
            )


def translate_entry(entry, change):
    """Returns an entry of a pot file with its msgstr fields filled in."""
    fields = fields_of(entry)
    for name in fields:
        if name.startswith("msgstr"):
            source = fields["msgid_plural" if name == "msgstr[1]" else "msgid"]
            fields[name] = [f"{name} {quote(change(unquote(source)))}"]
    # Comments matter too: "#, c-format" lets msgfmt check the specifiers.
    comments = [line for line in entry.splitlines() if line.startswith("#")]
    return "\n".join(comments + [line for lines in fields.values() for line in lines])


def header(language):
    return "\n".join(
        [
            'msgid ""',
            'msgstr ""',
            f'"Language: {language}\\n"',
            '"MIME-Version: 1.0\\n"',
            '"Content-Type: text/plain; charset=UTF-8\\n"',
            '"Content-Transfer-Encoding: 8bit\\n"',
            '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
        ]
    )


def translate(pot, language, change):
    """Returns the text of a po file for a pot file, and of all its entries but the first."""
    entries = pot.strip().split("\n\n")
    return "\n\n".join([header(language)] + [translate_entry(e, change) for e in entries[1:]]) + "\n"


def listed_files(root):
    lines = (root / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line[0] != "#" and (root / line).is_file()]


def collect(root, domain):
    """Returns the text of the pot file. The arguments are those of Meson's preset for GLib."""
    keywords = [
        "_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3",
    ]  # fmt: skip
    result = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-comments", "--force-po", "--add-location=file"]
        + [f"--package-name={domain}", f"--default-domain={domain}", "--output=-"]
        + [f"--keyword={keyword}" for keyword in keywords]
        + listed_files(root),
        cwd=root,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
             "GETTEXTDATADIRS": str(root / "po")},
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )  # fmt: skip
    # The header's date is the only thing that would differ from one build to the next.
    return re.sub(r'"POT-Creation-Date: [^"]*"\n', "", result.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--domain", required=True)
    parser.add_argument("--pot", type=pathlib.Path, required=True)
    parser.add_argument("--locale-dir", type=pathlib.Path, required=True)
    options = parser.parse_args()

    pot = collect(options.root, options.domain)
    for language, change in LANGUAGES.items():
        folder = options.locale_dir / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["msgfmt", "--check-format", "--output-file", folder / f"{options.domain}.mo", "-"],
            input=translate(pot, language, change),
            encoding="utf-8",
            check=True,
        )
    options.pot.write_text(pot, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
