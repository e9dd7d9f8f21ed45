"""Expands the templates on standard input, by name, as the SAM transform does."""

import json
import logging
import sys

import boto3
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

logging.disable(logging.CRITICAL)
session = boto3.session.Session(region_name="eu-west-1")
# SAM asks IAM for AWS's own policies; their ARNs follow from their names.
managed = {"AWSLambda_FullAccess": "arn:aws:iam::aws:policy/AWSLambda_FullAccess"}


def expand(name, body):
    try:
        return Translator(managed, Parser(), boto_session=session).translate(body, {})
    except InvalidDocumentException as invalid:
        sys.exit("\n".join(f"{name}: {cause.message}" for cause in invalid.causes))


json.dump({name: expand(name, body) for name, body in json.load(sys.stdin).items()}, sys.stdout)
