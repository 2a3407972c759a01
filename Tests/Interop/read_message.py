#!/usr/bin/env python3
"""Reads a file of one or more messages with pycapnp, and prints each as one line of JSON.

    read_message.py --schema S.capnp --type T --encoding packed FILE

The JSON has every field in the order of the schema, with a default where nothing is set, except
that a null pointer is null and that of a union there is the active member alone. Floats are their
bits in hexadecimal, data is hexadecimal, an enumerant that the schema does not know is its number,
and of an any pointer there is only its presence.
"""

import argparse
import json
import struct
import sys

import capnp

from message_files import READ_LIMITS, add_schema_arguments, convert, read_file
from schema_model import SchemaModel, load, named


class MessageReader:
    """Turns messages of one root type into JSON by way of pycapnp.

    With `defaults`, of a null pointer to text, data or a list there is what it reads as.
    """

    def __init__(self, model, root, name, defaults=False):
        self.defaults = defaults
        self.model = model
        self.root = root
        self.type = model.struct(name)

    def json_lines(self, content, encoding):
        lines = [json.dumps(message, ensure_ascii=False) for message in self.read(content, encoding)]
        return "".join(line + "\n" for line in lines)

    def read(self, content, encoding):
        # pycapnp has no way to read the flat ones, and 2.2.4 loses its place in packed messages of
        # more than one segment (a destructor that skips the rest of a message throws: SIGABRT).
        if encoding not in ("binary", "segmented"):
            content = convert(content, encoding, "binary")
        for message in self.root.read_multiple_bytes(content, **READ_LIMITS):
            yield self._struct(message, self.type)

    def _struct(self, reader, kind):
        result = {}
        for field in self.model.fields(kind):
            if field.in_union and not self._is_active(reader, field):
                continue
            result[field.name] = self._field(reader, field)
        return result

    def _is_active(self, reader, field):
        try:
            return reader._which_str() == field.name
        except capnp.KjException:
            return False  # A member that the schema does not know.

    def _field(self, reader, field):
        if field.is_group:
            return self._struct(reader._get(field.name), field.type)
        if field.type.kind in ("interface", "any"):
            return "present" if reader._has(field.name) else None
        blank = ("struct",) if self.defaults else ("text", "data", "struct", "list")
        if field.type.kind in blank or is_list_of_pointers(field.type):
            if not reader._has(field.name):
                return None
        return self._value(reader._get(field.name), field.type)

    def _value(self, value, kind):
        if kind.kind == "struct":
            return self._struct(value, kind)
        if kind.kind == "list":
            if is_list_of_pointers(kind):
                return ["present"] * len(value)
            return [self._value(element, kind.element) for element in value]
        if kind.kind == "enum":
            known = self.model.enumerants(kind)
            return known[value.raw] if value.raw < len(known) else value.raw
        if kind.kind == "data":
            return value.hex()
        if kind.kind == "float32":
            return struct.pack(">f", value).hex()
        if kind.kind == "float64":
            return struct.pack(">d", value).hex()
        return value


def is_list_of_pointers(kind):
    """Whether it is a list of which pycapnp can tell no more than the length."""
    return kind.kind == "list" and kind.element.kind in ("any", "interface")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_schema_arguments(parser)
    parser.add_argument(
        "--encoding",
        choices=("binary", "segmented", "packed", "flat", "flat-packed", "canonical"),
        default="binary",
    )
    parser.add_argument("file", help="a file of messages one after another")
    arguments = parser.parse_args()

    module = load(arguments.schema, arguments.import_path)
    model = SchemaModel(arguments.schema, arguments.import_path)
    reader = MessageReader(model, named(module, arguments.type), arguments.type)
    sys.stdout.write(reader.json_lines(read_file(arguments.file), arguments.encoding))


if __name__ == "__main__":
    main()
