#!/usr/bin/env python3
"""Learns which blocks of a page are its article and writes parsers/block_model_table.cpp.

  train_block_model.py check  CASES DUMP           held-out scores of the trees alone: each publisher judged by trees that
                                                   never saw it
  train_block_model.py whole  CASES DUMP OUT       the same of the whole program, rules and rescue included: OUT is
                                                   written and build/release/vigie built for each fold, then OUT is
                                                   written from every page; the last line is the reserved publishers',
                                                   judged by trees of all the others
  train_block_model.py write  CASES DUMP OUT       the table, from every page

CASES is the folder ../shared/extraction/unpack prints, DUMP the dump_blocks program (tests/eval/dump_blocks.cpp; ninja
dump_blocks). Run it again whenever parsers/block_features.cpp, class_words.cpp or boilerplate_phrases_table.cpp change.
Needs python3-numpy and python3-sklearn. How labels are made: a block is article when half of its 4-grams stand in the
page's hand-made text; a block of fewer than four words when the text holds it between its neighbours; of pages that
have only snippets, the blocks that hold one. Weights: by the square root of a block's words, pages alike."""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = pathlib.Path(__file__).resolve().parent.parent
SETS = ["fundus", "fundus-eval", "scrapinghub", "wcxb", "trafilatura"]
FOLDS = 4
# Tuned by `check`: more trees, more leaves or a second model over neighbours' scores all lose on held-out publishers.
TREES = dict(max_iter=60, max_leaf_nodes=15, learning_rate=0.15, min_samples_leaf=40, l2_regularization=5.0, max_bins=64,
             random_state=0, early_stopping=False)
UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\uf900-\ufaff"
TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")


def tokens(text):
    return TOKEN.findall(text.lower())


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()


def labels_by_text(truth, blocks):
    words = tokens(truth)
    grams = {tuple(words[i:i + 4]) for i in range(len(words) - 3)}
    line = " " + " ".join(words) + " "
    label = np.zeros(len(blocks), np.int8)
    same = defaultdict(list)
    for i, block in enumerate(blocks):
        if len(block) < 4:
            continue
        own = [tuple(block[k:k + 4]) for k in range(len(block) - 3)]
        if sum(gram in grams for gram in own) >= len(own) / 2:
            label[i] = 1
            same[" ".join(block)].append(i)
    for text, places in same.items():
        if len(places) > 1:  # as many as the truth has, where most of the article is around
            def around(i):
                return sum(label[k] * len(blocks[k]) for k in range(max(0, i - 4), min(len(blocks), i + 5)) if k not in places)
            for i in sorted(places, key=around, reverse=True)[max(1, line.count(f" {text} ")):]:
                label[i] = 0
    for i, block in enumerate(blocks):
        text = " ".join(block)
        if not 0 < len(block) < 4 or f" {text} " not in line:
            continue
        before = " ".join(blocks[i - 1][-3:]) if i else ""
        behind = " ".join(blocks[i + 1][:3]) if i + 1 < len(blocks) else ""
        if (before and f" {before} {text} " in line) or (behind and f" {text} {behind} " in line):
            label[i] = 1
    return label


def labels_by_snippets(case, blocks):
    label = np.full(len(blocks), -1, np.int8)
    squeezed = [squeeze(block) for block in blocks]
    for snippet in map(squeeze, case.get("with") or []):
        holders = [i for i, block in enumerate(squeezed) if snippet in block]
        if holders:
            label[max(holders, key=lambda i: len(squeezed[i]))] = 1
    for snippet in map(squeeze, case.get("without") or []):
        for i, block in enumerate(squeezed):
            if snippet in block and label[i] != 1:
                label[i] = 0
    return label


def fold_of(page):
    return int(hashlib.md5(page["publisher"].encode()).hexdigest(), 16) % FOLDS


def is_reserved(page):
    """One publisher in five: whoever tunes trees, features or rules looks at the others."""
    return int(hashlib.sha1(("reserve " + page["publisher"]).encode()).hexdigest(), 16) % 5 == 0


class Pages:
    def __init__(self, cases, dump):
        self.cases = []
        for name in SETS:
            for path in sorted((pathlib.Path(cases) / name).glob("*/expected.json")):
                self.cases.append(dict(json.loads(path.read_text(encoding="utf-8")), path=str(path.parent / "page.html")))
        with tempfile.TemporaryDirectory() as folder:
            features = pathlib.Path(folder) / "features"
            requests = "".join(json.dumps({"id": c["id"], "path": c["path"], "url": c.get("url") or ""}) + "\n" for c in self.cases)
            answers = subprocess.run([*dump, str(features)], input=requests, capture_output=True, text=True, check=True).stdout
            columns = len((pathlib.Path(str(features) + ".names")).read_text().split())
            self.x = np.fromfile(features, dtype=np.float32).reshape(-1, columns)
        self.pages = [json.loads(line) for line in answers.split("\n") if line]
        rows = len(self.x)
        self.y, self.weight, self.fold = np.full(rows, -1, np.int8), np.zeros(rows), np.zeros(rows, int)
        at = 0
        for case, page in zip(self.cases, self.pages):
            words = [tokens(block) for block in page["blocks"]]
            label = labels_by_text(case["text"], words) if case.get("text") else labels_by_snippets(case, page["blocks"])
            index = np.array(page["rows"], dtype=int)
            page["slice"] = part = slice(at, at + len(index))
            at += len(index)
            count = np.array([len(w) for w in words])
            page["publisher"] = re.sub(r"^www\.", "", case["publisher"] or case["id"])
            self.fold[part] = fold_of(page)
            if len(index):
                self.y[part] = label[index]
                total = count[label == 1].sum()
                self.weight[part] = np.sqrt(count[index] + 1) * (30 / np.sqrt(total + 100)) if case.get("text") else 3.0

    def fit(self, mask):
        mask = mask & (self.y >= 0)
        return HistGradientBoostingClassifier(**TREES).fit(self.x[mask], self.y[mask], sample_weight=self.weight[mask])

    def check(self):
        kept = np.zeros(len(self.x))
        for fold in range(FOLDS):
            held = self.fold == fold
            kept[held] = self.fit(~held).predict_proba(self.x[held])[:, 1]
        bench = load_bench()
        shingles, snippets = defaultdict(list), [0, 0, 0]
        for case, page in zip(self.cases, self.pages):
            text = "\n\n".join(page["blocks"][r] for r, k in zip(page["rows"], kept[page["slice"]]) if k > 0.5)
            if case.get("text"):
                shingles[case["set"]].append(bench.shingle(case["text"], text))
            else:
                found = squeeze(text)
                hits = sum(squeeze(s) in found for s in case.get("with") or [])
                snippets[0] += hits
                snippets[1] += sum(squeeze(s) in found for s in case.get("without") or [])
                snippets[2] += len(case.get("with") or []) - hits
        for name, rows in shingles.items():
            print("%-12s F1 %.4f precision %.3f recall %.3f" % (name, *bench.agg(rows)))
        print("%-12s F1 %.4f" % ("trafilatura", 2 * snippets[0] / (2 * snippets[0] + snippets[1] + snippets[2])))


    def whole(self, out):
        """The whole program over pages of publishers its trees have not seen."""
        with tempfile.TemporaryDirectory() as folder:
            answers = pathlib.Path(folder) / "answers.jsonl"
            held = [fold_of(page) for page in self.pages]
            answers.write_text("".join(self.judged(out, [f == fold for f in held]) for fold in range(FOLDS)))
            report(answers, self.cases)
            reserved = [is_reserved(page) for page in self.pages]
            answers.write_text(self.judged(out, reserved))
            report(answers, [case for case, one in zip(self.cases, reserved) if one])

    def judged(self, out, held):
        """Answers of a program built with trees of the other pages, a line a page."""
        mask = np.ones(len(self.x), bool)
        for page, one in zip(self.pages, held):
            mask[page["slice"]] = not one
        write(self.fit(mask), out)
        subprocess.run([ROOT / "script" / "build", "release", "vigie"], check=True, stderr=subprocess.DEVNULL)
        requests = [{"kind": "page", "id": c["id"], "path": c["path"], "url": c.get("url") or ""}
                    for c, one in zip(self.cases, held) if one]
        program = [ROOT / "build" / "release" / "vigie", "inspect", "--jsonl"]
        return subprocess.run(program, input="".join(json.dumps(r) + "\n" for r in requests), capture_output=True,
                              text=True, check=True).stdout


def load_bench():
    sys.path.insert(0, str(ROOT.parent / "shared" / "extraction"))
    import bench
    return bench


def report(answers, cases):
    bench = load_bench()
    by_set = defaultdict(list)
    for row in bench.score_file(os.fspath(answers), cases):
        by_set[row["set"]].append(row)
    for name, rows in by_set.items():
        result = bench.summary(rows, False)
        print("%-12s pages %d F1 %.4f" % (name, len(rows), result["wF1" if name == "trafilatura" else "F1"]), flush=True)


def number(value):
    text = np.format_float_positional(np.float32(value), unique=True, trim="-")
    return text + ("f" if "." in text else ".f")


def wrapped(cells):
    line = ""
    for cell in cells:
        if len(line) + len(cell) > 118:
            yield line
            line = ""
        line += cell
    yield line


def write(model, out):
    nodes, roots = [], []
    for stage in model._predictors:
        base = len(nodes)
        roots.append(base)
        for node in stage[0].nodes:
            if node["is_leaf"]:
                nodes.append("{k_leaf,0,0,%s}," % number(node["value"]))
            else:
                nodes.append("{%d,%d,%d,%s}," % (node["feature_idx"], base + node["left"], base + node["right"], number(node["num_threshold"])))
    assert len(nodes) < 65535
    base = float(np.ravel(model._baseline_prediction)[0])
    lines = ["// Written by script/train_block_model.py; see docs/evaluation.md. Not edited by hand.", "// clang-format off",
             '#include "parsers/block_model.h"', "", "namespace vigie::parsers {", "namespace {", "",
             "constexpr ModelNode k_block_nodes[] = {", *wrapped(nodes), "};",
             "constexpr std::uint16_t k_block_roots[] = {", *wrapped(f"{r}," for r in roots), "};", "", "}  // namespace", "",
             f"const TreeModel k_block_model{{k_block_nodes, k_block_roots, {len(roots)}, {base:.7f}f}};", "",
             "}  // namespace vigie::parsers", "// clang-format on", ""]
    pathlib.Path(out).write_text("\n".join(lines))


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("check", "whole", "write"):
        sys.exit(__doc__)
    pages = Pages(sys.argv[2], [sys.argv[3]])
    if sys.argv[1] == "check":
        pages.check()
        return
    if sys.argv[1] == "whole":
        pages.whole(sys.argv[4])
    write(pages.fit(np.ones(len(pages.x), bool)), sys.argv[4])


if __name__ == "__main__":
    main()
