"""Opens every page of a built site in each way that a reader may come to it, and names what is at fault.

From disk and over HTTP, with scripts and without, in light and dark, on a phone and on a desktop, and
once each on a tablet, on the narrowest and the widest screen, and on paper. The faults are: a message
of level error, a request that fails or leaves the site, a page wider than its window, text that is cut,
what the rules of accessibility find (axe; folds opened), a table, drawing or slider without a name, a
layout that shifts, anything but the style sheet that holds the first picture back, and a page that
weighs too much with all that it loads.
"""

import gzip
import itertools
import pathlib
import sys

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import sync_playwright

from browser import launch, served

WIDTHS = [360, 1280]
OTHER_WIDTHS = [320, 768, 2560]
SCHEMES = ["light", "dark"]

# Of the text on A4, between margins of 20 mm; Letter is wider.
PAPER_WIDTH = 642

# Of a page and what it loads, each compressed by itself, in bytes; but for the pages that hold the whole site.
HEAVIEST = 60_000
WHOLE_SITE = ("/all.html", "/verification.html")

# The innermost elements that stand out of the page at the right, unless a parent scrolls or clips.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const clips = element => {
    for (let e = element; e && e !== document.body; e = e.parentElement)
      if (getComputedStyle(e).overflowX !== 'visible') return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > width + 0.5 && !clips(e.parentElement));
  const names = wide.slice(-3).map(e => e.tagName.toLowerCase() + '.' + e.getAttribute('class'));
  return [`${document.documentElement.scrollWidth} px wide: ${names.join(', ')}`];
}"""

# Text that stands out of its own element, or of a drawing, where no scrolling brings it.
CUT_TEXT = """() => {
  const shown = text => text.trim().replace(/\\s+/g, ' ').slice(0, 40);
  const ends = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].map(rect => rect.right);
  };
  const texts = element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
    return found;
  };
  const isCut = e => {
    if (e.clientWidth <= 1 || e.scrollWidth <= e.clientWidth + 1) return false;
    const style = getComputedStyle(e);
    if (style.display === 'inline' || /auto|scroll/.test(style.overflowX)) return false;
    const own = style.overflowX === 'visible' ? [...e.childNodes].filter(node => node.data) : [e];
    const right = e.getBoundingClientRect().right + 1;
    return own.some(node => texts(node).concat(node.data ? [node] : [])
      .some(text => ends(text).some(end => end > right)));
  };
  const boxes = [...document.body.querySelectorAll('*')]
    .filter(e => e instanceof HTMLElement && isCut(e))
    .map(e => `cut: ${e.tagName.toLowerCase()} "${shown(e.textContent)}"`);
  const drawn = [...document.querySelectorAll('svg text')].filter(text => {
    let frame = text.ownerSVGElement;
    while (frame !== document.body && getComputedStyle(frame).overflowX === 'visible')
      frame = frame.parentElement;
    const inner = text.getBoundingClientRect(), outer = frame.getBoundingClientRect();
    return inner.width > 0 && (inner.left < outer.left - 1 || inner.right > outer.right + 1
      || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1);
  }).map(text => `cut in a drawing: "${shown(text.textContent)}"`);
  return boxes.concat(drawn);
}"""

OPEN_FOLDS = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })"

# The size of targets is a rule of WCAG 2.2 that axe leaves off unless told; the style sheet may not be asked for again.
VIOLATIONS = """async () => {
  const found = await axe.run({ preload: false, rules: { 'target-size': { enabled: true } } });
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} (${rule.help}) at ${node.target.join(' ')}`));
}"""

# What has to have a name for those who do not see it, and whose name is empty or leads nowhere.
NAMELESS = """() => [...document.querySelectorAll('figure table, .slider input, svg[role=img]')]
  .filter(e => {
    const ids = e.getAttribute('aria-labelledby');
    const words = ids ? ids.split(' ').map(id => document.getElementById(id)?.textContent)
      : [e.getAttribute('aria-label')];
    return words.some(text => !text?.trim());
  })
  .map(e => `has no name: ${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 40)}"`)"""

SHIFTS = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const shift of list.getEntries()) sum += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
  scrollTo(0, document.documentElement.scrollHeight);
  setTimeout(() => resolve(sum ? [`the layout shifts by ${sum.toFixed(4)}`] : []), 100);
})"""

BLOCKING = """() => performance.getEntriesByType('resource')
  .filter(e => e.renderBlockingStatus === 'blocking' && !e.name.endsWith('/assets/lemma.css'))
  .map(e => `holds the first picture back: ${e.name}`)"""


class Visitor:
    """A reader with one kind of screen, who opens one page after the other."""

    def __init__(self, browser, root, width, scheme, scripts=True, media="screen"):
        self.root, self.screen = root, (width, scheme)
        self.way = f"{root.partition(':')[0]}, {width} px, {scheme if media == 'screen' else media}"
        if not scripts:
            self.way += ", no scripts"
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme,
                                      java_script_enabled=scripts)
        self.page = context.new_page()
        self.page.emulate_media(media=media)
        self.messages, self.responses = [], []
        self.page.on("console", lambda m: self.messages.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", self.note_request)
        self.page.on("requestfailed", self.note_failure)
        self.page.on("response", lambda response: self.responses.append(response))

    def note_request(self, request):
        if not request.url.startswith((self.root, "data:")):
            self.messages.append(f"asks for {request.url}")

    def note_failure(self, request):
        # Leaving a page stops what it still asks for, such as its icon.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.messages.append(f"{request.url}: {request.failure}")

    def faults(self, path, checks):
        self.messages.clear()
        self.responses.clear()
        self.page.goto(self.root + path)
        found = [fault for check in checks for fault in check(self)]
        return [f"{path} ({self.way}): {fault}" for fault in self.messages + found]

    def close(self):
        self.page.context.close()


def evaluating(script):
    return lambda visitor: visitor.page.evaluate(script)


def layout(visitor):
    """What does not fit, with folds closed and with folds open."""
    found = visitor.page.evaluate(OVERFLOW)
    visitor.page.evaluate(OPEN_FOLDS)
    return found + visitor.page.evaluate(OVERFLOW) + visitor.page.evaluate(CUT_TEXT)


def accessibility(visitor):
    return visitor.page.evaluate(NAMELESS) + violations(visitor)


def violations(visitor):
    # The page of all lessons holds what theirs hold: each width and each scheme once are enough there.
    if visitor.page.url.endswith("/all.html") and visitor.screen not in zip(WIDTHS, SCHEMES):
        return []
    visitor.page.evaluate(AXE_SCRIPT)
    return visitor.page.evaluate(VIOLATIONS)


def weight(visitor):
    if visitor.page.url.endswith(WHOLE_SITE):
        return []
    bytes_sent = sum(len(gzip.compress(response.body())) for response in visitor.responses)
    return [f"weighs {bytes_sent} bytes"] if bytes_sent > HEAVIEST else []


def sweep(browser, site, paths):
    disk = site.absolute().as_uri() + "/"
    with served(site) as address:
        screens = list(itertools.product(WIDTHS, SCHEMES))
        visits = [(Visitor(browser, disk, *screen), [layout, accessibility]) for screen in screens]
        visits += [(Visitor(browser, address, *screen),
                    [weight, evaluating(BLOCKING), evaluating(SHIFTS), layout]) for screen in screens]
        visits += [(Visitor(browser, root, *screen, scripts=False), [layout])
                   for root in (disk, address) for screen in screens]
        visits += [(Visitor(browser, disk, width, "light"), [layout]) for width in OTHER_WIDTHS]
        visits += [(Visitor(browser, disk, PAPER_WIDTH, "light", media="print"), [layout])]
        for visitor, checks in visits:
            for path in paths:
                yield from visitor.faults(path, checks)
            visitor.close()


def main(site):
    paths = sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
    if not paths:
        sys.exit(f"check-site: no pages in {site}")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        faults = list(sweep(browser, site, paths))
        browser.close()
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        return 1
    print(f"check-site: {len(paths)} pages are well in every way they were opened")
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
