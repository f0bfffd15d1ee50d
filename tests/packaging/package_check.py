#!/usr/bin/env python3
"""The Debian package on a clean root: package_check.py BUILD_FOLDER.

Makes the package of that build, installs it into a copy-on-write view of this machine (an overlay over /, in a mount
namespace of its own: nothing of the machine is touched), and looks at what its user would: the binary answers, the
configuration has no mistakes, the daemon starts as the service's user and tells the service manager, stops on SIGTERM, an
upgrade keeps a changed configuration, a purge leaves the archive and nothing else. Skipped (77) where the kernel or the
user's rights allow no such view."""
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time

SKIP = 77
CHECKED = []


def check(what, holds, told=""):
    CHECKED.append(holds)
    print(f"{'ok  ' if holds else 'FAIL'} {what}{'' if holds else ': ' + told}")


def run(*command, **options):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)


class Root:
    """A view of the machine whose writes go to `scratch`."""

    def __init__(self, scratch):
        self.path = scratch / "root"
        upper, work = scratch / "upper", scratch / "work"
        for folder in (self.path, upper, work):
            folder.mkdir()
        run("mount", "-t", "overlay", "overlay", "-o", f"lowerdir=/,upperdir={upper},workdir={work}", str(self.path), check=True)
        for name in ("proc", "dev", "sys"):
            run("mount", "--rbind", f"/{name}", str(self.path / name), check=True)

    def run(self, *command, user=None, **options):
        line = ["chroot"] + ([f"--userspec={user}"] if user else []) + [str(self.path), "env", "-u", "VIGIE_CONFIG", "HOME=/nonexistent", *command]
        return run(*line, **options)

    def read(self, path):
        return (self.path / path.lstrip("/")).read_text(encoding="utf-8")


def enter_namespace():
    """Runs this script again where mounts are private; tells by 77 that it cannot."""
    if os.environ.get("VIGIE_IN_NAMESPACE"):
        return
    if os.geteuid() != 0 or run("unshare", "-m", "true").returncode != 0:
        print("skipped: needs root and mount namespaces")
        sys.exit(SKIP)
    os.environ["VIGIE_IN_NAMESPACE"] = "1"
    os.execvp("unshare", ["unshare", "-m", "--propagation", "private", sys.executable, *sys.argv])


def start_and_stop(root):
    """As the unit starts it: as its user, with a socket that hears what is told to the service manager."""
    unit = root.read("/lib/systemd/system/vigie.service")
    command = re.search(r"^ExecStart=(.+)$", unit, re.M)[1].split()
    user = re.search(r"^User=(.+)$", unit, re.M)[1]
    hears = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    address = root.path / "tmp" / "notify"
    address.unlink(missing_ok=True)
    hears.bind(str(address))
    os.chmod(address, 0o777)
    hears.settimeout(30)
    daemon = subprocess.Popen(["chroot", f"--userspec={user}:{user}", str(root.path), "env", "NOTIFY_SOCKET=/tmp/notify", "WATCHDOG_USEC=4000000",
                               *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    told = ""
    try:
        while "READY=1" not in told or "WATCHDOG=1" not in told:
            told += hears.recv(4096).decode() + "\n"
    except TimeoutError:
        pass
    check("the daemon tells that it is ready and alive", "READY=1" in told and "WATCHDOG=1" in told, told)
    began = time.monotonic()
    daemon.terminate()
    out, _ = daemon.communicate(timeout=60)
    check("it stops on SIGTERM with exit 0", daemon.returncode == 0, f"{daemon.returncode}: {out[-500:]}")
    check("and within five seconds", time.monotonic() - began < 5)
    check("the archive is in /var/lib/vigie", (root.path / "var/lib/vigie/vigie.db").exists())


def examine_unit(root):
    if run("which", "systemd-analyze").returncode != 0:
        print("--   systemd-analyze is not here: the unit was not examined")
        return
    unit = str(root.path / "lib/systemd/system/vigie.service")
    verified = run("systemd-analyze", "verify", "--man=no", f"--root={root.path}", "vigie.service")
    check("systemd finds no fault in the unit", "vigie.service:" not in verified.stdout, verified.stdout)
    exposure = re.search(r"exposure level[^:]*: (\d+\.\d+)", run("systemd-analyze", "security", "--offline=true", unit).stdout)
    check("its exposure is at most 2 of 10", exposure is not None and float(exposure[1]) <= 2.0, exposure[1] if exposure else "unknown")


def examine(root, build):
    made = run("cpack", "-G", "DEB", "-B", str(root.path / "tmp" / "package"), cwd=build)
    packages = list((root.path / "tmp" / "package").glob("vigie_*.deb"))
    check("the package is made", len(packages) == 1, made.stdout)
    deb = "/tmp/package/" + packages[0].name

    root.run("dpkg", "--purge", "vigie")
    installed = root.run("dpkg", "-i", deb)
    check("it installs", installed.returncode == 0, installed.stdout)
    version = root.run("vigie", "--version")
    check("the program answers", version.stdout.startswith("vigie "), version.stdout)
    mistakes = root.run("vigie", "check")
    check("its configuration is /etc/vigie/vigie.toml, without mistakes", mistakes.stdout.strip() == "/etc/vigie/vigie.toml: no mistakes", mistakes.stdout)
    check("a page of the manual is there for search", (root.path / "usr/share/man/man1/vigie-search.1").exists())
    check("and a completion for bash", (root.path / "usr/share/bash-completion/completions/vigie").exists())
    examine_unit(root)

    config = root.path / "etc/vigie/vigie.toml"
    # The start is without sources: a test speaks to no outside address.
    config.write_text(config.read_text().replace('# sources = ["sources/*.toml"]', 'sources = ["mine.toml"]'))
    (root.path / "etc/vigie/mine.toml").write_text("")
    start_and_stop(root)

    upgraded = root.run("dpkg", "-i", "--force-confold", deb)
    check("an upgrade keeps the changed configuration", upgraded.returncode == 0 and 'sources = ["mine.toml"]' in config.read_text(), upgraded.stdout)
    purged = root.run("dpkg", "--purge", "vigie")
    check("a purge takes the configuration", purged.returncode == 0 and not (root.path / "etc/vigie").exists(), purged.stdout)
    check("and leaves the archive, saying so", (root.path / "var/lib/vigie/vigie.db").exists() and "archive" in purged.stdout, purged.stdout)
    check("no file of the program is left", not (root.path / "usr/bin/vigie").exists())


def main():
    enter_namespace()
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        scratch = pathlib.Path(folder)
        try:
            root = Root(scratch)
        except subprocess.CalledProcessError as error:
            print("skipped: no overlay here:", error.stdout.strip())
            sys.exit(SKIP)
        try:
            examine(root, build)
        finally:
            run("umount", "-R", "-l", str(root.path))
    sys.exit(0 if all(CHECKED) else 1)


main()
