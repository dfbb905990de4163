#!/usr/bin/env python3
"""Rehearses a deployment of template.yaml without an AWS account.

1. Expands the template with the SAM translator, as CloudFormation does.
2. Checks the result with cfn-lint, which is strict on it and lenient on the SAM file.
3. Compares expansions: a changed timeout makes a new version behind an alias; nothing else does.
4. Creates, updates and deletes the resources that moto's CloudFormation takes, and names those it does not.

    python3 infrastructure/rehearse.py            # installs the pinned packages below into a temporary environment
    python3 infrastructure/rehearse.py --here     # uses those of this Python
    python3 infrastructure/rehearse.py --from old.yaml   # begins with the template of an earlier release

Exit code 0: everything that could be rehearsed held. 1: something did not. 77: the packages cannot be had.
"""

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import venv

PACKAGES = ["aws-sam-translator==1.115.0", "cfn-lint==1.58.0", "moto[cloudformation,dynamodb,s3]==5.2.5", "boto3==1.44.8", "pyyaml==6.0.3"]
ROOT = pathlib.Path(__file__).resolve().parent
REGION = "eu-central-1"

# Exit code where the packages cannot be had. Python itself ends with 2, where it cannot open this file.
UNAVAILABLE = 77
PARAMETERS = {"Contact": "editor@example.org"}

# What moto 5.2.5 creates through CloudFormation, of the types that the template has.
EMULATED = {
    "AWS::S3::Bucket",
    "AWS::SQS::Queue",
    "AWS::DynamoDB::Table",
    "AWS::SNS::Topic",
    "AWS::IAM::Role",
    "AWS::Logs::LogGroup",
}
DATA = {"AWS::S3::Bucket", "AWS::DynamoDB::Table"}


def in_a_temporary_environment():
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(pathlib.Path(folder, "Scripts" if os.name == "nt" else "bin", "python"))
        if subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES]).returncode != 0:
            print("rehearse: skipped, the packages cannot be installed:", ", ".join(PACKAGES))
            return UNAVAILABLE
        return subprocess.run([python, __file__, "--here", *sys.argv[1:]]).returncode


def read_template(file):
    """Reads YAML with CloudFormation's short forms as their long ones."""
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    def intrinsic(loader, suffix, node):
        if isinstance(node, yaml.ScalarNode):
            value = loader.construct_scalar(node)
        elif isinstance(node, yaml.SequenceNode):
            value = loader.construct_sequence(node, deep=True)
        else:
            value = loader.construct_mapping(node, deep=True)
        if suffix in ("Ref", "Condition"):
            return {suffix: value}
        if suffix == "GetAtt" and isinstance(value, str):
            value = value.split(".", 1)
        return {"Fn::" + suffix: value}

    Loader.add_multi_constructor("!", intrinsic)
    # Versions of policies and templates are text, not dates.
    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in Loader.yaml_implicit_resolvers.items()
    }
    return yaml.load(file.read_text(encoding="utf-8"), Loader)


def expanded(template):
    """Returns the template after the SAM transformation; zips stand in a bucket, as after `sam package`."""
    import boto3
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator

    packaged = copy.deepcopy(template)
    for resource in packaged["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            name = pathlib.Path(resource["Properties"]["CodeUri"]).name
            resource["Properties"]["CodeUri"] = {"Bucket": "packaged", "Key": name}
    defaults = {k: v["Default"] for k, v in packaged["Parameters"].items() if "Default" in v}
    session = boto3.session.Session(region_name=REGION)
    translator = Translator({}, Parser(), boto_session=session)
    return translator.translate(packaged, {**defaults, **PARAMETERS, "AWS::Region": REGION})


def findings(result):
    from cfnlint.api import ManualArgs, lint

    return lint(json.dumps(result, indent=1), config=ManualArgs(regions=[REGION]))


def lint(result):
    wrong = copy.deepcopy(result)
    wrong["Resources"]["ParseDocumentFunction"]["Properties"].update(Runtime="java99", Timeout=9_000)
    found = [match for match in findings(wrong) if match.rule.id.startswith("E")]
    seen = check(len(found) >= 2, f"cfn-lint finds a made-up runtime and timeout ({len(found)} errors)")
    matches = findings(result)
    errors = [match for match in matches if match.rule.id.startswith("E")]
    for match in matches:
        print("  ", match.rule.id, "/".join(str(part) for part in match.path or []), match.message)
    return seen & check(not errors, f"cfn-lint: {len(errors)} errors, {len(matches) - len(errors)} others")


def versions(result):
    return {name for name, resource in result["Resources"].items() if resource["Type"] == "AWS::Lambda::Version"}


def aliases(template, result):
    """A version is named by a hash of what it holds; another name is a new version behind the alias."""
    held = True
    for logical, resource in template["Resources"].items():
        if not resource.get("Properties", {}).get("AutoPublishAlias"):
            continue
        changed = copy.deepcopy(template)
        changed["Resources"][logical]["Properties"]["Timeout"] -= 1
        new = versions(expanded(changed)) - versions(result)
        held &= check(len(new) == 1, f"{logical}: a changed timeout makes {len(new)} new version")
    return held & check(versions(expanded(template)) == versions(result), "the same template makes no new version")


def emulated(result):
    """Returns the part that the emulator takes, without references to the rest."""
    part = {k: copy.deepcopy(v) for k, v in result.items() if k in ("Parameters", "Conditions", "Mappings")}
    part["Resources"] = {n: copy.deepcopy(r) for n, r in result["Resources"].items() if r["Type"] in EMULATED}
    while True:
        lost = [n for n, r in part["Resources"].items() if not set(references(r)) <= set(part["Resources"]) | set(part["Parameters"])]
        if not lost:
            break
        for name in lost:
            del part["Resources"][name]
    for resource in part["Resources"].values():
        depends = resource.pop("DependsOn", None)
        kept = [d for d in ([depends] if isinstance(depends, str) else depends or []) if d in part["Resources"]]
        if kept:
            resource["DependsOn"] = kept
    return part


def references(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "Ref" and not value.startswith("AWS::"):
                yield value
            elif key == "Fn::GetAtt":
                yield value[0] if isinstance(value, list) else value.split(".")[0]
            elif key == "Fn::Sub" and isinstance(value, str):
                import re
                for name in re.findall(r"\$\{([A-Za-z0-9]+)(?:\.[A-Za-z.]+)?\}", value):
                    yield name
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def physical(cloud):
    return {r["LogicalResourceId"]: r["PhysicalResourceId"]
            for page in cloud.get_paginator("list_stack_resources").paginate(StackName="lede")
            for r in page["StackResourceSummaries"]}


def life(before_update, result):
    """Creates, updates and deletes the emulated part of the stack."""
    import boto3
    from moto import mock_aws

    part = emulated(result)
    left = {n: r["Type"] for n, r in result["Resources"].items() if n not in part["Resources"]}
    types = sorted({t for t in left.values()})
    print(f"not emulated: {len(left)} of {len(result['Resources'])} resources:", ", ".join(types))
    old = emulated(before_update)
    given = [{"ParameterKey": k, "ParameterValue": v} for k, v in PARAMETERS.items()]
    with mock_aws():
        cloud = boto3.client("cloudformation", REGION)
        cloud.create_stack(StackName="lede", TemplateBody=json.dumps(old), Parameters=given, Capabilities=["CAPABILITY_IAM"])
        before = physical(cloud)
        expected = {n for n, r in old["Resources"].items() if is_made(r)}
        held = check(set(before) == expected, f"created {len(before)} resources", str(set(before) ^ expected))
        cloud.update_stack(StackName="lede", TemplateBody=json.dumps(part), Capabilities=["CAPABILITY_IAM"],
                           Parameters=given + [{"ParameterKey": "RetentionDays", "ParameterValue": "30"}])
        after = physical(cloud)
        data = {n for n, r in old["Resources"].items() if r["Type"] in DATA}
        held &= check(all(before[n] == after.get(n) for n in data), f"an update keeps {len(data)} buckets and tables")
        cloud.delete_stack(StackName="lede")
        stacks = [s["StackName"] for s in cloud.list_stacks(StackStatusFilter=["DELETE_COMPLETE"])["StackSummaries"]]
        held &= check(stacks == ["lede"], "deleted")
        retained = [n for n in data if part["Resources"].get(n, {}).get("DeletionPolicy") == "Retain"]
        return held & check(len(retained) == len(data), "every bucket and table is retained by its policy")


def is_made(resource):
    """Conditions at their defaults: what depends on an address, a domain or a model is not made."""
    name = resource.get("Condition")
    return name is None or name in ("HasSearch", "HasSegments", "HasHubConcurrency")


def check(held, what, detail=""):
    print(("ok      " if held else "FAILED  ") + what + ("" if held or not detail else ": " + detail))
    return held


def main():
    if "--here" not in sys.argv:
        return in_a_temporary_environment()
    try:
        import boto3, cfnlint, moto, samtranslator, yaml  # noqa: F401, E401
    except ImportError as missing:
        print("rehearse: skipped, this Python lacks", missing.name)
        return UNAVAILABLE
    os.environ.update(AWS_ACCESS_KEY_ID="rehearsal", AWS_SECRET_ACCESS_KEY="rehearsal", AWS_DEFAULT_REGION=REGION)
    template = read_template(ROOT / "template.yaml")
    result = expanded(template)
    earlier = result
    if "--from" in sys.argv:
        earlier = expanded(read_template(pathlib.Path(sys.argv[sys.argv.index("--from") + 1])))
    count = len(result["Resources"])
    held = check(count <= 500, f"expanded to {count} resources, of 500")
    size = len(json.dumps(result, separators=(",", ":")))
    held &= check(size <= 1_000_000, f"expanded to {size} bytes, of 1 MB")
    held &= lint(result)
    held &= aliases(template, result)
    held &= life(earlier, result)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
