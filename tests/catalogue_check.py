#!/usr/bin/env python3
"""The shipped catalogue: schema, uniqueness, floors, and the tables of docs/sources.md. catalogue_check.py [ROOT]; exit 1
names each broken rule. --coverage prints the tables for docs/sources.md instead, --write puts them there."""
import collections
import pathlib
import re
import sys
import urllib.parse

try:
    import tomllib
except ImportError:
    print("catalogue: skipped, Python older than 3.11 has no tomllib")
    sys.exit(0)

AUTHORITIES = ["government", "cert", "igo", "agency", "press", "infosec", "vendor"]
STATE_VOICES = ["government", "cert", "agency"]  # who speaks for a state, or carries its words in full
KINDS = ["feed", "sitemap", "listing"]
POLICIES = ["candidates", "all", "feed_only"]
KEYS = {"id", "kind", "url", "publisher", "country", "language", "authority", "fetch", "enabled", "disabled_reason",
        "evidence", "interval_floor", "interval_ceiling", "listing", "headers", "insecure_tls", "wait_scope"}
REQUIRED = ["id", "url", "publisher", "language", "authority", "evidence"]

# The states accused most often in EuRepoC's and the CFR's trackers. The first five must be heard in their own words.
ACCUSED = {"CN": "China", "RU": "Russia", "IR": "Iran", "KP": "North Korea", "BY": "Belarus", "VN": "Vietnam",
           "IN": "India", "PK": "Pakistan", "TR": "Türkiye", "IL": "Israel", "US": "United States",
           "GB": "United Kingdom", "UA": "Ukraine", "KR": "South Korea", "SY": "Syria", "AE": "United Arab Emirates",
           "SA": "Saudi Arabia", "LB": "Lebanon", "KZ": "Kazakhstan"}
MUST_SPEAK = ["CN", "RU", "IR", "KP", "BY"]

# Floors of the enabled catalogue. Raising one is free; lowering one needs its reason in the commit.
FLOORS = {"sources": 950, "enabled": 740, "languages": 58, "countries": 118, "government": 85, "cert": 100, "igo": 6,
          "agency": 44, "press": 330, "infosec": 90, "vendor": 50}
# Languages that must be covered by enabled sources, whatever else changes, with the least number of sources.
LANGUAGES = {"en": 300, "fr": 48, "de": 32, "es": 40, "zh": 20, "ru": 20, "nl": 12, "pl": 11, "pt": 11, "ar": 14,
             "it": 10, "ja": 8, "ko": 10, "uk": 6, "fa": 3, "he": 4, "tr": 6, "vi": 4, "cs": 9, "ro": 5}


def sources(root):
    for path in sorted((root / "config" / "sources").glob("*.toml")):
        with path.open("rb") as file:
            for row in tomllib.load(file).get("source", []):
                yield path.name, row


def address(url):
    """The part of a URL that tells whether two rows poll the same thing."""
    parts = urllib.parse.urlsplit(url)
    return re.sub(r"^www\.", "", parts.netloc.lower()) + parts.path.rstrip("/") + ("?" + parts.query if parts.query else "")


def schema_mistakes(name, row):
    where = f"{name}: {row.get('id', '(no id)')}"
    for key in sorted(set(row) - KEYS):
        yield f"{where}: unknown key {key}"
    for key in REQUIRED:
        if not row.get(key):
            yield f"{where}: no {key}"
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", row.get("id", "")):
        yield f"{where}: an id is lower case letters, digits and hyphens"
    parts = urllib.parse.urlsplit(row.get("url", ""))
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or "@" in parts.netloc:
        yield f"{where}: url {row.get('url')} is no absolute http address"
    if row.get("authority") not in AUTHORITIES:
        yield f"{where}: authority {row.get('authority')}"
    if row.get("kind", "feed") not in KINDS:
        yield f"{where}: kind {row['kind']}"
    if row.get("fetch", "all") not in POLICIES:
        yield f"{where}: fetch {row['fetch']}"
    if not re.fullmatch(r"|[A-Z]{2}", row.get("country", "")):
        yield f"{where}: country {row['country']}"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", row.get("language", "")):
        yield f"{where}: language {row.get('language')}"
    if "listing" in row and (row.get("kind") != "listing" or set(row["listing"]) - {"link", "date"}):
        yield f"{where}: a listing rule needs kind = \"listing\" and holds link and date only"
    enabled = row.get("enabled", True)
    if enabled == bool(row.get("disabled_reason")):
        yield f"{where}: a disabled row has a disabled_reason, an enabled one has none"
    if enabled and row.get("evidence", "").startswith("none"):
        yield f"{where}: enabled without evidence"


def uniqueness_mistakes(rows):
    for what, of in (("id", lambda r: r["id"]), ("url", lambda r: address(r["url"])),
                     ("publisher", lambda r: r["publisher"].casefold())):
        seen = {}
        for name, row in rows:
            if of(row) in seen:
                yield f"{name}: {row['id']}: the same {what} as {seen[of(row)]}"
            seen[of(row)] = row["id"]


def floor_mistakes(rows):
    on = [row for _, row in rows if row.get("enabled", True)]
    by_language = collections.Counter(row["language"].split("-")[0] for row in on)
    by_authority = collections.Counter(row["authority"] for row in on)
    have = {"sources": len(rows), "enabled": len(on), "languages": len(by_language),
            "countries": len({row["country"] for row in on if row.get("country")}), **by_authority}
    for what, least in FLOORS.items():
        if have.get(what, 0) < least:
            yield f"floor: {what} {have.get(what, 0)}, at least {least} wanted"
    for language, least in LANGUAGES.items():
        if by_language[language] < least:
            yield f"floor: language {language} {by_language[language]} enabled, at least {least} wanted"
    for state in MUST_SPEAK:
        if not any(row.get("country") == state and row["authority"] in STATE_VOICES for row in on):
            yield f"floor: no enabled source carries {state}'s own statements"


def table(header, lines):
    yield "| " + " | ".join(header) + " |"
    yield "| --- |" + " ---: |" * (len(header) - 1)
    for line in lines:
        yield "| " + " | ".join(str(cell) if cell != 0 else "" for cell in line) + " |"


def coverage(rows):
    """Markdown tables: languages x authorities, and the accused states' own voices; enabled sources only."""
    on = [row for _, row in rows if row.get("enabled", True)]
    counts = collections.Counter((row["language"].split("-")[0], row["authority"]) for row in on)
    languages = collections.Counter(row["language"].split("-")[0] for row in on)
    lines = [[lang, *(counts[lang, a] for a in AUTHORITIES), total]
             for lang, total in sorted(languages.items(), key=lambda x: (-x[1], x[0]))]
    lines.append(["all", *(sum(counts[lang, a] for lang in languages) for a in AUTHORITIES), len(on)])
    yield from table(["language", *AUTHORITIES, "all"], lines)
    yield ""
    voices = collections.defaultdict(list)
    for row in on:
        if row.get("country") in ACCUSED and row["authority"] in STATE_VOICES:
            voices[row["country"], row["authority"]].append(row["id"])
    press = collections.Counter(row.get("country") for row in on if row["authority"] == "press")
    yield "| state | government | cert | agency | press there |"
    yield "| --- | --- | --- | --- | ---: |"
    for code, name in ACCUSED.items():
        cells = [shortened(voices[code, a]) for a in STATE_VOICES]
        yield f"| {name} | " + " | ".join(cells) + f" | {press[code] or ''} |"


def shortened(ids):
    return ", ".join(sorted(ids)[:4]) + (f" and {len(ids) - 4} more" if len(ids) > 4 else "")


MARKED = re.compile(r"(<!-- coverage -->\n)(.*?)(\n<!-- end of coverage -->)", re.S)


def main():
    options = [a for a in sys.argv[1:] if a.startswith("--")]
    folders = [a for a in sys.argv[1:] if not a.startswith("--")]
    root = pathlib.Path(folders[0] if folders else pathlib.Path(__file__).parent.parent)
    rows = list(sources(root))
    tables = "\n".join(coverage(rows))
    document = root / "docs" / "sources.md"
    if "--coverage" in options:
        print(tables)
        return
    text = document.read_text(encoding="utf-8")
    if "--write" in options:
        document.write_text(MARKED.sub(lambda m: m[1] + tables + m[3], text), encoding="utf-8")
        return
    mistakes = [m for name, row in rows for m in schema_mistakes(name, row)]
    mistakes += uniqueness_mistakes(rows)
    mistakes += floor_mistakes(rows)
    marked = MARKED.search(text)
    if not marked or marked[2] != tables:
        mistakes.append("docs/sources.md: its tables are not those of the catalogue; run tests/catalogue_check.py --write")
    print("\n".join(mistakes) or f"catalogue: {len(rows)} sources, all well")
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
