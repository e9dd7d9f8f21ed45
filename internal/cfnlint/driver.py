"""Lints the templates on standard input, as written and as SAM expands them, and prints the findings as JSON."""

import json
import logging
import multiprocessing
import sys

import boto3
from cfnlint.config import ConfigMixIn
from cfnlint.decode.decode import decode_str
from cfnlint.runner import Runner, run_template_by_data
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

REGION = "eu-west-1"
LOCAL = ("CodeUri", "ContentUri", "DefinitionUri")

logging.disable(logging.CRITICAL)
config = ConfigMixIn(include_checks=["I"], regions=[REGION])
rules = Runner(config).rules


def check(template):
    """Returns the findings of one template in both its forms."""
    body, errors = decode_str(template["text"])
    if errors:
        return [finding(template, False, match) for match in errors]
    transform = body.get("Transform", [])
    serverless = "AWS::Serverless-2016-10-31" in ([transform] if isinstance(transform, str) else transform)
    expanded, failed = None, []
    if serverless:
        try:
            expanded = expand(json.loads(json.dumps(body)))
        except InvalidDocumentException as invalid:
            failed = [
                {"template": template["name"], "expanded": True, "rule": "SAM", "line": 0, "path": "", "message": cause.message}
                for cause in invalid.causes
            ]
    found = lint(template, False, body)
    if expanded is not None:
        # Decoded again from its text: the rules want to know where each value stands.
        found += lint(template, True, decode_str(json.dumps(expanded, indent=1))[0])
    return found + failed


def expand(body):
    """Returns what the SAM transform makes of a template; code beside it counts as uploaded, as sam package does it."""
    for resource in body.get("Resources", {}).values():
        properties = resource.get("Properties", {})
        for name in LOCAL:
            if isinstance(properties.get(name), str) and not properties[name].startswith("s3://"):
                properties[name] = "s3://code/" + name
    session = boto3.session.Session(region_name=REGION)
    return Translator({}, Parser(), boto_session=session).translate(body, {})


def lint(template, expanded, body):
    return [finding(template, expanded, match) for match in run_template_by_data(body, config, rules)]


def finding(template, expanded, match):
    return {
        "template": template["name"],
        "expanded": expanded,
        "rule": match.rule.id,
        "line": 0 if expanded else match.linenumber,
        "path": "/".join(map(str, getattr(match, "path", None) or [])),
        "message": match.message,
    }


def main():
    templates = json.load(sys.stdin)
    if len(templates) < 4:  # a second process costs more than it brings
        found = map(check, templates)
    else:
        with multiprocessing.get_context("fork").Pool(2) as pool:
            found = pool.map(check, templates, chunksize=1)
    json.dump([each for one in found for each in one], sys.stdout)


main()
