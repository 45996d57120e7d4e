"""What the checks of built pages need: a headless browser, Chromium or Chrome, and a server of a folder."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading

BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]


def launch(playwright):
    """The machine's browser; where there is none, Playwright's own is installed."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    path = browser_path()
    if path is None:
        install = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
        if subprocess.run(install).returncode != 0:
            sys.exit("check-site: no browser: install Chromium")
    return playwright.chromium.launch(executable_path=path, args=arguments)


def browser_path():
    for name in BROWSERS:
        path = shutil.which(name)
        # Ubuntu's chromium-browser only says that one should install a snap.
        if path and subprocess.run([path, "--version"], capture_output=True).returncode == 0:
            return path
    return None


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def served(folder):
    """The address of a folder on the loopback interface."""
    handler = functools.partial(QuietHandler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
