extension Script {
  /// Footnotes that open where they are referred to, below the paragraph, and close again there.
  ///
  /// With a key that opens another tab, and where there is no note, the link stays a link.
  static let footnotes = #"""
    for (const link of document.querySelectorAll("[data-footnote-ref]")) {
      const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      const host = link.closest("p, li, td, th, figcaption, h2, h3, h4, h5, h6");
      if (!note || !host) continue;
      let aside;
      link.ariaExpanded = false;
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (aside) {
          aside.remove();
          aside = undefined;
        } else {
          aside = make("aside", { className: "footnote-open", role: "note" });
          aside.append(...note.cloneNode(true).childNodes);
          for (const element of aside.querySelectorAll("[data-footnote-backref]")) element.remove();
          for (const element of aside.querySelectorAll("[id]")) element.removeAttribute("id");
          host.matches("p, h2, h3, h4, h5, h6") ? host.after(aside) : host.append(aside);
        }
        link.ariaExpanded = Boolean(aside);
      });
    }

    """#
}
