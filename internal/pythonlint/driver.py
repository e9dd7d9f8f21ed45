"""Lints and type-checks many functions: ruff takes all at once, mypy one after another in one process, with one cache."""

import json
import os
import subprocess
import sys

from mypy import api


def ruff(config, folders):
    """What ruff's rules and its formatter say, in the settings that a new project has but for the rules."""
    command = [os.path.join(os.path.dirname(sys.executable), "ruff")]
    checked = subprocess.run(
        [*command, "check", "--no-cache", "--config", config, "--output-format", "json", *folders],
        capture_output=True,
        check=False,
    )
    if not checked.stdout:
        sys.exit(checked.stderr.decode())
    for finding in json.loads(checked.stdout):
        place = f"{finding['filename']}:{finding['location']['row']}"
        yield f"{place}: {finding['message']} ({finding['code']})"
    formatted = subprocess.run(
        [*command, "format", "--isolated", "--no-cache", "--diff", *folders],
        capture_output=True,
        check=False,
    )
    if formatted.returncode:
        yield "ruff format: " + formatted.stdout.decode() + formatted.stderr.decode()


def mypy(folders):
    cache = os.path.join(os.getcwd(), "mypy")
    for folder in folders:
        os.chdir(folder)
        arguments = ["--strict", "--python-version", "3.12", "--no-error-summary", "--cache-dir", cache, "--sqlite-cache", "."]
        out, err, status = api.run(arguments)
        if status:
            yield f"mypy: {folder}: {out}{err}"


def main():
    batch = json.load(sys.stdin)
    with open("ruff.toml", "w", encoding="utf-8") as config:
        config.write(batch["rules"])
    json.dump([*ruff(os.path.abspath(config.name), batch["folders"]), *mypy(batch["folders"])], sys.stdout)


main()
