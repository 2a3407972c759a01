#!/usr/bin/env python3
"""Writes random messages of any schema through pycapnp, in every encoding, for others to read.

    random_message.py --schema S.capnp --type T --seed 7 --count 10 --out DIR

For message number I of the count, DIR gets
    I.binary I.packed           as pycapnp writes them
    I.segmented                 binary, in many small segments
    I.flat I.canonical          one segment without a table
    I.text                      what `capnp convert` makes of it
    I.json                      what pycapnp reads in it (see read_message.py)
with I in four digits. Same arguments, same files: message I of a seed is the same for every count.
"""

import argparse
import os
import random

import random_values
from message_files import add_schema_arguments, convert, write_file
from read_message import MessageReader
from schema_model import SCALARS, SchemaModel, load, named

DEEPEST = 6
KNOWN_ENUMERANT_CHANCE = 0.95


class RandomMessage:
    """Fills a builder with random values, field by field, as long as its budget lasts."""

    def __init__(self, model, module, anything, seed):
        self.model = model
        self.module = module
        self.anything = anything
        self.random = random.Random(seed)
        self.budget = self.random.choice((20, 100, 400))

    def fill(self, builder, struct, depth=0):
        fields = self.model.fields(struct)
        members = [field for field in fields if field.in_union]
        chosen = self.random.choice(members) if members else None
        # Whoever comes last may find the budget spent, so no field always comes last.
        self.random.shuffle(fields)
        for field in fields:
            if field.in_union:
                if field is chosen:
                    self._set_field(builder, field, depth, is_member=True)
            elif field.is_group or self.random.random() < 0.8:
                self._set_field(builder, field, depth)

    def _set_field(self, builder, field, depth, is_member=False):
        name, kind = field.name, field.type
        if field.is_group:
            self.fill(builder.init(name) if is_member else builder._get(name), kind, depth)
        elif kind.kind == "struct":
            if self._may_go_on(depth):
                self.fill(builder.init(name), kind, depth + 1)
        elif kind.kind == "list":
            if self._may_go_on(depth) and self._can_build_list(kind):
                length = self._length(kind)
                self._fill_list(builder.init(name, length), kind, length, depth + 1)
        elif kind.kind == "any":
            self._set_any(builder, name, kind, depth)
        elif kind.kind != "interface":  # A message alone cannot carry a capability.
            builder._set(name, self._value(kind))

    def _fill_list(self, builder, kind, length, depth):
        element = kind.element
        for index in range(length):
            if element.kind == "struct":
                if self._may_go_on(depth):
                    self.fill(builder[index], element, depth + 1)
            elif element.kind == "list":
                if self._may_go_on(depth) and self._can_build_list(element):
                    inner = self._length(element)
                    self._fill_list(builder.init(index, inner), element, inner, depth + 1)
            elif element.kind == "enum":  # In a list pycapnp takes no numbers.
                builder[index] = self.random.choice(self.model.enumerants(element))
            elif element.kind != "void":
                builder[index] = self._value(element)

    def _value(self, kind):
        if kind.kind == "void":
            return None
        if kind.kind == "bool":
            return self.random.random() < 0.5
        if kind.kind in random_values.INTEGERS:
            return random_values.integer(self.random, kind.kind)
        if kind.kind in ("float32", "float64"):
            return random_values.floating(self.random, kind.kind)
        if kind.kind == "text":
            return random_values.text(self.random)
        if kind.kind == "data":
            return random_values.data(self.random)
        known = len(self.model.enumerants(kind))
        if self.random.random() < KNOWN_ENUMERANT_CHANCE:
            return self.random.randrange(known)
        return self.random.randrange(known, 0xFFFF)  # From a newer schema than ours.

    def _set_any(self, builder, name, kind, depth):
        if kind.any_kind == "capability":
            return
        choices = {"struct": ["struct"], "list": ["list"]}.get(
            kind.any_kind, ["null", "text", "data", "struct", "list"]
        )
        choice = self.random.choice(choices)
        if choice == "text":
            builder._set(name, random_values.text(self.random))
        elif choice == "data":
            builder._set(name, random_values.data(self.random))
        elif choice == "list":
            builder._set(name, self._any_list())
        elif choice == "struct" and self._may_go_on(depth):
            inner = self.random.choice(self.model.plain_structs())
            message = getattr(self.module, inner).new_message()
            self.fill(message, self.model.struct(inner), depth + 1)
            builder._set(name, message.as_reader())

    def _any_list(self):
        lists = self.anything.new_message(
            bools=[True, False, True],
            bytes=[0, 1, 255],
            doubles=[0.5, -1.0],
            texts=["", "within any"],
            structs=[{"bools": [True]}, {}],
        ).as_reader()
        return getattr(lists, self.random.choice(list(self.anything.schema.fieldnames)))

    def _can_build_list(self, kind):
        # pycapnp makes no list of a parameter that is bound to nothing, nor of capabilities.
        return kind.element.kind not in ("any", "interface")

    def _length(self, kind):
        scalar = kind.element.kind in SCALARS or kind.element.kind == "enum"
        return random_values.count(self.random, 70 if scalar else 4)

    def _may_go_on(self, depth):
        self.budget -= 1
        return self.budget > 0 and self.random.random() < 1 - depth / DEEPEST


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_schema_arguments(parser)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--out", required=True, help="a folder, made if it is not there")
    arguments = parser.parse_args()

    own = os.path.dirname(os.path.abspath(__file__))
    schema, imports = arguments.schema, arguments.import_path
    model = SchemaModel(schema, imports)
    module = load(schema, imports)
    anything = load(os.path.join(own, "anything.capnp")).Anything
    root = named(module, arguments.type)
    reader = MessageReader(model, root, arguments.type)
    os.makedirs(arguments.out, exist_ok=True)

    for index in range(arguments.count):
        seed = arguments.seed * 1_000_003 + index
        message = root.new_message()
        RandomMessage(model, module, anything, seed).fill(message, model.struct(arguments.type))
        binary = message.to_bytes()
        message.clear_write_flag()
        contents = {
            "binary": binary,
            "packed": message.to_bytes_packed(),
            "segmented": convert(binary, "binary", "segmented", segment_words=1 + seed % 9),
            "flat": convert(binary, "binary", "flat"),
            "canonical": convert(binary, "binary", "canonical"),
            "text": convert(binary, "binary", "text", schema, arguments.type, imports),
            "json": reader.json_lines(binary, "binary").encode(),
        }
        for encoding, content in contents.items():
            write_file(arguments.out, f"{index:04}.{encoding}", content)


if __name__ == "__main__":
    main()
