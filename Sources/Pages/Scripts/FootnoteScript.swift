extension Script {
  /// Notes that open where they belong, below the paragraph, and close again there: footnotes, and how
  /// a value is computed, which a mouse sees as its title.
  ///
  /// With a key that opens another tab, and where there is no note, the link stays a link. Values are no
  /// stops for the keyboard, there are so many: the link at the foot of the page leads to all of them.
  static let footnotes = #"""
    const asides = new Map();
    const toggle = (at, content) => {
      const host = at.closest("p, li, td, th, figcaption, h2, h3, h4, h5, h6");
      const open = asides.get(at);
      open?.remove();
      if (open || !host) return asides.delete(at);
      const aside = make("aside", { className: "footnote-open", role: "note" });
      aside.append(...content);
      host.matches("p, h2, h3, h4, h5, h6") ? host.after(aside) : host.append(aside);
      asides.set(at, aside);
    };
    addEventListener("click", ({ target }) => {
      const value = target.closest?.("main .value[title]");
      if (value && !value.closest("a, summary, label") && getSelection().isCollapsed)
        toggle(value, [value.title]);
    });
    for (const link of document.querySelectorAll("[data-footnote-ref]")) {
      const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!note) continue;
      link.ariaExpanded = false;
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const copy = note.cloneNode(true);
        for (const element of copy.querySelectorAll("[data-footnote-backref]")) element.remove();
        for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
        toggle(link, copy.childNodes);
        link.ariaExpanded = asides.has(link);
      });
    }

    """#
}
