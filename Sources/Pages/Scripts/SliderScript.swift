extension Script {
  /// Sliders: every frame of what they change stands in the page, in templates, and is swapped in.
  ///
  /// A template names its part of the page by `data-frames`, and its sliders by `data-sliders`; it
  /// holds the part's frames in order, without the one that the page shows first. On paper the page
  /// is as it was made.
  static let sliders = #"""
    const html = document.documentElement;

    // What stands in a template; in another namespace it stands in an element of that namespace.
    const framesIn = (template, part) => {
      const content = template.content;
      const isForeign = part.namespaceURI !== html.namespaceURI;
      return [...(isForeign ? content.firstElementChild : content).children];
    };

    const connect = (article) => {
      const inputs = new Map();
      for (const slider of article.querySelectorAll(".slider"))
        inputs.set(slider.dataset.slider, slider.querySelector("input"));
      if (!inputs.size) return;

      const count = (input) => Number(input.max) + 1;
      // Row by row: the last slider's values follow each other.
      const indexOf = (names, value) =>
        names.reduce((index, name) => {
          const input = inputs.get(name);
          return index * count(input) + Number(value(input));
        }, 0);

      const parts = new Map();
      for (const part of article.querySelectorAll("[data-part]"))
        parts.set(part.dataset.part, part);
      const swaps = [...article.querySelectorAll("template[data-frames]")].map((template) => {
        const names = template.dataset.sliders.split(" ");
        let shown = parts.get(template.dataset.frames);
        const frames = framesIn(template, shown);
        frames.splice(indexOf(names, (input) => input.defaultValue), 0, shown);
        return (value) => {
          const next = frames[indexOf(names, value)];
          if (next === shown) return;
          if (shown.id) {
            next.id = shown.id;
            shown.removeAttribute("id");
          }
          next.dataset.part = template.dataset.frames;
          shown.replaceWith(next);
          shown = next;
        };
      });

      const show = (value) => {
        for (const swap of swaps) swap(value);
        for (const input of inputs.values())
          input.setAttribute("aria-valuetext", input.parentElement.querySelector("output").textContent);
      };
      const showChosen = () => show((input) => input.value);
      const announce = (slider) => {
        clearTimeout(slider.announcement);
        const status = slider.querySelector("[role=status]");
        slider.announcement = setTimeout(() => {
          const value = slider.querySelector("output").textContent;
          status.textContent = status.dataset.text.replace("{value}", value);
        }, 500);
      };
      for (const input of inputs.values()) {
        input.disabled = false;
        input.addEventListener("input", () => {
          showChosen();
          announce(input.closest(".slider"));
        });
      }
      showChosen();
      addEventListener("beforeprint", () => show((input) => input.defaultValue));
      addEventListener("afterprint", showChosen);
    };

    // Each lesson has its own, on a page of several, too.
    for (const article of document.querySelectorAll("article"))
      if (!article.querySelector("article")) connect(article);

    """#
}
