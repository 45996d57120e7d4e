extension Script {
  /// The search: a dialog that opens by its button, by `/` and by Ctrl+K, and loads then what it looks
  /// through, with what finds in it: `Script.finding`.
  static let search = #"""
    const openers = document.querySelectorAll(".search-open");
    const root = document.currentScript.src.replace(/assets\/[^/]*$/, "");
    const most = 20;
    let dialog, input, list, status;
    let find;
    let chosen;

    const choose = (index) => {
      const options = [...list.children];
      chosen = (index + options.length) % options.length;
      options.forEach((option, number) => { option.ariaSelected = number === chosen; });
      options[chosen]?.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen]?.id ?? "");
    };
    const show = (limit) => {
      if (!find) return;
      const results = find(input.value);
      list.replaceChildren(...results.slice(0, limit).map((option, number) =>
        Object.assign(option(root), { tabIndex: -1, role: "option", id: "lemma-result-" + number })));
      input.ariaExpanded = results.length > 0;
      const say = (text) => text.replace("{count}", results.length);
      status.textContent = input.value.trim() && say(words.results[Math.min(results.length, 2)]);
      choose(limit > most ? most : 0);
      if (results.length <= limit) return;
      const more = { textContent: say(words.allResults), role: "option", id: "lemma-result-more" };
      list.append(make("div", { ...more, onclick: () => show(Infinity) }));
    };

    const build = () => {
      dialog = make("dialog", { className: "search", ariaLabel: words.search });
      dialog.innerHTML =
        '<input enterkeyhint="search" role="combobox" aria-autocomplete="list" aria-expanded="false" ' +
        'aria-controls="lemma-results" autocomplete="off" spellcheck="false">' +
        '<p role="status"></p><div role="listbox" id="lemma-results"></div>';
      [input, status, list] = dialog.children;
      input.ariaLabel = input.placeholder = list.ariaLabel = words.search;
      input.oninput = () => show(most);
      input.onkeydown = (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) choose(chosen + step);
        else if (event.key === "Enter") list.children[chosen]?.click();
        else return;
        event.preventDefault();
      };
      dialog.onclick = ({ target }) => {
        if (target === dialog || target.closest("a")) dialog.close();
      };
      const index = make("script", { src: root + "assets/search.js" });
      index.onload = () => { find = lemmaSearch(lemmaSearchIndex); show(most); };
      index.onerror = () => { status.textContent = words.searchFailed; };
      status.textContent = "…";
      document.body.append(dialog, index);
    };
    const open = () => {
      if (!dialog) build();
      if (!dialog.open) dialog.showModal();
      input.select();
    };

    for (const opener of openers) Object.assign(opener, { hidden: false, onclick: open });
    if (openers.length) {
      addEventListener("keydown", (event) => {
        const isTyping = event.target.closest?.("input:not([type=range]), textarea, select");
        const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (isSlash ? isTyping : event.key !== "k" || event.ctrlKey === event.metaKey) return;
        event.preventDefault();
        open();
      });
    }

    """#
}
