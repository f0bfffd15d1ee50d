#!/usr/bin/env python3
"""page_check.py FILE... [--shots FOLDER]: each HTML file in headless Chromium at desktop, phone and print size, in light
and dark: no console message, no request but the file itself, nothing wider than the window, contrast of all text at
least 4.5:1 (3:1 where large), headings without gaps, one main landmark. Exit 0 good, 1 with a line a fault, 77 where
there is no chromium. Talks the DevTools protocol over its pipe (--remote-debugging-pipe)."""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SIZES = {"desktop": (1200, 900, False), "phone": (390, 844, True)}
PROBE = r"""(() => {
  const faults = [];
  const rgb = text => (text.match(/[\d.]+/g) || []).map(Number);
  const light = c => { const f = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
                       return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
                        if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.parentElement, s = getComputedStyle(e);
    if (!n.data.trim() || e.closest('svg') || s.visibility === 'hidden' || !e.getClientRects().length) continue;
    const a = light(rgb(s.color)), b = light(ground(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05), size = parseFloat(s.fontSize);
    if (ratio < (size >= 24 || (size >= 18.66 && +s.fontWeight >= 700) ? 3 : 4.5))
      faults.push('contrast ' + ratio.toFixed(2) + ' of "' + n.data.trim().slice(0, 40) + '"');
  }
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) faults.push('scrolls sideways: ' + page.scrollWidth + ' in ' + page.clientWidth);
  for (const e of document.querySelectorAll('body *'))
    if (!e.classList.contains('skip') && e.getBoundingClientRect().right > page.clientWidth + 1)
      faults.push('sticks out: ' + e.tagName + '.' + (e.getAttribute('class') || ''));
  let level = 0;
  for (const h of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    if (+h.tagName[1] > level + 1) faults.push('heading ' + h.tagName + ' after H' + level);
    level = +h.tagName[1];
  }
  for (const mark of ['main', 'body > header', 'body > footer', 'h1'])
    if (document.querySelectorAll(mark).length !== 1) faults.push('not one ' + mark);
  if (document.scripts.length) faults.push('holds a script');
  for (const e of document.querySelectorAll('*'))
    for (const a of e.attributes)
      if (a.name.startsWith('on') || /^\s*(javascript|vbscript):/i.test(a.value)) faults.push('active attribute ' + a.name);
  if (!page.lang) faults.push('no language');
  return faults.slice(0, 20);
})()"""


class Browser:
    def __init__(self, program, profile):
        to_read, self.writer = os.pipe()
        self.reader, to_write = os.pipe()

        def pipes():
            # Chromium reads commands on 3 and writes answers on 4; move both ends away from there first.
            a, b = os.dup(to_read), os.dup(to_write)
            os.dup2(a, 3), os.dup2(b, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--disable-extensions", "--no-first-run", "--hide-scrollbars",
             "--disable-default-apps", f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read), os.close(to_write)
        self.buffer, self.last, self.events, self.session = b"", 0, [], None

    def receive(self):
        while b"\0" not in self.buffer:
            more = os.read(self.reader, 1 << 16)
            if not more:
                raise RuntimeError("chromium left")
            self.buffer += more
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def call(self, method, **params):
        self.last += 1
        request = {"id": self.last, "method": method, "params": params}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.writer, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method):
        while not any(e.get("method") == method for e in self.events):
            self.events.append(self.receive())

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
        except (OSError, RuntimeError):
            pass
        self.process.wait(20)


def look(browser, path, width, height, mobile, scheme, media, shot):
    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
    browser.call("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.events.clear()
    browser.call("Page.navigate", url=path.resolve().as_uri())
    browser.wait_for("Page.loadEventFired")
    result = browser.call("Runtime.evaluate", expression=PROBE, returnByValue=True)["result"]
    faults = list(result.get("value", ["the probe failed"]))
    for event in browser.events:
        method, params = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            url = params["request"]["url"]
            if url != path.resolve().as_uri() and not url.startswith("data:"):
                faults.append("asks for " + url[:80])
        elif method == "Log.entryAdded":
            faults.append("console: " + params["entry"]["text"][:120])
        elif method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Page.javascriptDialogOpening"):
            faults.append("script ran: " + method)
    if shot:
        data = browser.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"]
        shot.write_bytes(base64.b64decode(data))
    return faults


def main():
    arguments = sys.argv[1:]
    shots = None
    if "--shots" in arguments:
        at = arguments.index("--shots")
        shots = pathlib.Path(arguments[at + 1])
        shots.mkdir(parents=True, exist_ok=True)
        del arguments[at:at + 2]
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        print("skipped: no chromium")
        return 77
    bad = 0
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(program, profile)
        try:
            target = browser.call("Target.createTarget", url="about:blank")["targetId"]
            browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ("Page", "Network", "Log", "Runtime"):
                browser.call(domain + ".enable")
            for name in arguments:
                path = pathlib.Path(name)
                for size, (width, height, mobile) in SIZES.items():
                    for scheme in ("light", "dark"):
                        shot = shots / f"{path.stem}-{size}-{scheme}.png" if shots else None
                        for fault in look(browser, path, width, height, mobile, scheme, "screen", shot):
                            print(f"{path.name} {size} {scheme}: {fault}")
                            bad = 1
                for fault in look(browser, path, 718, 1000, False, "light", "print", None):
                    print(f"{path.name} print: {fault}")
                    bad = 1
                pdf = base64.b64decode(browser.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"])
                if not pdf.startswith(b"%PDF"):
                    print(f"{path.name}: does not print")
                    bad = 1
                if shots:
                    (shots / f"{path.stem}.pdf").write_bytes(pdf)
        finally:
            browser.close()
    print("page check: " + ("faults above" if bad else f"{len(arguments)} pages good"))
    return bad


if __name__ == "__main__":
    sys.exit(main())
