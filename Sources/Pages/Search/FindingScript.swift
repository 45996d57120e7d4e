extension Script {
  /// What finds places by words: a part of the search's own file, which pages load when it is opened.
  ///
  /// A place is found by the words of its own title and text, and, less, by those of its page's title.
  /// What has more of the query's words comes first; then titles before headings before text, whole
  /// words before beginnings before words with slips of the fingers, and words that follow each other
  /// as in the query before others. Slips are looked for only where a word is not found as it was typed.
  static let finding = compacted(
    #"""
    const lemmaSearch = (index) => {
      const places = [];
      const vocabulary = new Map();
      let found;

      // One spelling for each word: case, accents, ligatures and final sigma aside.
      const fold = (text) =>
        text.toLocaleLowerCase(document.documentElement.lang).normalize("NFKD")
          .replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/ς/g, "σ");
      const token = /[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu;
      // A word with hyphens is several, and for those who look for it also one.
      const parts = (word) => fold(word).split(/[-‐]/);
      const spellings = (word) => [...parts(word), parts(word).join("")];
      const wordsOf = (text, spelt = parts) => (text.match(token) ?? []).flatMap(spelt);

      for (const [page, pageTitle, ...entries] of index)
        for (const [anchor, title, text, keys] of entries) {
          const place = { page, pageTitle, anchor, title, text };
          const note = (text, weight) => {
            for (const word of wordsOf(text, spellings)) {
              const weights = vocabulary.get(word) ?? new Map();
              vocabulary.set(word, weights.set(place, Math.max(weights.get(place) ?? 0, weight)));
            }
          };
          places.push(place);
          note(text + " " + keys, 1);
          note(pageTitle, anchor ? 0.5 : 8);
          note(title, 4);
        }

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

      // The places with the most of the query's words, the best first.
      const find = (typed) => {
        const scores = new Map();
        found = new Set();
        for (const one of new Set(typed)) {
          const best = new Map();
          for (const [word, fit] of meanings(one)) {
            found.add(word);
            for (const [place, weight] of vocabulary.get(word))
              best.set(place, Math.max(best.get(place) ?? 0, weight * fit));
          }
          // Each word that is there counts for more than all that a fit could bring.
          for (const [place, score] of best) scores.set(place, (scores.get(place) ?? 0) + 100 + score);
        }
        const most = Math.floor(Math.max(0, ...scores.values()) / 100);
        const results = places.filter((place) => scores.get(place) >= 100 * most);
        if (typed.length > 1)
          for (const place of results) {
            const follows = (text) => (" " + fold(text)).includes(" " + typed.join(" "));
            const bonus = follows(place.title) ? 8 : follows(place.text) ? 3 : 0;
            scores.set(place, scores.get(place) + bonus);
          }
        return results.sort((a, b) => scores.get(b) - scores.get(a));
      };

      // Adds the text to an element, with what was found in it marked.
      const isFound = (word) => spellings(word).some((spelling) => found.has(spelling));
      const mark = (element, text) => {
        let end = 0;
        for (const { 0: word, index } of text.matchAll(token))
          if (isFound(word)) {
            element.append(text.slice(end, index), make("mark", { textContent: word }));
            end = index + word.length;
          }
        element.append(text.slice(end));
        return element;
      };
      // The words around the first that was found, about 160 letters.
      const excerpt = (text) => {
        const first = [...text.matchAll(token)].find(([word]) => isFound(word))?.index ?? 0;
        const start = text.lastIndexOf(" ", first - 40) + 1;
        const shown = text.slice(start).match(/^.{0,160}(?!\S)|^.{160}/su)[0];
        return (start ? "… " : "") + shown + (start + shown.length < text.length ? " …" : "");
      };
      const option = (root, { page, pageTitle, anchor, title, text }) => {
        const option = make("a", { href: root + page + (anchor && "#" + encodeURIComponent(anchor)) });
        option.append(
          mark(make("b"), pageTitle + (title && " › " + title)), mark(make("span"), excerpt(text)));
        return option;
      };

      return (query) => find(wordsOf(query)).map((place) => (root) => option(root, place));
    };

    """#)
}
