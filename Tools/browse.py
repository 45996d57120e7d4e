"""Shows every page of a built site in a browser, and fails where one is at fault.

Each page is opened from disk at phone and desktop width, in light and dark. A console message of
level error, a request that fails or leaves the disk, and a page wider than its window are faults.
"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

from browser import launch

WIDTHS = [360, 1280]
SCHEMES = ["light", "dark"]

# The innermost elements that stand out of the page at the right, unless a parent scrolls or clips.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const clips = element => {
    for (let e = element; e && e !== document.body; e = e.parentElement)
      if (getComputedStyle(e).overflowX !== 'visible') return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > width + 0.5 && !clips(e.parentElement));
  const names = wide.slice(-3).map(e => e.tagName.toLowerCase() + '.' + e.getAttribute('class'));
  return `${document.documentElement.scrollWidth} px wide: ${names.join(', ')}`;
}"""


def note_failure(request, messages):
    # Leaving a page stops what it still asks for, such as its icon.
    if "ERR_ABORTED" not in (request.failure or ""):
        messages.append(f"{request.url}: {request.failure}")


def faults_of(page, path, messages):
    messages.clear()
    page.goto(path.absolute().as_uri())
    overflow = page.evaluate(OVERFLOW)
    return messages + ([overflow] if overflow else [])


def main(site):
    paths = sorted(pathlib.Path(site).rglob("*.html"))
    if not paths:
        sys.exit(f"check-site: no pages in {site}")
    faults = 0
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for width in WIDTHS:
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": 800}, color_scheme=scheme)
                page = context.new_page()
                messages = []
                page.on("console", lambda m: messages.append(m.text) if m.type == "error" else None)
                page.on("pageerror", lambda error: messages.append(str(error)))
                page.on("requestfailed", lambda r: note_failure(r, messages))
                page.on("request", lambda r: None if r.url.startswith(("file:", "data:"))
                        else messages.append(f"asks for {r.url}"))
                for path in paths:
                    for fault in faults_of(page, path, messages):
                        faults += 1
                        print(f"{path} at {width} px, {scheme}: {fault}", file=sys.stderr)
                context.close()
        browser.close()
    if faults:
        return 1
    print(f"check-site: {len(paths)} pages are well at {WIDTHS} px, {' and '.join(SCHEMES)}")
    return 0


sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "site"))
