#!/usr/bin/env python3
"""Compares messages that we rewrote with the random messages that they were made from.

    compare.py --schema S.capnp --type T EXPECTED ACTUAL

EXPECTED is a folder that random_message.py filled. ACTUAL has files of the same numbers, with the
name of their encoding as extension: 0007.packed, 0007.segmented. Each of them must give the same
text and the same canonical bytes through the `capnp` tool, and the same JSON through pycapnp.
The canonical bytes tell apart what text does not: null from empty, and what an any pointer holds.
A file 0007.json in ACTUAL is what our readers found in the expected message.
EXPECTED may also come from elsewhere, and have only some of the three views of a message.
Prints every difference, and fails when there is one, or when there is nothing to compare.
"""

import argparse
import difflib
import json
import os
import sys

from message_files import ENCODINGS, add_schema_arguments, convert, read_file
from read_message import MessageReader
from schema_model import SchemaModel, load, named

DIFFERENCE_LINES = 40


class Comparison:
    def __init__(self, arguments):
        self.arguments = arguments
        self.schema = (arguments.schema, arguments.type, arguments.import_path)
        root = named(load(arguments.schema, arguments.import_path), arguments.type)
        model = SchemaModel(arguments.schema, arguments.import_path)
        self.reader = MessageReader(model, root, arguments.type, defaults=arguments.values)

    def differences(self, name):
        """What is different in one rewritten file, as lines to print."""
        number, encoding = name.split(".")
        content = read_file(os.path.join(self.arguments.actual, name))
        if encoding == "json":
            makers = {"json": lambda: content}
        else:
            makers = {
                "text": lambda: convert(content, encoding, "text", *self.schema),
                "canonical": lambda: convert(content, encoding, "canonical"),
                "json": lambda: self.reader.json_lines(content, encoding).encode(),
            }
        compared = False
        for view, make in makers.items():
            path = os.path.join(self.arguments.expected, f"{number}.{view}")
            if not os.path.exists(path) or (self.arguments.values and view != "json"):
                continue
            compared = True
            try:
                expected = self.normal(view, self.expected(view, number))
                actual = self.normal(view, make())
            except Exception as error:  # Whatever the peer has against our bytes.
                yield f"{name}: the peer cannot read it as {view}: {error}"
                continue
            if actual != expected:
                yield f"{name}: its {view} is different"
                yield from difference(view, expected, actual)
        if not compared:
            yield f"{name}: there is nothing to compare it with"

    def expected(self, view, number):
        """One view of an expected message, with all defaults in it where those are compared."""
        if not self.arguments.values:
            return read_file(os.path.join(self.arguments.expected, f"{number}.{view}"))
        content = read_file(os.path.join(self.arguments.expected, f"{number}.binary"))
        return self.reader.json_lines(content, "binary").encode()

    def normal(self, view, content):
        """The same bytes for the same JSON, whatever the order and the spelling."""
        if view != "json":
            return content
        message = json.loads(content)
        if self.arguments.values:
            message = without_empty(message)
        return json.dumps(message, ensure_ascii=False, sort_keys=True).encode()


def without_empty(value):
    """JSON without the members that are null, empty, or nothing but that."""
    if isinstance(value, list):
        return [without_empty(element) for element in value]
    if not isinstance(value, dict):
        return value
    members = {name: without_empty(member) for name, member in value.items()}
    return {name: member for name, member in members.items() if member not in (None, "", [])}


def difference(view, expected, actual):
    if view == "canonical":
        at = next(
            (i for i, (a, b) in enumerate(zip(expected, actual)) if a != b),
            min(len(expected), len(actual)),
        )
        yield f"  {len(expected)} and {len(actual)} bytes, the first difference in word {at // 8}"
        return
    splitter = "\n" if view == "text" else ", "
    lines = difflib.unified_diff(
        expected.decode(errors="replace").split(splitter),
        actual.decode(errors="replace").split(splitter),
        "expected",
        "actual",
        lineterm="",
    )
    for count, line in enumerate(lines):
        if count == DIFFERENCE_LINES:
            yield "  ..."
            return
        yield f"  {line}"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_schema_arguments(parser)
    parser.add_argument(
        "--values",
        action="store_true",
        help="compare the JSON alone, and take null for the default, as plain values do",
    )
    parser.add_argument("expected")
    parser.add_argument("actual")
    comparison = Comparison(parser.parse_args())

    names = sorted(
        name
        for name in os.listdir(comparison.arguments.actual)
        if name.split(".")[-1] in (*ENCODINGS, "json")
    )
    if not names:
        raise SystemExit(f"there is nothing to compare in {comparison.arguments.actual}")
    lines = [line for name in names for line in comparison.differences(name)]
    for line in lines:
        print(line)
    if lines:
        sys.exit(1)
    print(f"{len(names)} files compared, no difference")


if __name__ == "__main__":
    main()
