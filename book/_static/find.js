// The search: ranks the passages of all pages, which passages.js holds, and shows what fits best.
// Sphinx's own part of the search page (searchtools.js) reads the query, calls Search.query and
// brings the word list and the stemmer along.
(() => {
  const SHOWN = 20, BEFORE = 70, AROUND = 220;
  const ERRORS = "errors"; // the page that is meant for pasted messages
  const INDIRECT = "lecture_note"; // the page that only leads to others
  const stemmer = new Stemmer();

  // Of a pasted message the last line counts, which says the error's name.
  const ERROR = /\w+(?:Error|Exception): /g, LONG = 6;
  const lastError = (query) => {
    const begins = [...query.matchAll(ERROR)].at(-1);
    return begins ? query.slice(begins.index) : query;
  };
  // Words of a question that say as little as Sphinx's stop words.
  const FILLING = new Set("get gets go goes going make makes mean means need want work works".split(" "));
  const isWord = (word) =>
    !stopwords.has(word) && !FILLING.has(word) && !/^[et]?\d+$/.test(word);
  const wordsOf = (text) =>
    splitQuery(text.toLowerCase()).filter(isWord).map((word) => stemmer.stemWord(word));
  const count = (words) => {
    const counts = new Map();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const smooth = (text) => text.toLowerCase().replace(/\s+/g, " ");

  const read = ([page, id, top, title, text]) => ({
    page, id, top, title, text,
    heading: count(wordsOf(title)),
    body: count(wordsOf(`${title} ${text}`)),
    smooth: smooth(`${title} ${text}`),
  });

  // How well a word is answered, from 0 to 1: "grad" also by "gradient", but less.
  const inHeading = (asked, heading) => {
    if (heading.has(asked)) return 1;
    const near = (word) => Math.min(word.length, asked.length) >= 4
      && (word.startsWith(asked) || asked.startsWith(word));
    return [...heading.keys()].some(near) ? 0.6 : 0;
  };
  const inBody = (asked, {body}) => {
    const times = body.get(asked) ?? 0;
    return times / (times + 1 + body.size / 150);
  };

  const rank = (query, passages) => {
    const asked = [...new Set(wordsOf(query))];
    // A rare word says more than a common one.
    const worth = (word) => Math.log(
      1 + passages.length / (1 + passages.filter(({body}) => body.has(word)).length));
    const value = new Map(asked.map((word) => [word, worth(word)]));
    const sum = (answered) =>
      asked.reduce((total, word) => total + value.get(word) * answered(word), 0);
    const total = sum(() => 1);
    const phrase = smooth(query).trim();
    const pasted = query.match(ERROR) || asked.length >= LONG;
    const favour = (page) => (page === ERRORS && pasted ? 1.2 : page === INDIRECT ? 0.7 : 1);
    const points = (passage) => {
      const {heading, body} = passage;
      const hit = sum((word) => inHeading(word, heading));
      // The name of an error may be left out.
      const size = [...heading.keys()].filter((word) => value.has(word) || !/\werror$/.test(word))
        .reduce((all, word) => all + (value.get(word) ?? worth(word)), 0);
      const covered = sum((word) => (body.has(word) ? 1 : 0)) / total;
      const title = hit ? (hit / total) * (hit / Math.max(size, hit)) : 0;
      const text = covered ** 2 * (sum((word) => inBody(word, passage)) / total);
      const whole = asked.length > 1 && passage.smooth.includes(phrase) ? 0.5 : 0;
      return (title + text + whole) * favour(passage.page);
    };
    return passages.map((passage) => ({passage, score: total ? points(passage) : 0}))
      .filter(({score}) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, SHOWN);
  };

  // The piece of a passage that has the most of the query's words.
  const excerpt = (text, asked) => {
    const tokens = [...text.matchAll(/[\p{Letter}\p{Number}_]+/gu)];
    const hits = tokens.filter(([word]) => asked.has(stemmer.stemWord(word.toLowerCase())));
    const within = (first) => new Set(hits
      .filter(({index}) => index >= first.index && index < first.index + AROUND - BEFORE)
      .map(([word]) => word.toLowerCase())).size;
    const best = hits.reduce((most, hit) => (!most || within(hit) > within(most) ? hit : most), null);
    const from = Math.max(0, (best?.index ?? 0) - BEFORE);
    const start = from ? text.indexOf(" ", from) + 1 : 0;
    return {piece: text.slice(start, start + AROUND), start, more: start + AROUND < text.length};
  };
  const describe = (text, asked) => {
    const {piece, start, more} = excerpt(text, asked);
    const line = document.createElement("p");
    line.className = "context";
    line.append(start ? "… " : "");
    for (const part of piece.split(/([\p{Letter}\p{Number}_]+)/u)) {
      if (asked.has(stemmer.stemWord(part.toLowerCase()))) {
        line.append(Object.assign(document.createElement("mark"), {textContent: part}));
      } else line.append(part);
    }
    line.append(more ? " …" : "");
    return line;
  };

  let passages = null;
  Search.query = (typed) => {
    const query = lastError(typed);
    passages ??= Search._index.map(read);
    const asked = new Set(wordsOf(query));
    const found = rank(query, passages);
    for (const {passage: {page, id, top, title, text}, score} of found) {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = page + DOCUMENTATION_OPTIONS.LINK_SUFFIX + (id ? `#${id}` : "");
      link.textContent = id ? `${top} › ${title}` : top;
      link.dataset.score = score.toFixed(3);
      item.append(link, describe(text, asked));
      Search.output.append(item);
    }
    Search.stopPulse();
    Search.title.textContent = "Search Results";
    Search.status.textContent = found.length
      ? `${found.length} passages, the best first.`
      : "Nothing was found. Fewer or other words may help.";
  };
})();
