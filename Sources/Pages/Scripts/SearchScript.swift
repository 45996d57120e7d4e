extension Script {
  /// The search: a dialog that opens by its button, by `/` and by Ctrl+K, and loads its index then.
  ///
  /// A place is found by the words of its own title and text, and, less, by those of its page's title.
  /// What has more of the query's words comes first; then titles before headings before text, and
  /// whole words before beginnings before words with slips of the fingers. Slips are looked for only
  /// where a word is not found as it was typed.
  static let search = #"""
    const opener = document.querySelector(".search-open");
    const root = document.currentScript.src.replace(/assets\/[^/]*$/, "");
    const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
    let dialog, input, list, status;
    let places, vocabulary, found;
    let chosen;

    // One spelling for each word: case, accents, ligatures and final sigma aside.
    const fold = (text) =>
      text.toLocaleLowerCase(document.documentElement.lang).normalize("NFKD").replace(/\p{M}/gu, "")
        .replace(/ß/g, "ss").replace(/ς/g, "σ");
    const wordsOf = (text) => fold(text).match(wordPattern) ?? [];

    const read = (index) => {
      places = [];
      vocabulary = new Map();
      for (const [page, pageTitle, ...entries] of index)
        for (const [anchor, title, text] of entries) {
          const place = { page, pageTitle, anchor, title, text };
          const note = (text, weight) => {
            for (const word of wordsOf(text)) {
              const weights = vocabulary.get(word) ?? new Map();
              vocabulary.set(word, weights.set(place, Math.max(weights.get(place) ?? 0, weight)));
            }
          };
          places.push(place);
          note(text, 1);
          note(pageTitle, anchor ? 0.5 : 8);
          note(title, 4);
        }
    };

    // How many letters were missed, added, changed or swapped with their neighbour between what was
    // typed and the word, or its beginning (Damerau and Levenshtein).
    const slips = (typed, word) => {
      let before, last, row = [...Array(word.length + 1).keys()];
      for (let i = 1; i <= typed.length; i++) {
        [before, last, row] = [last, row, [i]];
        for (let j = 1; j <= word.length; j++) {
          row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] !== word[j - 1]));
          if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
            row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      return Math.min(...row);
    };

    // The words that a typed one may mean, with how well they fit.
    const meanings = (typed) => {
      const all = [...vocabulary.keys()];
      const exact = all.filter((word) => word.startsWith(typed))
        .map((word) => [word, word === typed ? 1 : 0.5]);
      const most = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
      if (exact.length || !most) return exact;
      return all.map((word) => [word, slips(typed, word.slice(0, typed.length + most))])
        .filter(([, count]) => count <= most).map(([word, count]) => [word, 0.1 / count]);
    };

    const find = (query) => {
      const scores = new Map();
      found = new Set();
      for (const typed of new Set(wordsOf(query))) {
        const best = new Map();
        for (const [word, fit] of meanings(typed)) {
          found.add(word);
          for (const [place, weight] of vocabulary.get(word))
            best.set(place, Math.max(best.get(place) ?? 0, weight * fit));
        }
        // Each word that is there counts for more than all that a fit could bring.
        for (const [place, score] of best) scores.set(place, (scores.get(place) ?? 0) + 100 + score);
      }
      const most = Math.floor(Math.max(0, ...scores.values()) / 100);
      return places.filter((place) => scores.get(place) >= 100 * most)
        .sort((a, b) => scores.get(b) - scores.get(a));
    };

    // Adds the text to an element, with what was found in it marked.
    const mark = (element, text) => {
      let end = 0;
      for (const { 0: word, index } of text.matchAll(wordPattern))
        if (found.has(fold(word))) {
          element.append(text.slice(end, index), make("mark", { textContent: word }));
          end = index + word.length;
        }
      element.append(text.slice(end));
      return element;
    };
    const excerpt = (text) => {
      const first = [...text.matchAll(wordPattern)].find(([word]) => found.has(fold(word)))?.index ?? 0;
      const start = text.lastIndexOf(" ", first - 40) + 1;
      const end = start + 160;
      return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
    };
    const option = ({ page, pageTitle, anchor, title, text }, number) => {
      const href = root + page + (anchor && "#" + encodeURIComponent(anchor));
      const option = make("a", { href, tabIndex: -1, role: "option", id: "lemma-result-" + number });
      option.append(mark(make("b"), pageTitle + (title && " › " + title)), mark(make("span"), excerpt(text)));
      return option;
    };

    const choose = (index) => {
      const options = [...list.children];
      chosen = (index + options.length) % options.length;
      options.forEach((option, number) => { option.ariaSelected = number === chosen; });
      options[chosen]?.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen]?.id ?? "");
    };
    const show = () => {
      if (!places) return;
      const results = find(input.value);
      list.replaceChildren(...results.slice(0, 20).map(option));
      input.ariaExpanded = results.length > 0;
      status.textContent = input.value.trim() &&
        words.results[Math.min(results.length, 2)].replace("{count}", results.length);
      choose(0);
    };

    const build = () => {
      dialog = make("dialog", { className: "search", ariaLabel: words.search });
      dialog.innerHTML =
        '<input enterkeyhint="search" role="combobox" aria-autocomplete="list" aria-expanded="false" ' +
        'aria-controls="lemma-results" autocomplete="off" spellcheck="false">' +
        '<p role="status"></p><div role="listbox" id="lemma-results"></div>';
      [input, status, list] = dialog.children;
      input.ariaLabel = input.placeholder = list.ariaLabel = words.search;
      input.oninput = show;
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
      index.onload = () => { read(lemmaSearchIndex); show(); };
      index.onerror = () => { status.textContent = words.searchFailed; };
      status.textContent = "…";
      document.body.append(dialog, index);
    };
    const open = () => {
      if (!dialog) build();
      if (!dialog.open) dialog.showModal();
      input.select();
    };

    if (opener) {
      opener.hidden = false;
      opener.onclick = open;
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
