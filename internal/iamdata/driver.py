"""Says of each IAM action on standard input whether cfn-lint's data has it, and the ARNs of the resources it knows."""

import importlib.resources
import json
import sys

data = json.loads(importlib.resources.files("cfnlint.data.AdditionalSpecs").joinpath("Policies.json").read_text())


def look_up(name):
    prefix, _, action = name.partition(":")
    service = data.get(prefix.lower(), {"Actions": {}})
    found = service["Actions"].get(action.lower())
    if found is None:
        return {"known": False}
    arns = []
    for resource in found.get("Resources", []):
        arns += service["Resources"].get(resource.lower(), {}).get("ARNFormats", [])
    return {"known": True, "arns": arns}


json.dump({name: look_up(name) for name in json.load(sys.stdin)}, sys.stdout)
