#!/usr/bin/env python3
"""delivery_check.py VIGIE: digests and alerts by the real program to real servers on loopback: an SMTP server
(python3-aiosmtpd) with STARTTLS and authentication, and an HTTP server. Messages arrive whole and once though a server is
down, says 451 or 500, is slow, or the daemon is killed between. Exit 77 without aiosmtpd or openssl."""
import email
import email.policy
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

try:
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import SMTP, AuthResult
except ImportError:
    # Debian's package is for Debian's python, which need not be the first on the path.
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    print("skipped: no python3-aiosmtpd")
    sys.exit(77)

PATIENCE = 90
SECRET, PASSWORD = "hook-secret", "mail-password"
VIGIE = sys.argv[1]


class Mailbox:
    """Keeps what is delivered; the first `refuse` messages are answered 451."""

    def __init__(self):
        self.mails, self.attempts, self.refuse, self.slow = [], 0, 0, 0

    async def handle_DATA(self, server, session, envelope):
        self.attempts += 1
        if self.attempts <= self.refuse:
            return "451 try again later"
        time.sleep(self.slow)
        self.mails.append((envelope.rcpt_tos, session.ssl is not None, session.authenticated, envelope.content))
        return "250 kept"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"vigie" and data.password == PASSWORD.encode())


class SmtpServer(Controller):
    def __init__(self, box, port, context):
        self.context = context
        super().__init__(box, hostname="127.0.0.1", port=port)

    def factory(self):
        return SMTP(self.handler, tls_context=self.context, require_starttls=True, auth_required=True,
                    authenticator=authenticate, hostname="localhost")


class Hook(http.server.ThreadingHTTPServer):
    """Keeps the POSTs it accepts; the first `refuse` are answered 500."""

    def __init__(self):
        self.posts, self.attempts, self.refuse = [], 0, 0
        super().__init__(("127.0.0.1", 0), HookHandler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class HookHandler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.attempts += 1
        refused = self.server.attempts <= self.server.refuse
        if not refused:
            self.server.posts.append((self.path, self.headers, body))
        self.send_response(500 if refused else 204)
        self.end_headers()

    def log_message(self, *arguments):
        pass


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_until(what, condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(f"delivery check: {what}: waited in vain")
        time.sleep(0.1)


def check(what, condition):
    if not condition:
        raise SystemExit(f"delivery check: {what}")


def certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "key.pem", "-out",
                    folder / "cert.pem", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
                   check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def article(number, day):
    return json.dumps({"url": f"https://mfa.example/{number}", "title": f"Minister accuses China-linked group APT31 of "
                       f"cyberattack number {number}", "text": "The foreign ministry of Belgium accused the Chinese "
                       "state-sponsored group APT31 of a cyberattack on its networks.", "lang": "en", "published": day})


class World:
    def __init__(self, folder, smtp_port, hook):
        self.folder, self.config, self.database = folder, folder / "vigie.toml", folder / "vigie.db"
        self.environment = dict(os.environ, VIGIE_PASS=PASSWORD, VIGIE_SECRET=SECRET)
        base = f"http://127.0.0.1:{hook.server_address[1]}"
        self.config.write_text(f"""
database = "vigie.db"
sources = []
[network]
ca_file = "cert.pem"
[digest]
time = "00:00"
[mail]
smtp = "smtp://localhost:{smtp_port}"
user = "vigie"
password_env = "VIGIE_PASS"
from = "Vigie <vigie@example.org>"
to = ["desk@example.org", "night@example.org"]
retry_first = "1s"
retry_max = "2s"
[[webhook]]
url = "{base}/json"
secret_env = "VIGIE_SECRET"
events = ["digest", "alert"]
[[webhook]]
url = "{base}/slack"
form = "slack"
[[query]]
name = "china"
query = "state:cn"
alert = true
""")

    def vigie(self, *arguments, text=None):
        return subprocess.run([VIGIE, "--config", self.config, *arguments], env=self.environment, input=text, text=True,
                              capture_output=True, check=False)

    def start(self):
        return subprocess.Popen([VIGIE, "--config", self.config, "run"], env=self.environment,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def take_in(self, numbers, day):
        lines = "".join(article(n, day) + "\n" for n in numbers)
        run = self.vigie("import", "-", text=lines)
        check(f"import: {run.stderr}", run.returncode == 0)


def read(mail):
    return email.message_from_bytes(mail[3], policy=email.policy.default)


def digest_arrives(world, box, hook, smtp, yesterday):
    """The mail server is down at first, then says 451; the daemon is killed between; the hook says 500."""
    world.take_in(range(3), yesterday)
    hook.refuse, box.refuse = 2, 2
    daemon = world.start()
    wait_until("two refused posts", lambda: hook.attempts >= 2)
    daemon.kill()
    daemon.wait()
    smtp.start()
    daemon = world.start()
    wait_until("the digest by mail", lambda: len(box.mails) >= 2)
    wait_until("the digest by webhook", lambda: len(hook.posts) >= 2)
    daemon.send_signal(signal.SIGTERM)
    daemon.wait(30)
    check("a second run tells nothing again", world.vigie("run", "--once").returncode == 0)
    check(f"one mail a recipient, got {[(m[0], read(m)['Subject']) for m in box.mails]}", sorted(m[0][0] for m in box.mails) ==
          ["desk@example.org", "night@example.org"])
    check("encrypted and logged in", all(m[1] and m[2] for m in box.mails))
    message = read(box.mails[0])
    check("two parts", [p.get_content_type() for p in message.iter_parts()] == ["text/plain", "text/html"])
    check("the whole digest", "APT31" in message.get_body(("plain",)).get_content() and
          message.get_body(("html",)).get_content().rstrip().endswith("</html>"))
    check("one post a hook", sorted(p[0] for p in hook.posts) == ["/json", "/slack"])
    for path, headers, body in hook.posts:
        if path == "/json":
            wanted = "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
            check("signature", headers["X-Vigie-Signature"] == wanted and json.loads(body)["event"] == "digest")
        else:
            check("Slack's form", set(json.loads(body)) >= {"text"} and "X-Vigie-Signature" not in headers)


def alert_arrives(world, box, hook):
    mails, posts = len(box.mails), len(hook.posts)
    box.slow = 1
    world.take_in([10], time.strftime("%Y-%m-%d", time.gmtime()))
    check("run --once", world.vigie("run", "--once").returncode == 0)
    check("the alert by mail", [m[0] for m in box.mails[mails:]] == [["desk@example.org"], ["night@example.org"]])
    check("the alert's words", "number 10" in read(box.mails[mails]).get_content())
    check("the alert by webhook, to the hook that wants it", [p[0] for p in hook.posts[posts:]] == ["/json"])
    world.vigie("run", "--once")
    check("told once", len(box.mails) == mails + 2)


def missed_days_are_made_up(world, box):
    mails = len(box.mails)
    # As after three days without power: the ledger's last digest lies three days further back.
    subprocess.run([sys.executable, "-c", "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(\"UPDATE digests SET "
                    "day=date(day,'-3 days')\"); c.execute('DELETE FROM deliveries'); c.commit()", world.database], check=True)
    world.vigie("run", "--once")
    days = [read(m)["Subject"] for m in box.mails[mails:] if m[0] == ["desk@example.org"]]
    check(f"three days made up, got {days}", len(days) == 3 and len(set(days)) == 3)


def main():
    if not shutil.which("openssl"):
        print("skipped: no openssl")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        port, hook, box = free_port(), Hook(), Mailbox()
        smtp = SmtpServer(box, port, certificate(folder))
        world = World(folder, port, hook)
        try:
            digest_arrives(world, box, hook, smtp, time.strftime("%Y-%m-%d", time.gmtime(time.time() - 86400)))
            alert_arrives(world, box, hook)
            missed_days_are_made_up(world, box)
        finally:
            smtp.stop()
            hook.shutdown()
    print("delivery check: good")
    return 0


if __name__ == "__main__":
    sys.exit(main())
