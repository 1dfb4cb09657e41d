"use strict";
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  function get(id) { return document.getElementById(id); }
  function every(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  var narrow = window.matchMedia("(max-width:860px)");

  // ---- pages: one is shown at a time, chosen by the address's fragment
  var pages = every(".page"), links = every(".menu a"), now = null, sides = [], hit = null;

  function anchor() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (fault) { return ""; }
  }

  function show(page) {
    if (page === now) { return; }
    pages.forEach(function (one) { one.classList.toggle("now", one === page); });
    links.forEach(function (link) {
      if (decodeURIComponent(link.hash.slice(1)) === page.id) {
        link.setAttribute("aria-current", "page");
        link.parentNode.scrollLeft = link.offsetLeft - link.parentNode.clientWidth / 2 + link.offsetWidth / 2;
      } else { link.removeAttribute("aria-current"); }
    });
    now = page;
    sides = every(".side a", page).map(function (link) {
      return { link: link, part: get(decodeURIComponent(link.hash.slice(1))) };
    });
    var side = page.querySelector(".side");
    if (side) { side.open = !narrow.matches; }
  }

  function follow() {
    var id = anchor(), target = id && id !== "isi" ? get(id) : null;
    var page = target ? target.closest(".page") : null;
    if (!page && id === "isi" && now) { return; }
    show(page || pages[0]);
    if (hit) { hit.classList.remove("hit"); hit = null; }
    if (!page || target === page) { window.scrollTo(0, 0); } else {
      target.scrollIntoView();
      // what stands above may only now have got its real height
      requestAnimationFrame(function () { target.scrollIntoView(); markSide(); });
      if (target.matches("article, li")) { hit = target; hit.classList.add("hit"); }
    }
    markSide();
  }

  function markSide() {
    var edge = narrow.matches ? 80 : 190, current = sides[0], low = window.innerHeight + window.scrollY >= root.scrollHeight - 2;
    sides.forEach(function (side) {
      if (side.part && side.part.getBoundingClientRect().top <= edge) { current = side; }
    });
    if (low && sides.length && window.scrollY > 0) {
      var asked = sides.filter(function (side) { return side.part && side.part.id === anchor(); })[0];
      current = asked || current;
    }
    sides.forEach(function (side) {
      if (side !== current) { side.link.removeAttribute("aria-current"); }
      else if (!side.link.hasAttribute("aria-current")) { side.link.setAttribute("aria-current", "true"); }
    });
  }

  var waiting = false;
  window.addEventListener("scroll", function () {
    if (waiting) { return; }
    waiting = true;
    requestAnimationFrame(function () { waiting = false; markSide(); });
  }, { passive: true });
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) { event.preventDefault(); follow(); }
    if (link && link.closest(".side") && narrow.matches) { link.closest(".side").open = false; }
  });

  function go(id) {
    if (anchor() === id) { follow(); } else { location.hash = "#" + encodeURIComponent(id); }
  }

  // ---- search and jump: the index is read when it is first needed
  var input = get("cari"), box = get("temuan"), list = get("hasil"), count = get("jumlah");
  var data = null, entries = [], shown = [], chosen = -1, MOST = 60;

  function plain(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }

  function read() {
    if (data) { return; }
    data = JSON.parse(get("indeks").textContent);
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

  function search() {
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
    shown = found.slice(0, MOST);
    count.textContent = found.length === 0 ? "Tidak ada yang cocok. Coba kata lain, atau kode seperti 1.iii.b."
      : found.length + " ditemukan" + (found.length > MOST ? ", " + MOST + " pertama ditampilkan" : "");
    list.textContent = "";
    shown.forEach(function (entry, place) { list.appendChild(row(entry, place, words)); });
    box.hidden = false;
    box.scrollTop = 0;
    input.setAttribute("aria-expanded", "true");
    choose(shown.length ? 0 : -1);
  }

  function row(entry, place, words) {
    var item = document.createElement("li"), link = document.createElement("a"), title = document.createElement("b"), about = document.createElement("small");
    item.id = "temuan-" + place;
    item.setAttribute("role", "option");
    link.href = "#" + encodeURIComponent(entry.id);
    link.tabIndex = -1;
    title.dir = "auto";
    emphasise(title, entry.title, words);
    emphasise(about, entry.about, words);
    link.appendChild(title);
    link.appendChild(about);
    item.appendChild(link);
    link.addEventListener("click", function (event) { event.preventDefault(); take(place); });
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
    close();
    input.blur();
    go(entry.id);
    var target = get(entry.id), focus = target && target.querySelector("a");
    if (focus) { setTimeout(function () { focus.focus({ preventScroll: true }); }, 0); }
  }

  function close() {
    box.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("input", search);
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

  // ---- photos: looked at in the page, from the file itself
  var dialog = get("foto"), picture = get("foto-gambar"), failed = get("foto-gagal"), photos = [], photo = -1;

  function open(place) {
    photo = place;
    var link = photos[place], small = every("small", link).map(function (one) { return one.textContent; });
    get("foto-judul").textContent = link.querySelector("b").textContent;
    get("foto-ket").textContent = small.concat((place + 1) + " dari " + photos.length).filter(Boolean).join(" · ");
    get("foto-buka").href = link.getAttribute("href");
    failed.hidden = true;
    picture.hidden = false;
    picture.alt = link.querySelector("b").textContent;
    picture.src = link.getAttribute("href");
    get("foto-sebelum").disabled = place === 0;
    get("foto-sesudah").disabled = place === photos.length - 1;
    if (!dialog.open) { dialog.showModal(); get("foto-tutup").focus(); }
  }

  function turn(step) {
    if (photo + step >= 0 && photo + step < photos.length) { open(photo + step); }
  }

  if (dialog.showModal) {
    document.addEventListener("click", function (event) {
      var link = event.target.closest("a[data-foto]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      photos = every("a[data-foto]", link.closest(".page"));
      open(photos.indexOf(link));
    });
    picture.addEventListener("error", function () { picture.hidden = true; failed.hidden = false; });
    get("foto-tutup").addEventListener("click", function () { dialog.close(); });
    get("foto-sebelum").addEventListener("click", function () { turn(-1); });
    get("foto-sesudah").addEventListener("click", function () { turn(1); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog || event.target.className === "stage") { dialog.close(); } });
    dialog.addEventListener("keydown", function (event) {
      if (event.key === "ArrowLeft") { turn(-1); } else if (event.key === "ArrowRight") { turn(1); }
    });
    dialog.addEventListener("close", function () {
      picture.removeAttribute("src");
      if (photos[photo]) { photos[photo].focus(); }
    });
  }
  // a photo the browser cannot read leaves its name, not a broken picture
  document.addEventListener("error", function (event) {
    var image = event.target;
    if (image.tagName === "IMG" && image.parentNode.className === "thumb") { image.parentNode.textContent = "foto"; }
  }, true);

  // ---- printing: photos that were never scrolled to are fetched first
  function fetchPhotos() {
    return every("img[loading]", now).map(function (image) {
      image.loading = "eager";
      return image.decode ? image.decode().catch(function () {}) : null;
    });
  }
  window.addEventListener("beforeprint", fetchPhotos);
  get("cetak").addEventListener("click", function () {
    Promise.race([Promise.all(fetchPhotos()), new Promise(function (done) { setTimeout(done, 8000); })]).then(function () { window.print(); });
  });

  follow();
})();
