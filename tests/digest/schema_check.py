#!/usr/bin/env python3
"""schema_check.py REPOSITORY: the golden exports by their schemas. The articles' JSON lines by docs/schema, with
python3-jsonschema; STIX and MISP by ../shared/schemas/validate.py where that is present. Exit 77 where nothing could be
checked."""
import json
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
golden = root / "tests/fixtures/digest"
checked = bad = 0
try:
    import jsonschema
except ImportError:
    jsonschema = None
if jsonschema:
    schema = json.loads((root / "docs/schema/article.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for number, line in enumerate((golden / "export.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        for error in validator.iter_errors(json.loads(line)):
            print(f"export.jsonl:{number}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            bad = 1
    checked += 1
    validate = root.parent / "shared/schemas/validate.py"
    if validate.exists():
        for form in ("stix", "misp"):
            run = subprocess.run([sys.executable, str(validate), form, str(golden / f"export.{form}.json")], text=True,
                                 capture_output=True)
            if "Traceback" in run.stderr:  # this python3-jsonschema is none the validator can work with
                print(f"{form}: not checked, {run.stderr.strip().splitlines()[-1][:120]}")
                continue
            print(run.stdout.strip())
            bad |= run.returncode != 0
            checked += 1
print("schema check: " + ("faults above" if bad else f"{checked} checks good" if checked else "skipped, no python3-jsonschema"))
sys.exit(1 if bad else 0 if checked else 77)
