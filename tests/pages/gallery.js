// Every component in its named states (gallery-states.js), by a real element each, brought there by the events a user makes.
//
//   gallery.html                     links to all, and all of them one after the other, drawn as they come into view
//   gallery.html?state=letter-copied only this one
//   …&lang=nn                        in another language
// A test asks `window.gallery.show(name, lang)`, which answers when the state is reached, and why when it is not.
// What ends an engine or keeps files away would be felt by the others: such a state has a page of its own.

import { STATES } from "./gallery-states.js";

const wishes = new URLSearchParams(location.search);
const main = document.querySelector("main");
/** How long a state may take: as long as a doctor would wait before thinking that something is wrong. */
const PATIENCE = 8000;

const drawn = () => new Promise((resolve) => { requestAnimationFrame(resolve); });

/** Waits until `look` gives something; says what was waited for when it never comes. */
async function until(look, what) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`never saw ${what}`);
    await drawn();
  }
}

/** What a user does with the element, by the events the browser would send. */
class Hand {
  constructor(element) {
    this.element = element;
  }

  /** Waits for the first element that fits and is seen. */
  find(selector) {
    const all = () => [...this.element.shadowRoot.querySelectorAll(selector)];
    return until(() => all().find((one) => one.checkVisibility()), selector);
  }

  async click(selector) {
    (await this.find(selector)).click();
    await drawn();
  }

  async write(selector, words) {
    const control = await this.find(selector);
    control.focus();
    control.value = words;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
    await drawn();
  }

  async choose(selector, value) {
    const list = await this.find(selector);
    list.value = value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    await drawn();
  }

  async focus(selector) {
    (await this.find(selector)).focus();
  }

  async key(selector, key) {
    const control = await this.find(selector);
    control.focus();
    control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
    await drawn();
  }

  /** Unfolds a section of questions. */
  async unfold(section) {
    const head = await this.find(`[data-section="${section}"] h3 button`);
    if (head.getAttribute("aria-expanded") === "false") head.click();
    await drawn();
  }

  /** Unfolds every fold in a part, also those within. */
  async unfoldAll(part) {
    await this.find(part);
    for (const fold of this.element.shadowRoot.querySelectorAll(`${part} details`)) fold.open = true;
    await drawn();
  }

  /** The engine is told to panic. */
  panic() {
    this.element[Symbol.for("hs-test-panic")]?.();
  }
}

/** What the browser answers to a wish to copy is the state's, whoever looks at it. */
function clipboard(allows) {
  if (allows === undefined) return () => {};
  const writeText = () => (allows ? Promise.resolve() : Promise.reject(new DOMException("", "NotAllowedError")));
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  return () => delete navigator.clipboard;
}

/** Draws a state into its place. */
async function draw(state, place, lang) {
  const element = document.createElement("henvisnings-stotte");
  const key = `henvisningsstotte:${state.name}`;
  sessionStorage.removeItem(key);
  if (state.draft) sessionStorage.setItem(key, JSON.stringify({ format: 1, lang, saved: Date.now(), ...state.draft() }));
  for (const [name, value] of Object.entries({ "draft-key": state.name, lang, ...state.given })) element.setAttribute(name, value);
  const begun = new Promise((resolve) => {
    for (const type of ["hs-ready", "hs-error"]) element.addEventListener(type, resolve, { once: true });
  });
  if (state.context) element.context = state.context;
  if (state.answers) element.answers = state.answers;
  const fallback = document.createElement("p");
  fallback.textContent = "Sjekkliste: mål, funksjon, tiltak i kommunen.";
  element.append(fallback);
  place.append(element);
  const putBack = clipboard(state.copies);
  try {
    await begun;
    const hand = new Hand(element);
    await state.reach?.(hand);
    await hand.find(state.sees);
    // What came in with a movement has come.
    await Promise.allSettled(element.shadowRoot.getAnimations().map((one) => one.finished));
    await drawn();
  } finally {
    putBack();
  }
}

/** The room of a state, under its name. */
function room(state) {
  const section = document.createElement("section");
  section.className = "state";
  section.id = state.name;
  section.setAttribute("aria-labelledby", `${state.name}-head`);
  const head = document.createElement("h2");
  head.id = `${state.name}-head`;
  head.textContent = `${state.component}: ${state.state}`;
  section.append(head);
  section.dataset.drawn = "no";
  return section;
}

/** Where the element comes from: the page's own, or the engine that can be told to panic. Files may stay away before it asks for them. */
function source(alone) {
  if (alone === "without-files") window.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  return alone === "panic" ? "/panic/henvisningsstotte.js" : "/henvisningsstotte.js";
}

const known = (name) => {
  const state = STATES.find((one) => one.name === name);
  if (!state) throw new Error(`there is no state ${name}`);
  return state;
};

/** Shows one state alone, in place of what was shown. */
async function show(name, lang = "nb") {
  const state = known(name);
  const place = room(state);
  document.title = `${state.component}: ${state.state}`;
  main.replaceChildren(main.firstElementChild, place);
  scrollTo(0, 0);
  // What was shown is taken down when the browser has seen that it is gone; before that its draft is its own.
  await new Promise((resolve) => { setTimeout(resolve); });
  await draw(state, place, lang).catch((error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  place.dataset.drawn = "yes";
}

/** Shows all, one after the other, as they come into view. */
function showAll(lang) {
  const nav = document.createElement("nav");
  nav.setAttribute("aria-label", "Tilstandene");
  const list = document.createElement("ul");
  for (const state of STATES) {
    const link = document.createElement("a");
    link.href = `?state=${state.name}&lang=${lang}`;
    link.textContent = `${state.component}: ${state.state}`;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  nav.append(list);
  main.append(nav);
  let last = Promise.resolve();
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      const state = known(target.id);
      last = last.then(() => draw(state, target, lang)).catch((error) => {
        const told = document.createElement("p");
        told.textContent = `Ikke nådd: ${error.message}`;
        target.append(told);
      }).finally(() => { target.dataset.drawn = "yes"; });
    }
  });
  for (const state of STATES) {
    const place = room(state);
    main.append(place);
    if (state.alone) {
      const told = document.createElement("p");
      told.textContent = "Vises på en egen side.";
      place.append(told);
    } else {
      seen.observe(place);
    }
  }
}

const [name, lang] = [wishes.get("state"), wishes.get("lang") ?? "nb"];
const defined = import(source(name && known(name).alone));
window.gallery = { show, shown: name ? defined.then(() => show(name, lang)) : defined.then(() => showAll(lang)) };
window.gallery.shown.catch((error) => console.error(error.message));
