#!/usr/bin/env python3
"""script/demo ends with the digest it should: demo_check.py ROOT VIGIE. Compares the day's JSON digest with what the
demonstration world plants (script/demo_sites/serve.py --truth); exit 1 names what differs."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

if sys.version_info < (3, 11):
    print("demo: skipped, Python older than 3.11 has no tomllib")
    sys.exit(0)

ROOT, VIGIE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()


def demonstrate(folder):
    environment = {**os.environ, "VIGIE": str(VIGIE), "VIGIE_DEMO_FOLDER": str(folder), "NO_COLOR": "1"}
    begun = time.monotonic()
    run = subprocess.run([ROOT / "script" / "demo"], env=environment, capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        sys.exit(f"script/demo left with {run.returncode}\n{run.stdout[-3000:]}\n{run.stderr[-3000:]}")
    return run.stdout, time.monotonic() - begun


def digest(folder):
    day = time.strftime("%Y-%m-%d", time.gmtime())
    run = subprocess.run([VIGIE, "digest", "--date", day, "--format", "json", "--config", folder / "vigie.toml"],
                         capture_output=True, text=True, timeout=60, check=True)
    return json.loads(run.stdout)


def differences(stories, truth):
    told = {url: index for index, story in enumerate(stories) for url in (a["url"] for a in story["articles"])}
    for row in truth:
        if not row["story"] and row["url"] in told:
            yield f"ordinary news in the digest: {row['source']}: {row['title']}"
    for event, least in (("harbour", 14), ("grid", 5), ("shipyard", 3)):
        rows = [r for r in truth if r["story"] == event]
        found = [told[r["url"]] for r in rows if r["url"] in told]
        if len(found) < least:
            missing = [f"{r['source']} ({r['language']})" for r in rows if r["url"] not in told]
            yield f"{event}: {len(found)} of {len(rows)} articles in the digest, at least {least} wanted; missing {missing}"
        if len(set(found)) > 1:
            yield f"{event}: told as {len(set(found))} stories"
    harbour = {told[r["url"]] for r in truth if r["story"] == "harbour" and r["url"] in told}
    statements = [s for index in harbour for s in stories[index]["statements"]]
    for act, stance in (("accusation", "asserts"), ("denial", "denies")):
        if not any(s["act"] == act or s["stance"] == stance for s in statements):
            yield f"harbour: no {act} among its statements"


def main():
    truth = subprocess.run([sys.executable, ROOT / "script" / "demo_sites" / "serve.py", "--truth"],
                           capture_output=True, text=True, check=True).stdout
    truth = [json.loads(line) for line in truth.splitlines()]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "demo"
        output, took = demonstrate(folder)
        mistakes = list(differences(digest(folder)["stories"], truth))
        html = list((folder / "digests").glob("*.html"))
        if not html or html[0].stat().st_size < 2000 or str(html[0].name) not in output:
            mistakes.append("no HTML digest, or script/demo does not name it")
    if took > 60:
        mistakes.append(f"script/demo took {took:.0f} s, at most 60 wanted")
    print("\n".join(mistakes) or f"demo: {took:.0f} s, all well")
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
