#!/usr/bin/env python3
"""A text file as one line of `vigie import`: article_line.py FILE PUBLISHED. The first line is the title."""
import json
import pathlib
import sys

title, _, text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").partition("\n")
url = "https://press.example/" + pathlib.Path(sys.argv[1]).stem
print(json.dumps({"url": url, "title": title.strip(), "text": text.strip(), "published": sys.argv[2]}, ensure_ascii=False))
