"""Runs many command lines of the aws command in this process, and prints what each came to as JSON."""

import contextlib
import io
import json
import os
import sys

commands = json.load(sys.stdin)
nowhere = os.path.join(os.getcwd(), "no-such-file")
os.environ.update(
    AWS_ACCESS_KEY_ID="testing",
    AWS_SECRET_ACCESS_KEY="testing",
    AWS_CONFIG_FILE=nowhere,
    AWS_SHARED_CREDENTIALS_FILE=nowhere,
    AWS_EC2_METADATA_DISABLED="true",
    AWS_PAGER="",
    NO_PROXY="127.0.0.1",
)
os.chdir(sys.argv[1])

from awscli.clidriver import create_clidriver  # noqa: E402  (after the environment that it reads)

# Each command has a session of its own, as in a process of its own; only the models of the services are read once.
models = create_clidriver().session.get_component("data_loader")


def run(args):
    driver = create_clidriver()
    driver.session.register_component("data_loader", models)
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = driver.main(args)
        except SystemExit as ended:
            code = ended.code
    return {"code": code or 0, "stdout": out.buffer.getvalue().decode(), "stderr": err.buffer.getvalue().decode()}


json.dump([run(args) for args in commands], sys.stdout)
