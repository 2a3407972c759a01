"""Records what reductionml 0.1.0 makes of examples, for the tests of Reductions.

Usage: python record.py FOLDER   (with reductionml==0.1.0 from PyPI)

Each case has one namespace at most, or none that could come in another order: version 0.1.0 goes
through namespaces in an order that changes from run to run.
"""

import base64
import json
import random
import struct
import sys

from reductionml import FormatType, Workspace

random.seed(7)


def bits(value):
    return struct.pack(">f", value).hex()


def prediction(value):
    if hasattr(value, "raw_prediction"):
        return [bits(value.prediction), bits(value.raw_prediction)]
    return [bits(score) for _, score in value.value]


def record(name, config, form, chunks):
    workspace = Workspace.create_from_config(config)
    parser = workspace.create_parser(getattr(FormatType, form))
    rows = []
    for chunk in chunks:
        try:
            features, label = parser.parse(chunk)
        except BaseException:
            rows.append([chunk])
            continue
        try:
            if label is None:
                made = workspace.predict(features)
            else:
                made = workspace.predict_then_learn(features, label)
        except BaseException:
            raise SystemExit(f"{name}: {chunk!r} cannot be recorded")
        rows.append([chunk, prediction(made)])
    model = bytes(workspace.serialize())
    try:
        readable = workspace.serialize_to_json()
    except BaseException:
        readable = None  # It cannot write numbers that JSON does not have.
    content = {
        "config": config,
        "format": form,
        "rows": rows,
        "model": base64.b64encode(model).decode(),
        "json": readable,
    }
    with open(f"{sys.argv[1]}/{name}.json", "w") as file:
        json.dump(content, file, separators=(",", ":"))
        file.write("\n")
    failed = sum(len(row) == 1 for row in rows)
    print(f"{name}: {len(rows)} rows, {failed} refused, {len(model)} bytes")


def coin(bits=18, config=None, **others):
    return {
        "globalConfig": {"numBits": bits, **others},
        "entryReduction": {"typename": "Coin", "config": config or {}},
    }


def number():
    return random.choice(
        [
            f"{random.gauss(0, 1):.3f}",
            f"{random.uniform(-9, 9):.17g}",
            f"{random.gauss(0, 1):.9e}",
            str(random.randint(-5, 5)),
            f"{random.uniform(0, 1):.25f}",
        ]
    )


def line(space, names, most=6, label=True, weight=False):
    words = [f"{random.choice(names)}:{number()}" for _ in range(random.randint(0, most))]
    head = number() if label else ""
    if label and weight:
        head += f" {random.uniform(0.1, 3):.3f}"
    return f"{head} |{space} {' '.join(words)}"


def text(count, **others):
    names = ["a", "bb", "ccc", "dddd", "eight888", "nine99999", "sixteen_sixteen_"]
    return [line("f", names, **others) for _ in range(count)]


record("plain", coin(), "VwText", text(120))
record("weights", coin(bits=10, config={"alpha": 2.5, "beta": 0.3}), "VwText", text(80, weight=True))
record("seed", coin(bits=20, hashSeed=12345), "VwText", text(40))
record("noconstant", coin(constantFeatureEnabled=False), "VwText", text(40))
for size in (1, 2, 5, 16, 17, 20, 21, 22):
    record(f"bits{size}", coin(bits=size), "VwText", text(12))
pair = [[{"Name": "f"}, {"Name": "f"}]]
record("quadratic", coin(interactions=pair), "VwText", text(80))
triple = [[{"Name": "f"}, {"Name": "f"}, {"Name": "f"}]]
record("cubic", coin(bits=14, interactions=triple), "VwText", text(60, most=5))
record("both", coin(interactions=pair + triple + [["Default", "Default"]]), "VwText", text(60, most=4))
record("defaults", coin(interactions=[["Default", "Default"]]), "VwText",
       [line("", ["x", "y", "zz"]) for _ in range(60)])

lengths = list(range(0, 70)) + list(range(70, 300, 7)) + [
    127, 128, 129, 239, 240, 241, 255, 256, 257, 319, 320, 500, 511, 512, 513, 1000, 1023, 1024,
    1025, 1088, 1500, 2047, 2048, 2049, 3000]
letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
record("lengths", coin(bits=22), "VwText",
       ["1 |n " + "".join(random.choice(letters) for _ in range(length)) for length in lengths])
record("longspaces", coin(bits=22, hashSeed=99), "VwText",
       ["1 |" + "".join(random.choice(letters) for _ in range(length)) + " x" for length in
        (1, 3, 4, 8, 9, 16, 17, 100, 128, 129, 200, 240, 241, 600, 1024, 1500)])
record("unicode", coin(), "VwText",
       ["1 |ñ größe:2 名前:3 x:日本 \u00a0y z:\u2003v\u2003", "0.5 |🙂 a🙂:1 b:🙂🙂", "2 |f é e\u0301"])
record("numbers", coin(bits=8), "VwText",
       [f"1 |f x:{word}" for word in
        ("+1", "-1", ".5", "5.", "1e2", "1e", "1e+", "0x10", "1_000", "inf", "abc", "-", "+", ".",
         "1.5.2", "٣", "1e-50", "1e39", "00012", "-0", "1e400", "123456789012345678901234567890",
         "0.1000000014901161193847656250000001", "16777217", "1.00000017881393432617187499",
         "7.038531e-26", "1.17549435e-38", "1.4e-45", "0.7e-45", "3.4028235e38", "3.4028236e38")])
record("special", coin(bits=8), "VwText",
       ["1 |f a:inf", "1 |f b:nan c", "2 |f c d", "|f c", "1 |f a"])
record("infinite", coin(bits=8), "VwText", ["inf |f a", "1 |f a", "nan |f a b", "3 |f b", "|f a b"])
record("zeros", coin(bits=8), "VwText", ["-0 |f a", "0 |f a:-0", "-0.0 0 |f a", "1 |f a:0", "|f a"])
record("odd", coin(bits=16), "VwText", [
    "1|f a", "1 |f a", "1 2 |f a b", "1 2 'tag |f a", "1 'tag|f a", "1 tag|f a", "1 2 3 |f a",
    "x |f a", "1 |", "1 | ", "", "1", "1 ", "| a", "1 |f", "1 | a b", "1 |f:2 a b:3", "1 |f:x a",
    "1 |:default a", "1 |:2 a", "1 |f a:b:c", "1 |f :3 :4 a :5", "1 |f :abc", "1 |f ::", "1 |f a:",
    "1 |f a::b", "1 |f :", "1 |f a |f b", "1 |f a\t\tb", "1 |f:0.5 :2 :3 x:y", "1 |\tf a",
    "1\t|f a", "  1   |f   a  ", "1 |f a'b \"c\"", "1 |f:-2 a", "1 |f a|f b"])


def named():
    return {name: random.choice([random.gauss(0, 1), random.choice(["x", "yy"]),
                                 random.random() < 0.5, random.randint(-3, 3)])
            for name in random.sample(["a", "b", "c", "dd", "ee"], random.randint(0, 4))}


record("json", coin(), "Json",
       [json.dumps({"label": {"value": random.gauss(0, 2), "weight": 1.0}, "features": {"n": named()}})
        for _ in range(60)])
record("jsonlists", coin(bits=12), "Json",
       [json.dumps({"features": {"n": [random.gauss(0, 1) for _ in range(4)]}, "label": index % 3})
        for index in range(30)]
       + [json.dumps({"features": {"n": ["a", "b", "é"]}, "label": 1.5}),
          json.dumps({"features": {"n": [1, "b"]}, "label": 1.5}),
          json.dumps({"features": {":default": {"a": 1}}, "label": 1}),
          json.dumps({"features": {" ": {"a": 1}}, "label": 1}),
          '{"features": {"n": {"a": 1e400}}, "label": 1}', '{"features": {"n": {"a": null}}}',
          '{"features": {"n": 3}, "label": 1}', '{"features": {}, "label": 1}', '{"label": 1}',
          '{"features": {"n": {"a": 0.1, "a": 0.2}}, "label": 1}', "nonsense", "[]", "",
          '{"features": {"n": {"a": 123456789012345678901234567890, "b": 1.0e-3}}, "label": -0.0}',
          '{"features": {"n": {"a": 1.00000017881393432617187499}}, "label": 1}',
          '{"features": {"n": {"a": 9007199254740993, "b": -5}}, "label": 2}'])


def bandit(typename, config=None, bits=12, **others):
    return {"globalConfig": {"numBits": bits, **others},
            "entryReduction": {"typename": typename, "config": config or {}}}


def choice(index):
    actions = random.randint(1, 5)
    taken = random.randrange(actions)
    return json.dumps({
        "label": {"action": taken, "cost": random.choice([0.0, 1.0, -0.5, random.random()]),
                  "probability": random.choice([0.25, 0.5, 1.0, 0.1])},
        "shared": {"n": {"user": random.choice("abc")}},
        "actions": [{"n": {"id": str(action), "x": random.gauss(0, 1)}} for action in range(actions)]})


same = [[{"Name": "n"}, {"Name": "n"}]]
for name, config in {
    "cbmtr": bandit("CbAdf"), "cbmtrpairs": bandit("CbAdf", interactions=same),
    "cbips": bandit("CbAdf", {"cbType": "ips"}, interactions=same),
    "cbregressor": bandit("CbAdf", {"regressor": {"typename": "Coin", "config": {"alpha": 2}}}),
    "cbgreedy": bandit("CbExploreAdfGreedy", {"epsilon": 0.2}),
    "cbgreedyips": bandit("CbExploreAdfGreedy", {"cbAdf": {"typename": "CbAdf", "config": {"cbType": "ips"}}}),
    "cbsquare": bandit("CbExploreAdfSquareCb", interactions=same),
    "cbsquareconfig": bandit("CbExploreAdfSquareCb", {
        "gammaScale": 3, "gammaExponent": 0.7,
        "cbAdf": {"typename": "CbAdf", "config": {"cbType": "mtr", "regressor": {
            "typename": "Coin", "config": {"alpha": 10, "beta": 0.1}}}}}),
    "cbsquarefloor": bandit("CbExploreAdfSquareCb", {"uniformEpsilon": 0.2}),
    "cbsquareuniform": bandit("CbExploreAdfSquareCb", {"uniformEpsilon": 1.0}),
}.items():
    record(name, config, "Json", [choice(index) for index in range(60)])

record("cbtext", bandit("CbExploreAdfGreedy"), "VwText", [
    "shared |n u\n0:1:0.5 |n a\n |n b", "shared |n u\n |n a\n0:0.2:0.25 |n b", "shared |n u\n |n a\n |n b",
    "shared |n u\n1:1:0.5 |n a\n2:1:0.5 |n b", "shared |n u\nx |n a", "shared |n u\n0:1 |n a",
    "shared |n u\r\n0:-1:0.5 |n a\r\n |n b\r\n", "shared |n u v w\n |n a x\n |n b y\n0:2:0.3 |n c z"])
events = []
for index in range(40):
    actions = random.randint(2, 4)
    event = {
        "_label_cost": random.choice([0.0, -1.0]), "_label_probability": random.choice([0.2, 0.7]),
        "_label_Action": 1, "_labelIndex": random.randrange(actions), "Timestamp": "2021-02-04",
        "a": list(range(1, actions + 1)), "p": [0.5] * actions,
        "c": {"flag": True, "off": False, "age": random.randint(1, 9), "city": random.choice(["b", "m"]),
              "_ignored": {"x": 1},
              "_multi": [{"_tag": str(action), "id": f"a{action}", "v": action * 0.5}
                         for action in range(actions)]}}
    if index % 7 == 3:
        for key in ("_label_cost", "_label_probability", "_labelIndex"):
            del event[key]
    events.append(json.dumps(event))
events += ['{"c": {"_multi": [{"x": null}]}}', '{"c": {"x": 1}}', "{}", '{"c": {"_multi": []}, "_label_cost": 1}']
record("dsjson", bandit("CbExploreAdfSquareCb"), "DsJson", events)
nested = []
for index in range(20):
    nested.append(json.dumps({
        "_label_cost": 1.0, "_label_probability": 0.5, "_labelIndex": 0,
        "c": {"n": {"a": index, "w": "x"}, "_multi": [{"n": [{"q": "r", "s": 2}, 3, None, 4.5]}, {"n": [1, 2]}]}}))
record("dsjsonnested", bandit("CbAdf"), "DsJson", nested)
