(function () {
  var get = Portal.get, every = Portal.every, narrow = Portal.narrow, plain = Portal.plain, texts = Portal.texts, dialog = get("foto");

  // ---- search and jump: the index is read when it is first needed
  var input = get("cari"), box = get("temuan"), list = get("hasil"), count = get("jumlah");
  var data = null, entries = [], shown = [], chosen = -1, MOST = 60, MOST_PAGES = 20;

  function read() {
    if (data) { return; }
    data = JSON.parse(get("indeks").textContent);
    texts.start(data.teks, function () { if (!box.hidden) { search(true); } });
    data.butir.forEach(function (item) {
      entries.push({ id: "butir-" + item[0], title: item[2], about: item[1] + " · " + item[3], text: plain(item.join(" ")), name: plain(item[1] + " " + item[2]) });
    });
    data.bukti.forEach(function (item, place) {
      var of = data.butir[item[0]];
      entries.push({ id: "bukti-" + (place + 1), title: item[1], about: "bukti " + of[1] + (item[2] ? " · " + item[2] : ""), text: plain(item[1] + " " + item[2] + " " + item[3] + " " + of[0]), name: plain(item[1]) });
    });
  }

  function byCode(spoken) {
    var asked = spoken.trim().replace(/^\.+|\.+$/g, "").toLowerCase();
    if (!asked) { return null; }
    for (var turn = 0; turn < 2; turn++) {
      var kind = turn ? "sub" : "butir";
      for (var n = 0; n < data.awalan.length; n++) {
        var code = (data.awalan[n] + asked).toLowerCase();
        for (var m = 0; m < data[kind].length; m++) {
          if (data[kind][m][0].toLowerCase() === code) {
            return { id: kind + "-" + data[kind][m][0], title: turn ? data.sub[m][1] : data.butir[m][2], about: "langsung ke " + data[kind][m][0], code: true };
          }
        }
      }
    }
    return null;
  }

  /* `again`: more can be searched now, and the eye stays where it is. */
  function search(again) {
    read();
    var words = plain(input.value).split(/\s+/).filter(Boolean), found = [], rest = [];
    if (!words.length) { close(); return; }
    entries.forEach(function (entry) {
      if (words.every(function (word) { return entry.text.indexOf(word) >= 0; })) {
        (words.every(function (word) { return entry.name.indexOf(word) >= 0; }) ? found : rest).push(entry);
      }
    });
    found = found.concat(rest);
    var direct = byCode(input.value);
    if (direct) { found = [direct].concat(found.filter(function (entry) { return entry.id !== direct.id; })); }
    var pages = direct ? [] : texts.find(words), all = found.length + pages.length;
    var room = Math.max(MOST - pages.length, MOST - MOST_PAGES);
    shown = found.slice(0, room);
    shown = shown.concat(pages.slice(0, MOST - shown.length).map(function (hit) { return pageEntry(hit, words); }));
    count.textContent = [
      all === 0 ? "Tidak ada yang cocok. Coba kata lain, atau kode seperti 1.iii.b." : all + " ditemukan",
      pages.length ? pages.length + " di antaranya dalam isi PDF" : "",
      all > shown.length ? shown.length + " pertama ditampilkan" : "",
      texts.state()
    ].filter(Boolean).join(" · ");
    var kept = again === true ? Math.min(Math.max(chosen, 0), shown.length - 1) : 0, top = box.scrollTop;
    list.textContent = "";
    shown.forEach(function (entry, place) { list.appendChild(row(entry, place, words)); });
    box.hidden = false;
    input.setAttribute("aria-expanded", "true");
    choose(shown.length ? kept : -1);
    box.scrollTop = again === true ? top : 0;
  }

  function pageEntry(hit, words) {
    var of = data.bukti[hit.place], link = get("bukti-" + (hit.place + 1)).querySelector("a");
    var more = hit.count > 1 ? " dan " + (hit.count - 1) + " halaman lain" : "";
    return {
      file: link.getAttribute("href") + "#page=" + (hit.page + 1),
      title: of[1],
      about: "bukti " + data.butir[of[0]][1] + " · isi PDF, halaman " + (hit.page + 1) + more,
      snippet: texts.snippet(hit, words)
    };
  }

  function row(entry, place, words) {
    var item = document.createElement("li"), link = document.createElement("a"), title = document.createElement("b"), about = document.createElement("small");
    item.id = "temuan-" + place;
    item.setAttribute("role", "option");
    link.href = entry.file || "#" + encodeURIComponent(entry.id);
    link.tabIndex = -1;
    title.dir = "auto";
    emphasise(title, entry.title, words);
    emphasise(about, entry.about, words);
    link.appendChild(title);
    link.appendChild(about);
    if (entry.snippet) {
      var passage = document.createElement("span");
      passage.dir = "auto";
      emphasise(passage, entry.snippet, words);
      link.appendChild(passage);
    }
    item.appendChild(link);
    if (entry.file) {  // a tab of its own; the results stay
      link.target = "_blank";
      link.rel = "noopener";
    } else {
      link.addEventListener("click", function (event) { event.preventDefault(); take(place); });
    }
    return item;
  }

  // text nodes only: nothing that was typed or stored is ever read as markup
  function emphasise(where, text, words) {
    var low = text.toLowerCase(), at = 0;
    while (low.length === text.length && at < text.length) {
      var best = -1, length = 0;
      words.forEach(function (word) {
        var found = low.indexOf(word, at);
        if (found >= 0 && (best < 0 || found < best || (found === best && word.length > length))) { best = found; length = word.length; }
      });
      if (best < 0) { break; }
      where.appendChild(document.createTextNode(text.slice(at, best)));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(best, best + length);
      where.appendChild(mark);
      at = best + length;
    }
    where.appendChild(document.createTextNode(text.slice(at)));
  }

  function choose(place) {
    chosen = place;
    Array.prototype.forEach.call(list.children, function (item, n) {
      item.classList.toggle("now", n === place);
      item.setAttribute("aria-selected", n === place ? "true" : "false");
    });
    if (place >= 0) {
      input.setAttribute("aria-activedescendant", "temuan-" + place);
      list.children[place].scrollIntoView({ block: "nearest" });
    } else { input.removeAttribute("aria-activedescendant"); }
  }

  function take(place) {
    var entry = shown[place];
    if (entry.file) { list.children[place].firstChild.click(); return; }
    close();
    input.blur();
    Portal.go(entry.id);
    var target = get(entry.id), focus = target && target.querySelector("a");
    if (focus) { setTimeout(function () { focus.focus({ preventScroll: true }); }, 0); }
  }

  function close() {
    box.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("input", function () { search(); });
  input.addEventListener("focus", function () { if (input.value) { search(); } });
  input.addEventListener("keydown", function (event) {
    if (event.isComposing) { return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (box.hidden) { search(); return; }
      if (shown.length) { choose((chosen + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length); }
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (box.hidden) { search(); }
      if (chosen >= 0 && !box.hidden) { take(chosen); }
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (box.hidden) { input.value = ""; input.blur(); } else { close(); }
    }
  });
  document.addEventListener("mousedown", function (event) { if (!event.target.closest(".search")) { close(); } });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !dialog.open && document.activeElement !== input) {
      event.preventDefault();
      input.focus();
      input.select();
      if (narrow.matches) { input.scrollIntoView(); }
    }
  });
})();
