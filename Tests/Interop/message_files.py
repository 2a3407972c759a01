"""The encodings of a message file, and the `capnp` tool's conversions between them."""

import os
import subprocess

# Our name of an encoding of messages -> the tool's.
ENCODINGS = {
    "binary": "binary",
    "packed": "packed",
    "flat": "flat",
    "flat-packed": "flat-packed",
    "canonical": "canonical",
    # Binary in as many segments as it takes: what a reader must make of far pointers.
    "segmented": "binary",
}

# For messages larger than the default limits, such as whole models.
READ_LIMITS = {"traversal_limit_in_words": 2**61, "nesting_limit": 1000}


def convert(content, source, target, schema=None, root=None, imports=(), segment_words=None):
    """What `capnp convert` makes of some bytes. Text needs the schema and its root type."""
    command = ["capnp", "convert", "--quiet"]
    if segment_words:
        command.append(f"--segment-size={segment_words}")
    if schema:
        command += [f"-I{directory}" for directory in imports]
    command.append(f"{ENCODINGS.get(source, source)}:{ENCODINGS.get(target, target)}")
    if schema:
        command += [schema, root]
    done = subprocess.run(command, input=content, capture_output=True)
    # The tool reports a message that it cannot read, and ends well all the same.
    if done.returncode != 0 or done.stderr:
        raise ValueError(f"{' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def read_file(path):
    with open(path, "rb") as file:
        return file.read()


def write_file(directory, name, content):
    with open(os.path.join(directory, name), "wb") as file:
        file.write(content)


def add_schema_arguments(parser):
    parser.add_argument("--schema", required=True, help="a .capnp file")
    parser.add_argument("--type", required=True, help="its root struct, as in Outer.Inner")
    parser.add_argument(
        "--import-path", action="append", default=[], help="a folder for absolute imports"
    )
