#!/usr/bin/env python3
"""Short news texts in every language against the judgement: sentences.py VIGIE [LANGUAGE…]. Each sentences/<language>.toml
holds [[text]] tables written for this test: what a newspaper of the language would print, with `act`, `accused`, `victims` and
`actors` where the text is relevant, or `not` = the kind of ordinary news it is. Prints what fails by language and ends with
1 when a figure is under its floor."""
import collections
import json
import pathlib
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
# Least share of texts judged right over all languages. Raising is free, lowering needs its reason in the commit.
FLOORS = {"relevance": 0.99, "accused": 0.985, "victims": 0.93, "actors": 0.96, "act": 0.91}


def read(languages):
    for file in sorted((HERE / "sentences").glob("*.toml")):
        if languages and file.stem not in languages:
            continue
        for number, text in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["text"], 1):
            yield {"id": f"{file.stem}/{number}", "lang": file.stem, **text}


def judge(vigie, texts):
    lines = (json.dumps({"kind": "text", **{k: t[k] for k in ("id", "lang", "title", "text")}}) for t in texts)
    run = subprocess.run([vigie, "inspect", "--jsonl"], input="\n".join(lines) + "\n", capture_output=True, text=True, timeout=120, check=True)
    return {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}


def differences(text, answer):
    """Which fields were asked, and what is wrong with which."""
    asked, wrong = ["relevance"], {}
    relevant = "not" not in text
    if answer["relevant"] != relevant:
        wrong["relevance"] = f"{answer['relevance']:.2f} for {text.get('not', text.get('act'))}"
        return asked, wrong
    if not relevant:
        return asked, wrong
    for field, key in (("accused", "accused_states"), ("victims", "victim_states"), ("actors", "actors")):
        if field not in text:
            continue
        asked.append(field)
        if set(text[field].split()) != set(answer[key]) and text[field] not in answer[key]:
            wrong[field] = f"{text[field]}, not {' '.join(answer[key]) or '-'}"
    asked.append("act")
    if answer["act"] != text["act"]:
        wrong["act"] = f"{text['act']}, not {answer['act']}"
    return asked, wrong


def main():
    texts = list(read(sys.argv[2:]))
    answers = judge(sys.argv[1], texts)
    asked, failed = collections.Counter(), collections.Counter()
    for text in texts:
        fields, wrong = differences(text, answers[text["id"]])
        asked.update(fields)
        failed.update(wrong.keys())
        for field, told in wrong.items():
            print(f"{text['id']:6} {field:9} {told}  | {text['title'][:70]}")
    below = False
    for field, count in asked.items():
        share = 1 - failed[field] / count
        below = below or share < FLOORS[field]
        print(f"{field:9} {count - failed[field]}/{count} = {share:.3f}  floor {FLOORS[field]}")
    sys.exit(below)


if __name__ == "__main__":
    main()
