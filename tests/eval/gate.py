#!/usr/bin/env python3
"""The quality gate: gate.py VIGIE [SHARED]. Runs vigie over the development sets of SHARED (../shared of the checkout) and
compares with floors.json. Raising a floor is free; lowering one needs its reason in the commit. Where SHARED is absent the
gate says so and passes."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
VIGIE = pathlib.Path(sys.argv[1]).resolve()
SHARED = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else HERE.parent.parent.parent / "shared").resolve()


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=600, check=False).stdout


def judgement(scratch):
    """Scores of the labelled articles; the language of each is withheld."""
    cases, pred = SHARED / "truth" / "cases", scratch / "truth.jsonl"
    pred.write_text(run(sys.executable, SHARED / "truth" / "predict.py", cases, "--no-lang", "--", VIGIE, "inspect", "--jsonl"))
    text = run(sys.executable, SHARED / "truth" / "score.py", cases, "--pred", pred, "--no-edge")
    yield "truth.relevance_f1", float(re.search(r"relevance .* F1 ([\d.]+)", text)[1])
    for field in ("accused", "victims", "actors"):
        yield f"truth.{field}_f1", float(re.search(rf"^   {field} +P .* F1 ([\d.]+)", text, re.M)[1])
    yield "truth.act_accuracy", float(re.search(r"act accuracy .* = ([\d.]+)", text)[1])


def conformance(_):
    cases = SHARED / "conformance" / "cases"
    text = run(sys.executable, SHARED / "conformance" / "run.py", "--cases", cases, "--", VIGIE, "inspect", "--jsonl")
    yield "conformance.mean", float(re.search(r"mean over suites ([\d.]+)%", text)[1])
    yield "conformance.worst_suite", min(float(m) for m in re.findall(r"/ *\d+ +([\d.]+)%", text))


def stories(scratch):
    for name, where in (("written", None), ("real", "set=cyber")):
        file, pred = SHARED / "stories" / "cases" / f"{name}.jsonl", scratch / f"{name}.jsonl"
        pred.write_text(run(VIGIE, "inspect", "stories", file))
        text = run(sys.executable, SHARED / "stories" / "score.py", file, "--pred", pred, *(["--where", where] if where else []))
        yield f"stories.{name}_b3", float(re.search(r"^b3 .*F1 ([\d.]+)", text, re.M)[1])
        yield f"stories.{name}_linked", float(re.search(r"^b3_linked .*F1 ([\d.]+)", text, re.M)[1])


def extraction(scratch):
    """Articles out of the pages of publishers; the block model was trained on these pages, so the floors are high."""
    folder = SHARED / "extraction"
    cases = run(folder / "unpack").strip()
    if not cases:
        print("eval: no extraction pages (unpack wants zstd)")
        return
    out, figures = scratch / "extraction.jsonl", scratch / "extraction.json"
    run(sys.executable, folder / "bench.py", "full", "--cases", cases, "--no-boot", "--json", figures, "--name", "vigie",
        "--out", out, "--", VIGIE, "inspect", "--jsonl")
    sets = json.loads(figures.read_text())["extraction"]
    for name in ("fundus", "fundus-eval", "scrapinghub", "wcxb"):
        yield f"extraction.{name}_f1", sets[name]["F1"]
    yield "extraction.snippets_f1", sets["trafilatura"]["wF1"]
    for field in ("title", "date", "author", "lang", "url"):
        yield f"extraction.{field}", sets["fundus"][field]
    yield "extraction.mediacloud_date", sets["htmldate-mediacloud"]["date"]


def main():
    if not (SHARED / "truth").exists():
        print(f"eval: skipped, no development data at {SHARED}")
        return
    floors = json.loads((HERE / "floors.json").read_text())
    broken = 0
    with tempfile.TemporaryDirectory() as scratch:
        for measure in (judgement, conformance, stories, extraction):
            for name, value in measure(pathlib.Path(scratch)):
                below = value < floors[name]
                broken += below
                print(f"{'BELOW' if below else 'ok':6} {name:26} {value:8.3f}  floor {floors[name]}")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
