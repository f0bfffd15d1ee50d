#!/usr/bin/env python3
"""The star of rooms: a room includes itself and model/ only, app/ may include every room, only tests/ includes app/; and
the outside library a room hides stays out of every public header. layers.py [ROOT]; exit 1 names each broken rule."""
import pathlib
import re
import sys

ROOMS = ["model", "crawler", "parsers", "classifier", "storage", "digest", "app"]
# Outside headers by the rooms whose .cpp files may include them. None may stand in a room's .h.
OUTSIDE = {
    r"curl/": ["model", "crawler", "app"],
    r"libpsl\.h": ["model"],
    r"unicode/": ["model"],
    r"date/": ["model"],
    r"gumbo\.h": ["parsers"],
    r"libxml/": ["parsers"],
    r"uchardet": ["parsers"],
    r"cld2/": ["parsers"],
    r"poppler": ["parsers"],
    r"zlib\.h": ["crawler", "parsers", "storage"],
    r"brotli/": ["crawler"],
    r"libdeflate\.h": ["crawler"],
    r"zstd\.h": ["crawler", "storage"],
    r"nlohmann/": ["parsers", "storage", "digest", "app"],
    r"SQLiteCpp/": ["storage"],
    r"sqlite3\.h": ["storage"],
    r"libstemmer": ["storage"],
    r"kainjow/": ["digest"],
    r"openssl/": ["storage", "digest"],
    r"spdlog/": ["app"],
    r"CLI/": ["app"],
    r"toml\+\+/": ["app"],
    r"systemd/": ["app"],
    r"microhttpd\.h": ["app"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.M)
VAGUE = re.compile(r"(^|[/_.])(util|utils|common|misc|helper|helpers|core)([/_.]|$)")


def broken_rules(root):
    for room in ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            name = path.relative_to(root).as_posix()
            if VAGUE.search(name):
                yield f"{name}: a name that says nothing"
            for own, outside in INCLUDE.findall(path.read_text(encoding="utf-8")):
                target = own.split("/")[0]
                if own and target in ROOMS and target not in (room, "model") and room != "app":
                    yield f'{name}: {room}/ includes "{own}"'
                if own and room == "model" and target in ROOMS and target != "model":
                    yield f'{name}: model/ includes "{own}"'
                for pattern, rooms in OUTSIDE.items():
                    if not re.match(pattern, outside or own):
                        continue
                    if room not in rooms:
                        yield f"{name}: <{outside or own}> belongs to {', '.join(rooms)}"
                    elif path.suffix == ".h" and room != "app":
                        yield f"{name}: <{outside or own}> in a public header"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    broken = list(broken_rules(root))
    print("\n".join(broken) or "layers: the star holds")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
