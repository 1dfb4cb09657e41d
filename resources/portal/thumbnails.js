// ---- small pictures: they lie in packs of a few dozen, read when one of theirs comes near the view
Portal.thumbnails = (function () {
  var every = Portal.every, asked = {}, NEAR = "600px 0px";

  // called by the packs: [place of the evidence, JPEG as base64] each
  window.ziGambar = function (pictures) {
    pictures.forEach(function (item) {
      var card = Portal.get("bukti-" + (item[0] + 1)), frame = card && card.querySelector(".thumb");
      if (!frame || frame.querySelector("img")) { return; }
      var image = new Image();
      image.alt = "";
      image.decoding = "async";
      image.src = "data:image/jpeg;base64," + item[1];
      frame.insertBefore(image, frame.firstChild);
    });
  };

  function read(pack) {
    if (!asked[pack]) {
      asked[pack] = new Promise(function (done) { Portal.load("gambar-" + pack, done); });
    }
    return asked[pack];
  }

  function packsOf(part) {
    var packs = {};
    every("[data-gambar]", part).forEach(function (frame) { packs[frame.getAttribute("data-gambar")] = true; });
    return Object.keys(packs);
  }

  /* Ends when every small picture within the part is there. */
  function readAll(part) { return Promise.all(packsOf(part).map(read)); }

  if (window.IntersectionObserver) {
    var watch = new IntersectionObserver(function (seen) {
      seen.forEach(function (one) {
        if (one.isIntersecting) { watch.unobserve(one.target); readAll(one.target); }
      });
    }, { rootMargin: NEAR });
    every(".question").forEach(function (part) {
      if (part.querySelector("[data-gambar]")) { watch.observe(part); }
    });
  }
  // a picture the browser cannot read leaves the icon and the name of its kind
  document.addEventListener("error", function (event) {
    var image = event.target;
    if (image.tagName === "IMG" && image.parentNode.className === "thumb") { image.remove(); }
  }, true);

  return { readAll: readAll };
})();
