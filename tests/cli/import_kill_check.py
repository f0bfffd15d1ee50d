#!/usr/bin/env python3
"""import_kill_check.py VIGIE [ROUNDS]: `vigie import` of a WARC file and of JSON lines, killed with SIGKILL at random
moments ROUNDS times (6 where nothing is said) and begun again each time. After each kill the database is sound, nothing
that was there is gone, the evidence verifies and its files read to the last committed record; in the end every article is
there once. The WARC file is written here, not by vigie."""
import gzip
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

VIGIE = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 6
PAGES, LINES = 900, 2500
WORDS = ("harbour minister report council budget school winter train market river season museum engine letter garden "
         "valley doctor island painter station bridge evening summer concert village factory library morning").split()


def text(rng, sentences):
    return " ".join(" ".join(rng.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences))


def warc_record(kind, url, block):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-0{1 + len(url) % 9}T10:00:00Z\r\n" \
           f"WARC-Record-ID: <urn:test:{url}>\r\nContent-Type: application/http; msgtype={kind}\r\n" \
           f"Content-Length: {len(block)}\r\n\r\n"
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1)


def write_inputs(folder):
    rng = random.Random(1)
    with open(folder / "pages.warc.gz", "wb") as out:
        for i in range(PAGES):
            body = f"<html lang=en><head><title>{text(rng, 1)} {i}</title></head><body><article><h1>{text(rng, 1)}</h1>" + \
                "".join(f"<p>{text(rng, 5)}</p>" for _ in range(6)) + "</article></body></html>"
            answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
            out.write(warc_record("response", f"https://pages.example/{i}-article", answer))
    with open(folder / "lines.jsonl", "w", encoding="utf-8") as out:
        for i in range(LINES):
            line = {"url": f"https://lines.example/{i}", "title": text(rng, 1), "text": text(rng, 30), "lang": "en",
                    "published": "2024-05-01T10:00:00Z"}
            out.write(json.dumps(line) + "\n")


def read_members(path, length):
    """The gzip members of the first `length` bytes, each a whole record; raises where one is not."""
    import zlib
    data, count = path.read_bytes()[:length], 0
    while data:
        reader = zlib.decompressobj(31)
        record = reader.decompress(data)
        if not reader.eof or not record.startswith(b"WARC/1.1\r\n"):
            raise AssertionError(f"{path}: record {count} does not read")
        data, count = reader.unused_data, count + 1
    return count


def check(folder, before):
    """What holds after a kill; the number of articles."""
    database = folder / "vigie.db"
    if not database.exists():
        return 0
    with sqlite3.connect(database) as db:
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return 0
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        articles, urls = db.execute("SELECT count(*), count(DISTINCT url) FROM articles").fetchone()
        captures = db.execute("SELECT count(*), count(DISTINCT url) FROM captures").fetchone()
        files = db.execute("SELECT file, length FROM warc_files").fetchall()
        pages = db.execute("SELECT count(*) FROM articles WHERE url LIKE 'https://pages.%'").fetchone()[0]
    assert articles == urls, f"{articles} articles of {urls} addresses"
    assert articles >= before, f"{before} articles became {articles}"
    assert captures == (pages, pages), f"{captures} captures of {pages} pages"
    for name, length in files:
        read_members(folder / "evidence" / name, length)
    verified = subprocess.run([VIGIE, "--config", "vigie.toml", "verify"], cwd=folder, capture_output=True, text=True)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    return articles


def run(folder, delay):
    """An import, killed after `delay` seconds; whether it came to its end before."""
    process = subprocess.Popen([VIGIE, "--config", "vigie.toml", "import", "pages.warc.gz", "lines.jsonl"], cwd=folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(delay)
        assert process.returncode == 0
        return True
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False


def fresh(folder):
    for path in folder.glob("vigie.db*"):
        path.unlink()
    for path in (folder / "evidence").glob("*"):
        path.unlink()


def main():
    rng = random.Random(time.time_ns())
    killed = kills_of_pass = passes = articles = 0
    with tempfile.TemporaryDirectory(prefix="vigie-import-kill-") as name:
        folder = pathlib.Path(name)
        (folder / "vigie.toml").write_text('database = "vigie.db"\n[evidence]\nfolder = "evidence"\n')
        write_inputs(folder)
        begin = time.monotonic()
        assert run(folder, 600), "the whole import"
        whole = time.monotonic() - begin
        assert check(folder, 0) == PAGES + LINES
        fresh(folder)
        while killed < ROUNDS:
            done = run(folder, rng.uniform(0.05, 0.6) * whole)
            killed, kills_of_pass = killed + (not done), kills_of_pass + (not done)
            articles = check(folder, articles)
            if not done and kills_of_pass < 12 and killed < ROUNDS:
                continue
            assert done or run(folder, 600)
            assert check(folder, articles) == PAGES + LINES
            fresh(folder)
            articles, kills_of_pass, passes = 0, 0, passes + 1
    print(f"killed {killed} times in {passes} imports: nothing lost, nothing twice, database, chain and files sound")


main()
