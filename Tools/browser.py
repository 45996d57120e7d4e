"""A headless browser for the checks of built pages: Chromium or Chrome, as the machine has it."""

import os
import shutil
import subprocess
import sys

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
