"""Finds a Chromium for the browser tests, and installs one where there is none.

Run by `make test`. A browser of the system is taken first; else Playwright's own is fetched;
else, as root on Debian, the system's package.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find_browser() -> str | None:
    """The path of a Chromium or Chrome: CHROMIUM in the environment, the system's, Playwright's."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    for name in NAMES:
        if found := shutil.which(name):
            return found
    if MAC.exists():
        return str(MAC)
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to import

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_browser() -> None:
    """Install one; raises CalledProcessError or FileNotFoundError when neither way works."""
    fetched = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], check=False
    )
    if fetched.returncode == 0:
        return
    packages = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    subprocess.run(["apt-get", "update", "--quiet"], check=True)
    subprocess.run(packages, check=True)


def main() -> int:
    """Exit status 0 when there is a browser now."""
    if find_browser() is None:
        print("Installing a browser for the tests ...", flush=True)
        try:
            install_browser()
        except (subprocess.CalledProcessError, FileNotFoundError) as error:
            print(f"No browser could be installed ({error}).", file=sys.stderr)
    if find_browser() is None:
        print("Install Chromium, or set CHROMIUM to the path of one.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
