#!/usr/bin/env python3
"""Tests of the scripts in this folder: would they find a difference if there were one?"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import schema_model
from message_files import ENCODINGS, convert, read_file, write_file

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(HERE, "selftest.capnp")
COUNT = 20


def run(script, *arguments, root="Everything"):
    command = [sys.executable, os.path.join(HERE, script), "--schema", SCHEMA, "--type", root]
    return subprocess.run([*command, *arguments], capture_output=True, text=True)


def fill(directory, seed=1, count=COUNT, root="Everything"):
    done = run(
        "random_message.py", f"--seed={seed}", f"--count={count}", f"--out={directory}", root=root
    )
    assert done.returncode == 0, done.stderr
    return directory


class InteropTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def actual_folder(self, expected, encoding="binary"):
        """A folder as a rewriter would leave it, had it changed nothing."""
        os.mkdir(self.path("actual"))
        for index in range(COUNT):
            shutil.copy(os.path.join(expected, f"{index:04}.{encoding}"), self.path("actual"))
        return self.path("actual")

    def test_same_seed_gives_the_same_files(self):
        first, second = fill(self.path("first")), fill(self.path("second"))
        for name in os.listdir(first):
            content = read_file(os.path.join(first, name))
            self.assertEqual(content, read_file(os.path.join(second, name)), name)

    def test_every_field_has_a_value_in_some_message(self):
        folder = fill(self.path("out"), count=100)
        seen = set()
        for name in os.listdir(folder):
            if name.endswith(".json"):
                message = json.loads(read_file(os.path.join(folder, name)))
                seen |= {field for field, value in message.items() if value not in (None, [])}
        model = schema_model.SchemaModel(SCHEMA)
        fields = {field.name for field in model.fields(model.struct("Everything"))}
        # Neither can be told from its default here: there is but one void, and no capability.
        self.assertEqual(fields - seen, {"void", "plain", "service", "services"})

    def test_parameters_of_generic_types_are_resolved(self):
        model = schema_model.SchemaModel(SCHEMA)
        fields = {field.name: field for field in model.fields(model.struct("Everything"))}
        pair = {field.name: field.type for field in model.fields(fields["listPair"].type)}
        self.assertEqual(pair["first"].kind, "list")
        self.assertEqual(pair["first"].element.kind, "enum")
        inner = {field.name: field.type for field in model.fields(pair["second"])}
        self.assertEqual((inner["first"].kind, inner["second"].kind), ("data", "text"))
        open_pair = {field.name: field.type for field in model.fields(fields["openPair"].type)}
        self.assertEqual(open_pair["first"].kind, "any")

    def test_segmented_messages_have_many_segments(self):
        folder = fill(self.path("out"))
        counts = [
            1 + int.from_bytes(read_file(os.path.join(folder, f"{i:04}.segmented"))[:4], "little")
            for i in range(COUNT)
        ]
        self.assertGreater(max(counts), 10)

    def test_every_encoding_compares_equal_with_itself(self):
        expected = fill(self.path("expected"))
        for encoding in ("binary", "packed", "segmented", "flat", "canonical"):
            self.assertIn(encoding, ENCODINGS)
            done = run("compare.py", expected, self.actual_folder(expected, encoding))
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn(f"{COUNT} files compared", done.stdout)
            shutil.rmtree(self.path("actual"))

    def test_a_changed_message_is_found(self):
        expected = fill(self.path("expected"))
        actual = self.actual_folder(expected)
        changed = convert(b'(text = "changed")', "text", "binary", SCHEMA, "Everything")
        write_file(actual, "0003.binary", changed)
        done = run("compare.py", expected, actual)
        self.assertEqual(done.returncode, 1)
        for view in ("text", "canonical", "json"):
            self.assertIn(f"0003.binary: its {view} is different", done.stdout)
        self.assertNotIn("0004", done.stdout)

    def test_what_is_behind_an_any_pointer_is_compared(self):
        expected = self.path("expected")
        os.mkdir(expected)
        everything = schema_model.load(SCHEMA).Everything
        for folder, name in ((expected, "one"), (self.path("actual"), "another")):
            os.makedirs(folder, exist_ok=True)
            message = everything.new_message()
            message.any = name
            write_file(folder, "0000.binary", message.to_bytes())
        content = read_file(os.path.join(expected, "0000.binary"))
        text = convert(content, "binary", "text", SCHEMA, "Everything")
        write_file(expected, "0000.text", text)
        write_file(expected, "0000.canonical", convert(content, "binary", "canonical"))
        line = run("read_message.py", os.path.join(expected, "0000.binary")).stdout
        write_file(expected, "0000.json", line.encode())
        done = run("compare.py", expected, self.path("actual"))
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("its text is different", done.stdout)
        self.assertIn("0000.binary: its canonical is different", done.stdout)

    def test_values_may_have_the_default_for_null_and_no_more(self):
        expected = fill(self.path("expected"), count=1, root="Everything")
        everything = schema_model.load(SCHEMA).Everything
        actual = self.path("actual")
        os.mkdir(actual)
        for text, texts, status in (
            ("default", [], 0),
            ("x", [], 1),
            ("default", ["x"], 1),
        ):
            write_file(expected, "0000.binary", everything.new_message().to_bytes())
            message = everything.new_message(text=text, texts=texts)
            write_file(actual, "0000.binary", message.to_bytes())
            done = run("compare.py", "--values", expected, actual)
            self.assertEqual(done.returncode, status, done.stdout + done.stderr)

    def test_json_from_elsewhere_is_compared_whatever_its_order(self):
        expected = fill(self.path("expected"))
        actual = self.path("actual")
        os.mkdir(actual)
        message = json.loads(read_file(os.path.join(expected, "0000.json")))
        for change, status in (({}, 0), ({"text": "changed"}, 1)):
            members = dict(sorted((message | change).items()))
            write_file(actual, "0000.json", json.dumps(members).encode())
            done = run("compare.py", expected, actual)
            self.assertEqual(done.returncode, status, done.stdout + done.stderr)

    def test_damaged_bytes_are_reported_as_such(self):
        expected = fill(self.path("expected"))
        actual = self.actual_folder(expected)
        whole = read_file(os.path.join(actual, "0005.binary"))
        write_file(actual, "0005.binary", whole[:-8])
        done = run("compare.py", expected, actual)
        self.assertEqual(done.returncode, 1)
        self.assertIn("0005.binary: the peer cannot read it", done.stdout)

    def test_nothing_to_compare_is_a_failure(self):
        expected = fill(self.path("expected"), count=1)
        os.mkdir(self.path("actual"))
        done = run("compare.py", expected, self.path("actual"))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("nothing to compare", done.stderr)

    def test_messages_one_after_another_are_read_in_order(self):
        folder = fill(self.path("out"), count=3)
        for encoding in ("binary", "packed", "segmented"):
            contents = [read_file(os.path.join(folder, f"000{i}.{encoding}")) for i in range(3)]
            lines = [read_file(os.path.join(folder, f"000{i}.json")).decode() for i in range(3)]
            write_file(self.folder, "stream", b"".join(contents))
            done = run("read_message.py", f"--encoding={encoding}", self.path("stream"))
            self.assertEqual(done.stdout, "".join(lines), done.stderr)


if __name__ == "__main__":
    unittest.main()
