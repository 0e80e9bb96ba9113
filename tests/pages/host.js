// A host page made to order by its address: `?region=midt&storage=none` becomes the element's attributes.
//
//   elements=2        several elements, each with the same attributes
//   form              inside a form
//   context={…}       prefilled before the element is defined
//   from=/panic/…     another place for the element's script
// What the elements tell lies in `window.told`, in order.

const wishes = new URLSearchParams(location.search);
const own = { elements: "1", from: "/henvisningsstotte.js" };
for (const name of ["elements", "form", "context", "from"]) {
  if (wishes.has(name)) own[name] = wishes.get(name);
  wishes.delete(name);
}

window.told = [];
for (const type of ["hs-ready", "hs-change", "hs-summary", "hs-error"]) {
  document.addEventListener(type, (event) => {
    window.told.push({ type, detail: event.detail, from: event.target.id, bubbled: event.bubbles, composed: event.composed });
  });
}

const place = own.form === undefined ? document.querySelector("main") : document.createElement("form");
if (own.form !== undefined) document.querySelector("main").append(place);
for (let number = 1; number <= Number(own.elements); number += 1) {
  const element = document.createElement("henvisnings-stotte");
  element.id = `hs-${number}`;
  for (const [name, value] of wishes) element.setAttribute(name, value);
  if (own.context) element.context = JSON.parse(own.context);
  const fallback = document.createElement("p");
  fallback.textContent = "Sjekkliste: mål, funksjon, tiltak i kommunen.";
  element.append(fallback);
  place.append(element);
}
await import(own.from);
