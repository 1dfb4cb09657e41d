(function () {
  var get = Portal.get, every = Portal.every;

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
})();
