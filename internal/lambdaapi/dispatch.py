"""The handler of many functions in one process.

It loads each as the runtime client would, from a folder of its own, and passes on what the runtime client gave it, so that
answers and errors are the runtime client's to judge. Functions have modules of the same names: those of one are forgotten
before the next is loaded, and live on in its handler.
"""

import importlib
import json
import os
import sys
import traceback
from pathlib import Path

entries = json.loads(Path(__file__).with_name("functions.json").read_text(encoding="utf-8"))


def load(entry):
    folder = Path(entry["dir"], entry["handler"]).parent.resolve()
    module, name = Path(entry["handler"]).name.split(".")
    known = set(sys.modules)
    sys.path.insert(0, str(folder))
    os.environ.update(entry.get("env") or {})
    try:
        importlib.invalidate_caches()
        return {"handler": getattr(importlib.import_module(module), name)}
    except Exception as error:
        trace = traceback.format_exception(error)
        return {"error": {"errorType": type(error).__name__, "errorMessage": str(error), "trace": trace}}
    finally:
        restore(entry)
        sys.path.remove(str(folder))
        for loaded in set(sys.modules) - known:
            if str(folder) in (getattr(sys.modules[loaded], "__file__", None) or ""):
                del sys.modules[loaded]


def restore(entry):
    for name in entry.get("env") or {}:
        os.environ.pop(name, None)


functions = [load(entry) for entry in entries]


def handler(call, context):
    number = call["function"]
    if number < 0:
        return [function.get("error") for function in functions]
    os.environ.update(entries[number].get("env") or {})
    try:
        return functions[number]["handler"](call["event"], context)
    finally:
        restore(entries[number])
