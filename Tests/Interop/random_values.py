"""Random values of every type, with the edges more often than chance would have them."""

import math
import struct

INTEGERS = {
    f"{prefix}int{bits}": (signed, bits)
    for bits in (8, 16, 32, 64)
    for prefix, signed in (("", True), ("u", False))
}

TEXTS = (
    "",
    "a",
    "seven b",
    "exactly8",
    "The quick brown fox jumps over the lazy dog.",
    "Grüße, žluťoučký kůň, 你好, 🜁🜂🜃",
    'quotes " and \' and \\ and \t\r\n',
    "\u0001\u007f\u0080\uffff\U0010ffff",
)


def integer(random, kind):
    signed, bits = INTEGERS[kind]
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)
    edges = (0, 1, low, high, low + 1, high - 1, -1 if signed else 2)
    return random.choice(edges) if random.random() < 0.3 else random.randint(low, high)


def floating(random, kind):
    double = kind == "float64"
    edges = (0.0, -0.0, 1.0, -1.5, math.inf, -math.inf, math.nan)
    if random.random() < 0.3:
        return random.choice(edges)
    bits = random.getrandbits(64 if double else 32)
    value = struct.unpack("<d" if double else "<f", bits.to_bytes(8 if double else 4, "little"))[0]
    # Which NaN comes back is not the same on every way a double travels.
    return value if not math.isnan(value) else math.nan


def text(random):
    if random.random() < 0.5:
        return random.choice(TEXTS)
    return "".join(chr(random.randrange(0x20, 0x250)) for _ in range(random.randrange(40)))


def data(random):
    # Runs of zeros and of full bytes are what packing treats apart.
    shape = random.randrange(4)
    length = random.randrange(50)
    if shape == 0:
        return bytes(length)
    if shape == 1:
        return random.randbytes(length)
    if shape == 2:
        return bytes(random.choice((0, 0, 0, 0xFF, 7)) for _ in range(length))
    return bytes(random.randrange(1, 256) for _ in range(length * 8))


def count(random, longest):
    """The length of a list: often none or one, seldom many."""
    shape = random.random()
    if shape < 0.2:
        return 0
    if shape < 0.4:
        return 1
    return random.randint(2, max(2, longest))
