#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes the outlines of symbolic icons as lines of C while the program is built, so that no SVG
has to be read when it starts.

  generate-symbols.py ICON.svg... > sh-symbol-outlines.h

An icon is 16 units wide and high and made of filled paths; of their colours only the opacity is
kept, because a symbol is drawn in the colour of the text beside it."""

import math
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

SIZE = 16
TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def arc(start, values):
    """An elliptic arc as cubic curves of at most a quarter turn each (SVG 1.1, appendix F.6)."""
    rx, ry, tilt, large, sweep, x, y = values
    rx, ry, tilt = abs(rx), abs(ry), math.radians(tilt)
    if rx == 0 or ry == 0:
        return [(*start, x, y, x, y)]
    cos, sin = math.cos(tilt), math.sin(tilt)
    dx, dy = (start[0] - x) / 2, (start[1] - y) / 2
    px, py = cos * dx + sin * dy, cos * dy - sin * dx
    grow = max(1.0, math.hypot(px / rx, py / ry))
    rx, ry = rx * grow, ry * grow
    # The ellipse as a unit circle: chord, middle and turn.
    ux, uy = px / rx, py / ry
    far = math.sqrt(max(0.0, 1 / (ux * ux + uy * uy) - 1)) if ux or uy else 0.0
    if bool(large) == bool(sweep):
        far = -far
    cx, cy = far * uy, -far * ux
    first = math.atan2(uy - cy, ux - cx)
    turn = math.atan2(-uy - cy, -ux - cx) - first
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    middle = ((start[0] + x) / 2, (start[1] + y) / 2)

    def place(u, v):
        u, v = (cx + u) * rx, (cy + v) * ry
        return middle[0] + cos * u - sin * v, middle[1] + sin * u + cos * v

    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    reach = 4 / 3 * math.tan(step / 4)
    curves = []
    for i in range(pieces):
        a, b = first + i * step, first + (i + 1) * step
        curves.append((*place(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                       *place(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                       *place(math.cos(b), math.sin(b))))
    return curves


class Outline:
    """Path data in absolute moves, lines and cubic curves."""

    def __init__(self, data):
        self.commands, self.points = "", []
        self.here = self.begin = (0.0, 0.0)
        self.handle = None  # the last curve's second handle, for a smooth next one
        tokens = TOKEN.findall(data)
        command = None
        while tokens:
            if tokens[0].isalpha():
                command = tokens.pop(0)
            count = NUMBERS[command.upper()]
            values = [self.flag_or_number(tokens, command, i) for i in range(count)]
            self.add(command, values)
            if command in "Mm":  # further pairs are lines
                command = "L" if command == "M" else "l"
            elif command in "Zz":
                command = None

    @staticmethod
    def flag_or_number(tokens, command, index):
        text = tokens.pop(0)
        if command in "Aa" and index in (3, 4) and len(text) > 1:  # flags need no space behind them
            tokens.insert(0, text[1:])
            text = text[0]
        return float(text)

    def emit(self, command, *numbers):
        self.commands += command
        self.points += numbers
        if numbers:
            self.here = numbers[-2:]

    def add(self, command, values):
        x, y = self.here if command.islower() else (0.0, 0.0)
        kind = command.upper()
        if kind == "A":
            curves = arc(self.here, values[:5] + [values[5] + x, values[6] + y])
            for curve in curves:
                self.emit("C", *curve)
        elif kind == "H":
            self.emit("L", values[0] + x, self.here[1])
        elif kind == "V":
            self.emit("L", self.here[0], values[0] + y)
        elif kind == "Z":
            self.emit("Z")
            self.here = self.begin
        else:
            self.add_points(kind, [v + (y if i % 2 else x) for i, v in enumerate(values)])
        if kind not in "CS":
            self.handle = None

    def add_points(self, kind, values):
        if kind == "S":
            hx, hy = self.handle or self.here
            values = [2 * self.here[0] - hx, 2 * self.here[1] - hy] + values
            kind = "C"
        if kind == "Q":
            (ax, ay), (qx, qy, bx, by) = self.here, values
            values = [ax + 2 / 3 * (qx - ax), ay + 2 / 3 * (qy - ay),
                      bx + 2 / 3 * (qx - bx), by + 2 / 3 * (qy - by), bx, by]
            kind = "C"
        self.emit(kind, *values)
        if kind == "M":
            self.begin = self.here
        if kind == "C":
            self.handle = tuple(values[2:4])


def moved(points, transform):
    """The points under a matrix (…) transform, the only one that icons use."""
    if transform is None:
        return points
    found = re.fullmatch(r"matrix\(([^)]*)\)", transform)
    if not found:
        raise ValueError(f"unknown transform {transform}")
    a, b, c, d, e, f = (float(v) for v in re.split(r"[ ,]+", found.group(1).strip()))
    return [n for x, y in zip(points[::2], points[1::2]) for n in (a * x + c * y + e, b * x + d * y + f)]


def read(path):
    """The outlines of one icon: opacity, commands and points of each path."""
    root = tree.parse(path).getroot()
    if root.get("viewBox", f"0 0 {SIZE} {SIZE}") != f"0 0 {SIZE} {SIZE}" or root.get("width") != str(SIZE):
        raise ValueError(f"an icon is {SIZE} units wide and high")
    outlines = []
    for element in root:
        known = {"d", "fill", "fill-opacity", "transform"}
        if not element.tag.endswith("}path") or not known.issuperset(element.keys()):
            raise ValueError(f"an icon is made of filled paths: {element.tag} {element.keys()}")
        outline = Outline(element.get("d"))
        points = moved(outline.points, element.get("transform"))
        outlines.append((float(element.get("fill-opacity", 1)), outline.commands, points))
    return outlines


def write(paths):
    print("/* Written by src/generate/generate-symbols.py while the program is built. */\n")
    table = []
    for number, path in enumerate(paths):
        entries = []
        for part, (opacity, commands, points) in enumerate(read(path)):
            name = f"points_{number}_{part}"
            print(f"static const float {name}[] = {{ " + ", ".join(f"{p:.4f}f" for p in points) + " };")
            entries.append(f'    {{ {opacity:.3f}, "{commands}", {name} }},\n')
        print(f"static const ShSymbolOutline outlines_{number}[] = {{\n{''.join(entries)}}};")
        table.append(f'  {{ "{pathlib.Path(path).stem}", outlines_{number}, {len(entries)} }},\n')
    print(f"static const ShSymbolDrawing drawings[] = {{\n{''.join(table)}}};")


def main():
    for path in sys.argv[1:]:
        try:
            read(path)
        except (ValueError, KeyError, IndexError, tree.ParseError) as error:
            sys.exit(f"{path}: {error}")
    write(sys.argv[1:])


main()
