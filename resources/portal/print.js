// ---- printing: pictures that were never scrolled to are fetched first
(function () {
  function fetchPictures() {
    var page = Portal.current();
    return Portal.thumbnails.readAll(page).then(function () {
      return Promise.all(Portal.every(".thumb img", page).map(function (image) {
        image.loading = "eager";
        return image.decode ? image.decode().catch(function () {}) : null;
      }));
    });
  }
  window.addEventListener("beforeprint", fetchPictures);
  Portal.get("cetak").addEventListener("click", function () {
    Promise.race([fetchPictures(), new Promise(function (done) { setTimeout(done, 8000); })]).then(function () { window.print(); });
  });
})();

Portal.follow();
