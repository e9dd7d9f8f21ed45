"""Checks the requests on standard input against the models of their services, and prints the problems as JSON."""

import functools
import json
import re
import sys

from botocore.loaders import Loader

load = functools.cache(functools.partial(Loader().load_service_model, type_name="service-2"))
KINDS = {
    "structure": dict, "map": dict, "list": list, "string": str, "blob": str, "boolean": bool, "integer": int, "long": int,
    "float": (int, float), "double": (int, float), "timestamp": (int, float, str),
}


def check(request):
    """Yields the path and message of each problem of one request."""
    model = load(request["service"] or "lambda")
    operation = model["operations"].get(request["operation"])
    if operation is None:
        yield "", f"there is no operation {request['operation']}"
    elif "input" in operation:
        yield from walk(model["shapes"], operation["input"]["shape"], request["json"], "")


def walk(shapes, name, value, path):
    shape = shapes[name]
    kind = shape["type"]
    if not isinstance(value, KINDS[kind]) or isinstance(value, bool) and kind != "boolean":
        yield path, f"{json.dumps(value)} is no {kind}"
    elif kind == "structure":
        yield from structure(shapes, shape, value, path)
    elif kind == "map":
        yield from bounds(shape, len(value), "entries", path)
        for key, each in value.items():
            yield from walk(shapes, shape["key"]["shape"], key, below(path, key))
            yield from walk(shapes, shape["value"]["shape"], each, below(path, key))
    elif kind == "list":
        yield from bounds(shape, len(value), "elements", path)
        for index, each in enumerate(value):
            yield from walk(shapes, shape["member"]["shape"], each, f"{path}[{index}]")
    elif kind == "string":
        yield from text(shape, value, path)
    elif kind in ("integer", "long", "float", "double"):
        yield from bounds(shape, value, "", path)


def structure(shapes, shape, value, path):
    for name in shape.get("required", []):
        if name not in value:
            yield below(path, name), "is required and missing"
    for name, each in value.items():
        if name in shape["members"]:
            yield from walk(shapes, shape["members"][name]["shape"], each, below(path, name))
        else:
            yield below(path, name), "is no member"


def text(shape, value, path):
    yield from bounds(shape, len(value), "characters", path)
    if "enum" in shape and value not in shape["enum"]:
        yield path, f"{value!r} is not one of {', '.join(shape['enum'])}"
    if "pattern" in shape and not re.fullmatch(shape["pattern"], value):
        yield path, f"{value!r} does not match {shape['pattern']}"


def bounds(shape, size, unit, path):
    least, most = shape.get("min"), shape.get("max")
    if least is not None and size < least or most is not None and size > most:
        yield path, f"{size} {unit}".strip() + f", wanted {least} to {most}"


def below(path, name):
    return f"{path}.{name}" if path else name


found = [
    {"request": request["name"], "path": path, "message": message}
    for request in json.load(sys.stdin)
    for path, message in check(request)
]
json.dump(found, sys.stdout)
