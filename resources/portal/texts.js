// ---- the texts of PDFs: read part by part when somebody first searches
Portal.texts = (function () {
  var files = [], parts = 0, read = 0, failed = false, changed = null, AROUND = 70;

  // called by the parts: [place of its first evidence, texts of its pages] for each content
  window.ziTeks = function (items) {
    items.forEach(function (item) {
      files.push({ place: item[0], pages: item[1], plain: item[1].map(Portal.plain) });
    });
  };

  /* To be called once; `whenChanged` is called after each part. */
  function start(count, whenChanged) {
    parts = count;
    changed = whenChanged;
    next();
  }

  function next() {
    if (read === parts) { return; }
    Portal.load("teks-" + (read + 1), function (well) {
      if (well) { read += 1; } else { failed = true; }
      changed();
      if (well) { setTimeout(next, 0); }  // typing goes first
    });
  }

  /* Files with a page on which all the words stand; for each its first such page and how many there are.
     Those on which they stand as they were typed, one after the other, come first. */
  function find(words) {
    if (!words.some(function (word) { return word.length > 2; }) || words.some(function (word) { return word.length < 2; })) { return []; }
    var phrase = words.join(" "), together = [], apart = [];
    files.forEach(function (file) {
      var first = -1, count = 0, whole = false;
      file.plain.forEach(function (text, page) {
        if (!words.every(function (word) { return text.indexOf(word) >= 0; })) { return; }
        count += 1;
        var has = text.indexOf(phrase) >= 0;
        if (first < 0 || (has && !whole)) { first = page; whole = has; }
      });
      if (count) { (whole ? together : apart).push({ file: file, place: file.place, page: first, count: count }); }
    });
    return together.concat(apart);
  }

  /* Where on the page most of the words stand close together. */
  function spot(text, words) {
    var phrase = text.indexOf(words.join(" ")), best = 0, most = 0;
    if (phrase >= 0) { return phrase; }
    words.forEach(function (word) {
      for (var at = text.indexOf(word), n = 0; at >= 0 && n < 40; at = text.indexOf(word, at + 1), n += 1) {
        var near = text.slice(at, at + 2 * AROUND), here = words.filter(function (other) { return near.indexOf(other) >= 0; }).length;
        if (here > most) { best = at; most = here; }
      }
    });
    return best;
  }

  /* The surroundings of the words, as printed where letters keep their places. */
  function snippet(hit, words) {
    var plain = hit.file.plain[hit.page], text = hit.file.pages[hit.page];
    if (text.length !== plain.length) { text = plain; }
    var at = spot(plain, words), from = Math.max(0, at - AROUND), to = at + 2 * AROUND;
    if (from) {  // at the beginning of a word
      var space = text.indexOf(" ", from);
      if (space >= 0 && space < at) { from = space + 1; }
    }
    return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
  }

  function state() {
    if (failed) { return "isi PDF tidak dapat dibaca: folder “portal” tidak lengkap"; }
    return read < parts ? "isi PDF sedang dibaca (" + (read + 1) + " dari " + parts + ")" : "";
  }

  return { start: start, find: find, snippet: snippet, state: state };
})();
