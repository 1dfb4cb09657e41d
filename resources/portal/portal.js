"use strict";
// what the parts of the page share; each part stands in a file of its own, and all become one script
var Portal = (function () {
  var root = document.documentElement;
  root.classList.add("js");
  function get(id) { return document.getElementById(id); }
  function every(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  var narrow = window.matchMedia("(max-width:860px)");

  // a file of the folder "portal" beside this page, read as a script: file:// allows nothing else
  function load(name, done) {
    var script = document.createElement("script");
    script.onload = function () { script.remove(); done(true); };
    script.onerror = function () { script.remove(); done(false); };
    script.src = "portal/" + name + ".js";
    document.head.appendChild(script);
  }

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

  // without accents and capitals, as it is searched
  function plain(text) {
    if (/^[\x00-\x7f]*$/.test(text)) { return text.toLowerCase(); }
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  return {
    get: get, every: every, narrow: narrow, load: load, plain: plain, go: go, follow: follow,
    current: function () { return now; }
  };
})();
