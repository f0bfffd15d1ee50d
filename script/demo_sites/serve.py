#!/usr/bin/env python3
"""Serves the demonstration sites on 127.0.0.1, one site a Host name, until SIGTERM or --max-seconds.

serve.py [--port N] [--config FOLDER] [--max-seconds N]   prints `ready PORT` once it listens; --config writes vigie.toml
and sources.toml for that port. serve.py --truth prints what is planted where, as JSON lines, and leaves."""
import argparse
import datetime
import email.utils
import gzip
import hashlib
import http.server
import json
import pathlib
import signal
import sys
import threading

import world

ROBOTS = "User-agent: *\nDisallow: /search\nDisallow: /newsletter\nDisallow: /admin/\n\nUser-agent: BadBot\nDisallow: /\n"


class Resources:
    """Everything the sites answer with: (host, path) -> (content type, body, last change)."""

    def __init__(self, sites):
        self.bodies = {}
        self.moved = {}  # old host -> new host
        self.down = set()
        for site in sites:
            encoding = site.encoding
            newest = site.articles[0].at if site.articles else None
            if "moved_from" in site.facts:
                self.moved[site.facts["moved_from"]] = site.host
            if site.facts.get("down"):
                self.down.add(site.host)
                continue
            feed_type = world.FEED_TYPES[site.facts["feed"]]
            self.bodies[site.host, site.facts["feed_path"]] = (f"{feed_type}; charset={encoding}", world.feed(site), newest)
            self.bodies[site.host, "/"] = (f"text/html; charset={encoding}", world.front_page(site), newest)
            self.bodies[site.host, "/robots.txt"] = ("text/plain", ROBOTS.encode(), None)
            for article in site.articles:
                # A legacy page names its encoding inside only, as such sites do.
                kind = "text/html" if encoding != "utf-8" else "text/html; charset=utf-8"
                self.bodies[site.host, article.path] = (kind, world.page(site, article), article.at)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "demo"
    resources = None

    def do_GET(self):
        host = self.headers.get("Host", "").split(":")[0].lower()
        if host in self.resources.moved:
            return self.answer(301, {"Location": f"http://{self.resources.moved[host]}{self.path}"})
        if host in self.resources.down:
            return self.answer(503, {"Retry-After": "3600"}, b"Service Unavailable\n")
        found = self.resources.bodies.get((host, self.path))
        if not found:
            return self.answer(404, {"Content-Type": "text/plain"}, b"Not Found\n")
        kind, body, changed = found
        headers = {"Content-Type": kind, "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"', "Vary": "Accept-Encoding"}
        if changed:
            headers["Last-Modified"] = email.utils.format_datetime(changed, usegmt=True)
        if self.headers.get("If-None-Match") == headers["ETag"]:
            return self.answer(304, headers)
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        return self.answer(200, headers, body)

    do_HEAD = do_GET

    def answer(self, status, headers, body=b""):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and status != 304:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="default: any free one")
    parser.add_argument("--config", type=pathlib.Path, help="folder to write vigie.toml and sources.toml into")
    parser.add_argument("--max-seconds", type=float, default=600, help="leave after that long whatever happens")
    parser.add_argument("--truth", action="store_true", help="print what is planted where and leave")
    options = parser.parse_args()
    sites = world.load(datetime.datetime.now(datetime.timezone.utc))
    if options.truth:
        for row in world.truth(sites):
            print(json.dumps(row, ensure_ascii=False))
        return
    Handler.resources = Resources(sites)
    server = Server(("127.0.0.1", options.port), Handler)
    port = server.server_address[1]
    if options.config:
        options.config.mkdir(parents=True, exist_ok=True)
        (options.config / "sources.toml").write_text(world.catalogue(sites), encoding="utf-8")
        (options.config / "vigie.toml").write_text(world.configuration(sites, port), encoding="utf-8")
    # shutdown() waits for serve_forever() to end, so it must not be called from the thread that serves.
    stop = lambda *_: threading.Thread(target=server.shutdown).start()
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    timer = threading.Timer(options.max_seconds, stop)
    timer.daemon = True
    timer.start()
    print("ready", port, flush=True)
    server.serve_forever(poll_interval=0.1)
    server.server_close()


if __name__ == "__main__":
    sys.exit(main())
