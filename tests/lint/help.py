#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help is valid, its links lead somewhere, and it speaks of what the window really has."""

import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse
import xml.etree.ElementTree

import tap

BUILD = pathlib.Path(os.environ["MESON_BUILD_ROOT"])
HELP = tap.ROOT / "data" / "help" / "C"
PAGES = sorted(HELP.glob("*.page"))
HTML = BUILD / "data" / "help" / "help"
MALLARD = "{http://projectmallard.org/1.0/}"
# What other programs, or the session of the kiosk, write on the screen.
OF_OTHERS = {"Second Heart kiosk"}


class Page(html.parser.HTMLParser):
    """The links of a page, and the places in it that a link can lead to."""

    def __init__(self, path):
        super().__init__()
        self.links, self.places = [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("href", "src"):
                self.links.append(value)
            elif name == "id":
                self.places.add(value)


def elements(name):
    """Yields (page, element) for every element of this name."""
    for path in PAGES:
        for element in xml.etree.ElementTree.parse(path).iter(MALLARD + name):
            yield path.name, element


def plain(text):
    """A text without mnemonics and the dots that promise a dialog."""
    return text.replace("_", "").rstrip("…")


def texts_of_the_program():
    """Returns every text that is marked for translation."""
    catalog = (BUILD / "po" / "pseudo-locales.pot").read_text(encoding="utf-8")
    found = re.findall(r'^msgid ((?:".*"\n)+)', catalog, re.MULTILINE)
    return {plain("".join(re.findall(r'"(.*)"\n', text)).replace('\\"', '"')) for text in found}


def test_a_change_of_any_page_or_figure_builds_the_help_anew():
    listed = tap.text(pathlib.Path("data/help/meson.build"))
    for path in [*PAGES, *HELP.glob("figures/*")]:
        if f"'{path.relative_to(HELP.parent)}'" not in listed:
            yield f"data/help/meson.build lacks {path.relative_to(HELP.parent)}"


def test_pages_are_valid():
    if not shutil.which("yelp-check"):
        raise tap.Skip("yelp-check is not installed")
    for check in ("validate", "orphans", "links", "media"):
        done = subprocess.run(["yelp-check", check, *PAGES], capture_output=True, text=True)
        yield from (f"{check}: {line}" for line in (done.stdout + done.stderr).splitlines() if line.strip())


def test_every_link_of_the_built_pages_leads_somewhere():
    """Walked from the first page, as a reader does; and every page is reached."""
    if not (HTML / "index.html").exists():
        raise tap.Skip("the help was not built: yelp-build is not installed")
    pages, ahead = {}, ["index.html"]
    while ahead:
        name = ahead.pop()
        if name not in pages:
            pages[name] = Page(HTML / name)
            targets = (urllib.parse.urlsplit(link).path for link in pages[name].links)
            ahead += [target for target in targets if target.endswith(".html") and (HTML / target).exists()]
    yield from (f"{path.stem} is not reached" for path in PAGES if f"{path.stem}.html" not in pages)
    for name, page in pages.items():
        for link in page.links:
            parts = urllib.parse.urlsplit(link)
            target = parts.path or name
            if parts.scheme:
                yield f"{name} links out of the help: {link}"
            elif not (HTML / target).exists():
                yield f"{name}: {link} is not there"
            elif parts.fragment and parts.fragment not in Page(HTML / target).places:
                yield f"{name}: {link} leads to no place"


def test_every_figure_is_shown_and_there():
    shown = {element.get("src") for _, element in elements("media")}
    there = {str(path.relative_to(HELP)) for path in HELP.glob("figures/*")}
    yield from (f"{name} is {'not there' if name in shown else 'shown nowhere'}" for name in sorted(shown ^ there))
    drawn = tap.text(pathlib.Path("tests/renew-pictures.sh"))
    for name in sorted(there):
        if f"\nfigure {pathlib.Path(name).stem} " not in drawn:
            yield f"{name} is not renewed by tests/renew-pictures.sh"


def test_every_control_that_is_named_is_one_of_the_window():
    known = texts_of_the_program() | OF_OTHERS
    for page, element in elements("gui"):
        text = " ".join("".join(element.itertext()).split())
        if plain(text) not in known:
            yield f"{page}: no text of the program says “{text}”"


def test_every_preference_is_told():
    window = xml.etree.ElementTree.parse(tap.ROOT / "resources" / "ui" / "preferences.ui")
    told = {"".join(element.itertext()) for page, element in elements("gui") if page == "preferences.page"}
    headings = [
        label.findtext("property[@name='label']")
        for label in window.iter("object")
        if label.find("style/class[@name='row-title']") is not None
    ]
    yield from (f"nothing is said about “{heading}”" for heading in headings if heading not in told)
    if len(headings) < 5:
        yield f"only {len(headings)} preferences were found"


def test_every_source_that_the_window_shows_is_among_the_sources():
    page = " ".join((HELP / "sources.page").read_text(encoding="utf-8").split())
    found = set()
    for path in tap.files("src/story/*.c"):
        for source in re.findall(r'#define [A-Z]+_\d{4}[\s\\]*"([^"]+)"', tap.text(path)):
            found.add(source)
            # The paper and its year; how it is cited may differ.
            paper = re.match(r".*?\d{4}", source).group()
            if paper not in page:
                yield f"{path}: {source}"
    if len(found) < 5:
        yield f"only {len(found)} sources were found"


if __name__ == "__main__":
    tap.main()
