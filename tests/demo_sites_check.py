#!/usr/bin/env python3
"""The demonstration world serves what its README says. demo_sites_check.py [ROOT]; exit 1 names what is missing."""
import http.client
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import urllib.parse

if sys.version_info < (3, 11):
    print("demo_sites: skipped, Python older than 3.11 has no tomllib")
    sys.exit(0)
import tomllib

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
SERVE = ROOT / "script" / "demo_sites" / "serve.py"
mistakes = []


def expect(condition, message):
    if not condition:
        mistakes.append(message)


def get(port, url, **headers):
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", parts.path + ("?" + parts.query if parts.query else ""),
                       headers={"Host": parts.netloc, **headers})
    answer = connection.getresponse()
    return answer, answer.read()


def scripts(text):
    return {unicodedata.name(c, "").split(" ")[0] for c in text if c.isalpha()}


def check_articles(port, truth):
    for row in truth:
        answer, body = get(port, row["url"])
        encoding = {"ru-listok": "windows-1251", "cn-jiangcheng": "gbk"}.get(row["source"], "utf-8")
        expect(answer.status == 200, f"{row['url']}: {answer.status}")
        text = body.decode(encoding)
        expect("invented" in text, f"{row['url']}: does not say that it is invented")
        expect(row["title"].split("\"")[0][:20].split("'")[0] in text, f"{row['url']}: its title is not in it")


def check_feeds(port, rows):
    statuses = {}
    for row in rows:
        answer, _ = get(port, row["url"])
        statuses.setdefault(answer.status, []).append(row["id"])
        if answer.status == 200:
            again, body = get(port, row["url"], **{"If-None-Match": answer.getheader("ETag")})
            expect(again.status == 304 and not body, f"{row['id']}: no 304 to its own ETag")
        if answer.status == 503:
            expect(answer.getheader("Retry-After"), f"{row['id']}: 503 without Retry-After")
    expect(statuses.get(503) == ["it-lanterna"], f"down: {statuses.get(503)}")
    expect(statuses.get(301) == ["pt-atalaia"], f"moved: {statuses.get(301)}")
    expect(len(statuses.get(200, [])) == len(rows) - 2, f"feeds: {statuses}")


def check_coverage(truth):
    languages = {story: {r["language"].split("-")[0] for r in truth if r["story"] == story}
                 for story in {r["story"] for r in truth}}
    expect(len(languages["harbour"]) >= 12, f"harbour in {len(languages['harbour'])} languages")
    expect(len(languages["grid"]) >= 4 and len(languages["shipyard"]) >= 3, "second and third story too thin")
    found = set().union(*(scripts(r["title"]) for r in truth))
    wanted = {"LATIN", "CYRILLIC", "CJK", "ARABIC", "HANGUL", "HIRAGANA"}
    expect(wanted <= found, f"scripts missing: {wanted - found}")
    expect(sum(not r["story"] for r in truth) >= 40, "too little ordinary news")


def main():
    lines = subprocess.run([sys.executable, SERVE, "--truth"], capture_output=True, text=True, check=True).stdout
    truth = [json.loads(line) for line in lines.splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen([sys.executable, SERVE, "--config", folder, "--max-seconds", "60"],
                                  stdout=subprocess.PIPE, text=True)
        try:
            port = int(server.stdout.readline().split()[1])
            rows = tomllib.loads(pathlib.Path(folder, "sources.toml").read_text(encoding="utf-8"))["source"]
            tomllib.loads(pathlib.Path(folder, "vigie.toml").read_text(encoding="utf-8"))
            check_articles(port, truth)
            check_feeds(port, rows)
            expect(get(port, "http://unknown.example/")[0].status == 404, "an unknown host is answered")
        finally:
            server.terminate()
            expect(server.wait(10) == 0, "the server did not leave on SIGTERM")
    check_coverage(truth)
    print("\n".join(mistakes) or f"demo_sites: {len(truth)} articles, all well")
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
