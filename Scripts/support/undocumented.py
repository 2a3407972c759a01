#!/usr/bin/env python3
"""Lists the public symbols in some symbol graphs that have no documentation comment.

    undocumented.py GRAPH.symbols.json...

Left out are what the generator makes, names that begin with an underscore (public only for
generated code), and members that a protocol documents already. Fails when it lists something.
"""

import json
import os
import sys


def undocumented(graph):
    # The compiler gives these the documentation of the requirement that they meet.
    inherited = {
        relationship["source"]
        for relationship in graph["relationships"]
        if "sourceOrigin" in relationship
    }
    for symbol in graph["symbols"]:
        path = symbol["pathComponents"]
        location = symbol.get("location")
        if "docComment" in symbol or symbol["identifier"]["precise"] in inherited:
            continue
        if location is None or "/Generated/" in location["uri"]:
            continue
        if any(name.startswith("_") for name in path) or path[-1].startswith("init(_raw:"):
            continue
        file = os.path.relpath(location["uri"].removeprefix("file://"))
        yield f"{file}:{location['position']['line'] + 1}: {'.'.join(path)} has no documentation"


def main():
    lines = set()
    for path in sys.argv[1:]:
        with open(path) as file:
            lines |= set(undocumented(json.load(file)))
    for line in sorted(lines):
        print(line)
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
