"""Does with reductionml what `stow train` and `stow predict` do, and prints what that took.

Usage: python reductionml_peer.py train|predict|model DATA FORMAT CONFIG MODEL
"""

import json
import sys
import time

from reductionml import FormatType, Workspace


def chunks(path, is_multiline):
    with open(path, encoding="utf-8") as file:
        if not is_multiline:
            yield from file
            return
        lines = []
        for line in file:
            if line.strip():
                lines.append(line)
            elif lines:
                yield "".join(lines)
                lines = []
        if lines:
            yield "".join(lines)


def seconds(work):
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def main():
    what, data, form, config, model = sys.argv[1:]
    kind = {"vw-text": FormatType.VwText, "json": FormatType.Json,
            "dsjson": FormatType.DsJson}[form]
    if what == "model":
        with open(model, "rb") as file:
            content = file.read()
        load = min(seconds(lambda: Workspace.create_from_model(content))[0] for _ in range(7))
        workspace = Workspace.create_from_model(content)
        save = min(seconds(workspace.serialize)[0] for _ in range(7))
        readable = workspace.serialize_to_json()
        save_json = min(seconds(workspace.serialize_to_json)[0] for _ in range(3))
        load_json = min(seconds(lambda: Workspace.create_from_json_model(readable))[0]
                        for _ in range(3))
        print(f"load_reductionml_ms {load * 1000}\nsave_reductionml_ms {save * 1000}")
        print(f"load_reductionml_json_ms {load_json * 1000}")
        print(f"save_reductionml_json_ms {save_json * 1000}")
        return
    with open(config, encoding="utf-8") as file:
        settings = json.load(file)
    settings.pop("$schema", None)
    is_multiline = form == "vw-text" and settings["entryReduction"]["typename"].startswith("Cb")
    start, wall = time.process_time(), time.perf_counter()
    if what == "train":
        workspace = Workspace.create_from_config(settings)
        parse = workspace.create_parser(kind).parse
        learn = workspace.learn
        for chunk in chunks(data, is_multiline):
            learn(*parse(chunk))
        content = bytes(workspace.serialize())
        with open(model, "wb") as file:
            file.write(content)
    else:
        with open(model, "rb") as file:
            workspace = Workspace.create_from_model(file.read())
        parse = workspace.create_parser(kind).parse
        predict = workspace.predict
        with open(f"{model}.predictions", "w", encoding="utf-8") as file:
            for chunk in chunks(data, is_multiline):
                made = predict(parse(chunk)[0])
                value = made.prediction if hasattr(made, "prediction") else made.value
                file.write(f"{value}\n")
    print(f"cpu {time.process_time() - start}\nwall {time.perf_counter() - wall}")


if __name__ == "__main__":
    main()
