extension Script {
  /// Boxes that scroll sideways are stops for the keyboard, and say so; where all is seen they are none.
  ///
  /// Without scripts each box that could scroll is a stop.
  static let scrollers = #"""
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries)
        if (target.scrollWidth > target.clientWidth)
          Object.assign(target, { tabIndex: 0, role: "group", ariaLabel: words.scrolls });
        else for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
    });
    for (const box of document.querySelectorAll("main [tabindex='0']")) observer.observe(box);

    """#
}
