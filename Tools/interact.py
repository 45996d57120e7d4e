"""Does on a built site what a reader does with hand and keyboard, and names what does not work.

From disk and over HTTP: the search finds a lesson by a misspelt word of its title, by keyboard alone,
and says how much it found; a listing is copied; a figure's values are read off by pointer and keys,
and are those of its table; a footnote opens in place; sliders move the curves, numbers and checks that
depend on them, and on paper the page is as it was built. Without scripts nothing of it is shown.
"""

import pathlib
import re
import sys

from playwright.sync_api import sync_playwright

from browser import launch, served

TITLES = """() => lemmaSearchIndex.map(([page, title]) => [page, title])"""

# What a row of the figure's tables says, as the crosshair says it.
ROWS = """figure => [...figure.nextElementSibling.querySelectorAll('table')].flatMap(table => {
  const [head, ...rows] = [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.trim()));
  return rows.map(row => row.flatMap((cell, i) => cell ? [`${head[i]} = ${cell}`] : []).join('\\n'));
})"""

# What depends on sliders, apart from their own readouts: what each such part of the page shows now.
FRAMED = """() => [...document.querySelectorAll('template[data-frames]')].flatMap(template => {
  const part = document.querySelector(`[data-part="${template.dataset.frames}"]`);
  // Whether something scrolls, and so takes the focus, depends on the window.
  const markup = part.outerHTML.replace(/ id="[^"]*"/, '').replaceAll(' tabindex="0"', '');
  return part.matches('output') ? [] : [markup];
})"""

FIGURE_SIZES = """() => [...document.querySelectorAll('svg.figure')].map(
  figure => [figure.getBoundingClientRect().width, figure.getBoundingClientRect().height].join())"""

SAME_IDS = """() => [...document.querySelectorAll('[id]')].map(e => e.id)
  .filter((id, index, all) => all.indexOf(id) !== index)"""


class Fault(Exception):
    pass


def expect(condition, fault):
    if not condition:
        raise Fault(fault)


def misspelt(titles):
    """A page, and a long word of its title with two letters swapped; no other title has the word."""
    words = [(page, word) for page, title in titles for word in re.findall(r"[A-Za-z]{6,}", title)]
    for page, word in words:
        if sum(other.lower() == word.lower() for _, other in words) == 1:
            return page, word[:2] + word[3] + word[2] + word[4:]
    return None


# What a block or display is called, in words that nothing else is called.
BLOCK_NAME = """() => {
  const titles = lemmaSearchIndex.flatMap(
    ([, page, ...entries]) => [page, ...entries.map(([, title]) => title)]);
  const names = titles.filter((title) => title.includes(" · ")).map((title) => title.split(" · ")[1]);
  return names.find((name) => /^[a-z]+ [a-z ]+$/i.test(name)
    && titles.filter((title) => title.toLowerCase().includes(name.toLowerCase())).length === 1);
}"""


def search(page, root, paths):
    page.goto(root + paths[0])
    page.keyboard.press("/")
    page.wait_for_function("() => window.lemmaSearchIndex")
    found = misspelt(page.evaluate(TITLES))
    expect(found, "no title has a word to search for")
    target, word = found
    page.keyboard.type(word)
    first = page.locator(".search [role=option]").first
    first.wait_for()
    expect(page.locator(".search [role=status]").inner_text(), "the search does not say what it found")
    expect(first.locator("mark").count(), "what was found is not marked")
    destinations = page.eval_on_selector_all(".search [role=option]", "all => all.map(a => a.href)")
    position = next((i for i, a in enumerate(destinations) if a.startswith(root + target)), None)
    expect(position is not None, f"“{word}” does not find {target}")
    expect("\\" not in page.locator(".search [role=listbox]").inner_text(), "a place found shows TeX")
    name = page.evaluate(BLOCK_NAME)
    if name:
        page.fill(".search input", name)
        expect(f"· {name}" in first.inner_text(), f"“{name}” is not the first place that is found")
    page.keyboard.press("Escape")
    expect(not page.locator(".search").is_visible(), "Escape does not close the search")
    page.keyboard.press("Control+k")
    page.keyboard.type(word)
    for _ in range(position):
        page.keyboard.press("ArrowDown")
    active = page.locator(".search input").get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}").get_attribute("aria-selected") == "true", "no place is chosen")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.url.startswith(root + target), f"Enter leads to {page.url}")


def first_with(page, root, paths, selector):
    """Opens the first page that has something; the first of them there, or None."""
    for path in paths:
        page.goto(root + path)
        if page.locator(selector).count():
            return page.locator(selector).first
    return None


def copying(page, root, paths):
    listing = first_with(page, root, paths, "pre:visible:has(> code)")
    if listing is None:
        return
    code = listing.locator("code")
    listing.hover()
    listing.locator(".copy").click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    expect(copied == code.evaluate("code => code.textContent"), f"what is copied is “{copied}”")


def reading_values(page, root, paths):
    figure = first_with(page, root, paths, ".plate-chart:has(.readout)")
    if figure is None:
        return
    rows = figure.evaluate(ROWS)
    body, readout = figure.locator(".plate-body"), figure.locator(".readout")
    box = body.bounding_box()
    body.hover(position={"x": box["width"] * 0.7, "y": box["height"] / 2})
    pointed = readout.inner_text()
    expect(pointed in rows, f"no row of the table says “{pointed}”")
    page.mouse.move(0, 0)
    expect(not readout.is_visible(), "the crosshair stays when the pointer leaves")
    body.focus()
    page.keyboard.press("ArrowRight")
    first = readout.inner_text()
    page.keyboard.press("ArrowRight")
    expect(first in rows and readout.inner_text() in rows, "the arrow keys read off no value")
    expect(readout.inner_text() != first, "the arrow keys do not move the crosshair")
    page.keyboard.press("Escape")
    expect(not readout.is_visible(), "Escape does not hide the crosshair")


def footnotes(page, root, paths):
    link = first_with(page, root, paths, "[data-footnote-ref]")
    if link is None:
        return
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".footnote-open").is_visible(), "a footnote does not open in place")
    expect(link.get_attribute("aria-expanded") == "true", "an open footnote does not say so")
    page.keyboard.press("Enter")
    expect(not page.locator(".footnote-open").count(), "a footnote does not close")


def sliders(page, root, paths):
    for path in paths:
        page.goto(root + path)
        for index in range(page.locator(".slider").count()):
            move(page, page.locator(".slider").nth(index), path)
        expect(not page.evaluate(SAME_IDS), f"{path} has an id twice when its sliders were moved")


def move(page, slider, path):
    """To both ends, by keyboard, and back."""
    control, readout = slider.locator("input"), slider.locator("output")
    name = f"the slider “{slider.locator('label').inner_text()}” of {path}"
    expect(control.is_enabled(), f"{name} does not come to life")
    standard, built = control.input_value(), page.evaluate(FRAMED)
    sizes = page.evaluate(FIGURE_SIZES)
    seen = {tuple(built)}
    for key, end in [("Home", "min"), ("End", "max")]:
        control.press(key)
        expect(control.input_value() == control.get_attribute(end), f"{key} does not move {name}")
        expect(control.get_attribute("aria-valuetext") == readout.inner_text(), f"{name} is read wrongly")
        seen.add(tuple(page.evaluate(FRAMED)))
        expect(page.evaluate(FIGURE_SIZES) == sizes, f"{name} changes the size of a figure")
    expect(len(seen) > 1, f"{name} changes nothing")
    status = slider.locator("[role=status]")
    page.wait_for_function("status => status.textContent", arg=status.element_handle())
    expect(readout.inner_text() in status.inner_text(), f"{name} announces “{status.inner_text()}”")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(page.evaluate(FRAMED) == built, f"{name} is not at its value on paper")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(tuple(page.evaluate(FRAMED)) in seen, f"{name} is lost after printing")
    control.press("Home")
    for _ in range(int(standard)):
        control.press("ArrowRight")
    expect(page.evaluate(FRAMED) == built, f"{name} does not come back")
    expect(readout.inner_text() == control.get_attribute("aria-valuetext"), f"{name} is read wrongly")


def without_scripts(page, root, paths):
    for path in paths:
        page.goto(root + path)
        expect(not page.locator(".slider input:visible").count(), f"{path} has a slider that cannot move")
        for slider in page.locator(".slider").all():
            expect(slider.locator("output").is_visible(), f"{path} does not show a slider's value")
        expect(not page.locator(".search-open").is_visible(), f"{path} has a search that cannot work")
        expect(not page.locator(".copy, .readout").count(), f"{path} has a button that cannot work")


def faults(browser, site, paths):
    with served(site) as address:
        for root in (site.absolute().as_uri() + "/", address):
            for scripts, acts in [
                (True, [search, copying, reading_values, footnotes, sliders]), (False, [without_scripts]),
            ]:
                context = browser.new_context(
                    java_script_enabled=scripts, permissions=["clipboard-read", "clipboard-write"])
                page = context.new_page()
                page.set_default_timeout(10_000)
                for act in acts:
                    try:
                        act(page, root, paths)
                    except Fault as fault:
                        yield f"{act.__name__} ({root.partition(':')[0]}): {fault}"
                context.close()


def main(site):
    lessons = [path for path in sorted(site.glob("*.html")) if path.with_suffix(".md").exists()]
    if not lessons:
        sys.exit(f"check-site: no lessons in {site}")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        found = list(faults(browser, site, [path.name for path in lessons]))
        browser.close()
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        return 1
    print("check-site: search, copying, reading values, footnotes and sliders work")
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
