// The portal's own way to try again: a new element instead of the one whose files did not come.
document.querySelector("#again").addEventListener("click", () => {
  const failed = document.querySelector("henvisnings-stotte");
  failed.replaceWith(failed.cloneNode(true));
});
