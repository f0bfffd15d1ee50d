#!/usr/bin/env python3
"""Runs transcripts of commands and compares what they print: transcripts.py VIGIE FILE….

A transcript is a text file (or the ```console blocks of a Markdown file). A line "$ command" is run by bash in a folder of
the transcript's own, with `vigie` on the PATH, NO_COLOR set and stderr joined; the lines up to the next "$" are what it
must print. "[exit N]" as the last of them is the exit code, 0 where it is not written. "..." alone on a line stands for
any number of lines, within a line for anything. A line "# needs PATH" skips the file where PATH (from the repository's root) is absent; ROOT in a
command is the repository's root."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def blocks(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    if path.suffix != ".md":
        return [(0, lines)]
    found, start = [], None
    for number, line in enumerate(lines):
        if line.startswith("```console"):
            start = number + 1
        elif line.startswith("```") and start is not None:
            found.append((start, lines[start:number]))
            start = None
    return found


def steps(lines):
    step = None
    for number, line in enumerate(lines):
        if line.startswith("$ "):
            if step:
                yield step
            step = (number, line[2:], [])
        elif step:
            step[2].append(line)
    if step:
        yield step


def trimmed(lines):
    lines = [line.rstrip() for line in lines if not line.startswith("# ")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def matches(expected, got):
    def one(line):
        return r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
    pattern = "".join(one(line) for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


def run(command, folder, vigie):
    environment = {**os.environ, "NO_COLOR": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "ROOT": str(ROOT),
                   "PATH": f"{vigie.parent}:{os.environ['PATH']}", "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    command = command.replace("ROOT", str(ROOT))
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    got = done.stdout.replace(str(ROOT), "ROOT").replace(str(folder), "FOLDER").split("\n")
    return trimmed(got) + ([f"[exit {done.returncode}]"] if done.returncode else [])


def check(path, vigie):
    text = path.read_text(encoding="utf-8")
    for needed in re.findall(r"^(?:# |<!-- )needs (\S+)", text, re.M):
        if not (ROOT / needed).exists():
            print(f"{path.name}: skipped, {needed} is not here")
            return 0
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for start, lines in blocks(path):
            for number, command, expected in steps(lines):
                got = run(command, pathlib.Path(folder), vigie)
                if not matches(trimmed(expected), got):
                    wrong += 1
                    print(f"{path}:{start + number + 1}: $ {command}\n--- expected", *trimmed(expected), "--- got", *got, sep="\n")
    return wrong


def main():
    vigie, files = pathlib.Path(sys.argv[1]).resolve(), [pathlib.Path(name) for name in sys.argv[2:]]
    wrong = sum(check(path, vigie) for path in files)
    print(f"transcripts: {len(files)} files, {wrong} wrong" if wrong else f"transcripts: {len(files)} files as written")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
