// <henvisnings-stotte>: the element a page puts in its HTML. Plumbing only: attributes and properties go in, events come
// out, files are fetched. What they mean is decided in Rust (src/embed/mod.rs).
//
//   attributes   region mode lang storage draft-key data-color-scheme today provider view name
//   properties   context (prefilled answers by question id)  answers (read, write)  assessment (read)
//   methods      summary({ format: 'text' | 'html' | 'json', layout, lang }) -> promise   reset()
//   events       hs-ready  hs-change  hs-summary  hs-error   (bubble, composed, details are plain data)
//
// Another patient: set `draft-key` first (it clears the page), then `context`.
// What leaves the element by itself (events, properties, methods, form value, drafts) holds no identity number.

const NAME = 'henvisnings-stotte';
const here = (file) => new URL(file, import.meta.url);

/** One fetch per file and page; a failed one may be tried again. */
const kept = new Map();
function once(key, get) {
  if (!kept.has(key)) {
    const got = get();
    kept.set(key, got);
    got.catch(() => kept.delete(key));
  }
  return kept.get(key);
}

async function get(file) {
  const response = await fetch(here(file)).catch((error) => { throw new Error(`${file}: ${error.message}`); });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}
const text = (file) => once(file, () => get(file).then((response) => response.text()));

/** The compiled module; compiled while it streams where the server gives it the right content type. */
const engine = () => once('engine', async () => {
  const response = await get('hs_engine_bg.wasm');
  const type = response.headers.get('content-type');
  if (WebAssembly.compileStreaming && type === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
});

// One instance per element: a panic ends an instance, and must not end another element's work.
// An ES module has one state per address, so each instance has an address of its own. Instances given back are used again.
const idle = [];
let instances = 0;
async function instance() {
  let glue = idle.pop();
  if (!glue) {
    instances += 1;
    glue = await import(here(instances === 1 ? 'hs_engine.js' : `hs_engine.js?i=${instances}`));
  }
  await glue.default({ module_or_path: await engine() });
  return glue;
}

const style = () => once('style', async () => {
  const css = await text('henvisningsstotte.css');
  if (css.startsWith('<')) throw new Error('henvisningsstotte.css: a page came instead of a style sheet');
  return css;
});

/** One style sheet for all elements of a document: one of another document may not be used, and is lost on the way to it. */
const sheets = new WeakMap();
function dress(root, css) {
  const page = root.ownerDocument ?? root;
  if (!root.adoptedStyleSheets) throw new Error('adoptedStyleSheets is missing');
  if (!sheets.has(page)) {
    sheets.set(page, new page.defaultView.CSSStyleSheet());
    sheets.get(page).replaceSync(css);
  }
  root.adoptedStyleSheets = [sheets.get(page)];
}

/** The language of a tag by its first part; `no` is bokmål. */
function language(tag) {
  const first = tag.toLowerCase().split(/[-_]/)[0];
  return first === 'no' ? 'nb' : ['nb', 'nn', 'en'].find((lang) => lang === first);
}

/** The nearest `lang`, out through shadow roots. */
function nearestLang(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const found = at.closest('[lang]');
    if (found) return found.getAttribute('lang');
  }
  return '';
}

// Elements with the same draft key on one page keep their drafts apart by the lowest number that is free.
const slots = new Map();
function takeSlot(key) {
  const taken = slots.get(key) ?? new Set();
  slots.set(key, taken);
  let slot = 1;
  while (taken.has(slot)) slot += 1;
  taken.add(slot);
  return slot;
}
const freeSlot = (key, slot) => slots.get(key)?.delete(slot);

/** Prints an element of ours in a frame of its own: from within a shadow root a host page cannot be hidden. Tells whether it could. */
function print(css, element) {
  const frame = document.createElement('iframe');
  frame.className = 'hs-print';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  const root = element.getRootNode();
  root.querySelector('.hs-print')?.remove();
  element.after(frame);
  try {
    const { contentDocument: paper, contentWindow: view } = frame;
    dress(paper, css);
    paper.title = element.firstElementChild.textContent;
    const page = paper.createElement('main');
    page.className = 'hs-root hs-printed';
    page.lang = element.closest('[lang]')?.lang ?? '';
    page.dataset.colorScheme = 'light';
    page.append(paper.importNode(element, true));
    paper.body.append(page);
    view.addEventListener('afterprint', () => frame.remove());
    view.print();
    return true;
  } catch {
    // A sandboxed page may not look into a frame of its own.
    frame.remove();
    return false;
  }
}

/** Saves a text as a file: from the page to the disk. The browser keeps the address in its history, so the words are not in it. */
function save(text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = 'henvisning.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** The calendar's day where the doctor is. */
function day() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** What the browser throws when an instance ends, by name: there may be no WebAssembly. A stack that overflowed has other names. */
const isTrap = (error) => ['RuntimeError', 'RangeError', 'InternalError'].includes(error?.name);

const STOPPED = 'the form has stopped';

/** What is listened for on the window: leaving the page, and a panic in work that no method of ours began. */
const WATCHED = ['pageshow', 'pagehide', 'error', 'unhandledrejection'];

/** How long after a change the draft is saved at the latest, in milliseconds. */
const SAVE_AFTER = 300;

/** How long the code list is waited for once the form stands, in milliseconds. */
const CODES_WITHIN = 3000;

// Shown where there are no other words yet.
const FAILED = {
  nb: 'Skjemaet kunne ikke lastes. Last siden på nytt. Ingenting er sendt.',
  nn: 'Skjemaet kunne ikkje lastast. Last sida på nytt. Ingenting er sendt.',
  en: 'The form could not be loaded. Reload the page. Nothing has been sent.',
};

class HenvisningsStotte extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = ['region', 'mode', 'lang', 'storage', 'draft-key', 'data-color-scheme', 'today', 'provider', 'view'];

  #shadow = this.attachShadow?.({ mode: 'open' }) ?? this; // without one there is room for a message
  #css = '';
  #view = null; // the wrapper that the page is built in
  #handle = null; // the mounted view
  #glue = null; // its instance
  #dead = []; // handles of instances that panicked: never touched again, not even by the garbage collector
  #starting = false;
  #again = false; // whether it is about to start anew
  #slot = null; // [draft key, number]
  #timer = null; // goes off when the draft is to be saved
  #last = null; // the last state, as { draft, text }
  #pending = {}; // properties set before there was a view, in the order they were set last
  #patient = 0; // how many there were before
  #began = false; // whether it was ever on a page
  #form = null;
  #ready = null;

  constructor() {
    super();
    this.#fallBack();
    this.#promise();
  }

  connectedCallback() {
    // Properties set before the element was defined lie in front of the accessors.
    for (const name of ['context', 'answers']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    for (const type of WATCHED) addEventListener(type, this);
    document.addEventListener('visibilitychange', this);
    if (this.#handle) this.#setLang(); // moved: the language may be another there
    else if (!this.#starting && !this.#last?.crashed) this.#start();
  }

  adoptedCallback() {
    // A document that nobody looks at has no sheets.
    if (this.#handle && this.ownerDocument.defaultView) dress(this.#shadow, this.#css);
  }

  disconnectedCallback() {
    // A move is a removal followed by an insertion: only what stays away is taken down.
    setTimeout(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === 'data-color-scheme') this.#setScheme();
    else if (name === 'draft-key') this.#turn();
    else if (!this.#handle) return;
    else if (name === 'lang') this.#setLang();
    else if (name === 'today') this.#restart();
    else this.#call((handle) => handle.set(name, value ?? undefined));
  }

  formAssociatedCallback(form) {
    this.#form?.removeEventListener('formdata', this);
    this.#form = form;
    form?.addEventListener('formdata', this);
  }

  formResetCallback() {
    this.reset();
  }

  handleEvent(event) {
    if (event.type === 'formdata') {
      // Given when asked for, never as the element's state: a browser would keep that in the session's history.
      const name = this.getAttribute('name');
      const value = this.#call((handle) => handle.get('form-value'));
      if (name && value !== undefined && !this.matches(':disabled')) event.formData.append(name, value);
    } else if (event.type === 'error' || event.type === 'unhandledrejection') {
      this.#panic(event, event.error ?? event.reason);
    } else if (event.type === 'pageshow') {
      // Back from the browser's memory: as after a reload, the patient is asked about first.
      if (event.persisted && this.#handle) {
        this.#forget();
        this.#restart();
      }
    } else if (event.type === 'pagehide' || document.visibilityState === 'hidden') {
      this.#save();
    }
  }

  /** Write-only: what was given for one patient is not read back for the next. */
  get context() {
    return null;
  }

  set context(value) {
    this.#give('context', value ?? null);
  }

  get answers() {
    const answers = this.#call((handle) => handle.get('answers'));
    return this.#pending.answers ?? JSON.parse(answers ?? '{}');
  }

  set answers(value) {
    this.#give('answers', value ?? {});
  }

  get assessment() {
    return JSON.parse(this.#call((handle) => handle.get('assessment')) ?? 'null');
  }

  async summary(wishes = {}) {
    if (Object(wishes) !== wishes) throw new TypeError('summary takes { format, layout, lang }');
    const { format = 'text', layout = '', lang } = wishes;
    if (!['text', 'html', 'json'].includes(format)) throw new TypeError(`format is ${format}; it is text, html or json`);
    const wanted = lang === undefined ? undefined : language(String(lang));
    if (lang !== undefined && !wanted) throw new TypeError(`lang is ${lang}; it is nb, nn or en`);
    if (!this.isConnected) throw new Error('the element is not on the page');
    if (this.#last?.crashed) throw new Error(STOPPED);
    const patient = this.#patient;
    await this.#ready.promise;
    const words = wanted && (await text(`words.${wanted}.txt`));
    // It was asked of the patient who was here then.
    if (this.#patient !== patient) throw new Error('another patient has come');
    const written = (form) => this.#call((handle) => handle.summary(form, String(layout), words));
    // An order that is not known would be another one. Without a region there is none.
    const used = layout && JSON.parse(written('json') ?? 'null')?.layout;
    if (used && used !== layout) throw new TypeError(`layout is ${layout}; ${used} is one of this region`);
    const summary = written(format);
    if (summary === undefined) throw new Error(STOPPED);
    return format === 'json' ? JSON.parse(summary) : summary;
  }

  reset() {
    this.#pending = this.#isUp() ? {} : { reset: true };
    this.#forget();
    this.#call((handle) => handle.reset());
  }

  /** Another patient. */
  #turn() {
    // What was given before the first page may well be given before the key; later it was another patient's.
    if (this.#began) this.#pending = {};
    this.#forget();
    if (!this.#handle) return;
    this.#takeSlot();
    this.#call((handle) => handle.set_draft_key(...this.#slot));
  }

  /** Lets go of the last state, also of one shown after a crash. */
  #forget() {
    this.#patient += 1;
    const crashed = this.#last?.crashed;
    this.#last = null;
    if (crashed && this.isConnected) this.#start();
  }

  /** Hands a property to the view, now or when there is one. */
  #give(name, value) {
    const json = JSON.stringify(value) ?? '"no data"';
    if (this.#isUp()) {
      this.#call((handle) => handle.set(name, json));
      return;
    }
    delete this.#pending[name];
    this.#pending[name] = JSON.parse(json);
  }

  /** Whether there is a view that stays. */
  #isUp() {
    return this.#handle && !this.#again;
  }

  async #start() {
    if (this.#starting) return;
    this.#starting = true;
    this.#began = true;
    this.#promise();
    let glue;
    // The form works without it. It is asked for at once, since nothing is fetched after `hs-ready`.
    const codes = text('icpc-2.txt').catch(() => '');
    try {
      const [made, words, css] = await Promise.all([instance(), text(`words.${this.#lang()}.txt`), style()]);
      glue = made;
      if (!this.isConnected) {
        idle.push(glue);
        return;
      }
      dress(this.#shadow, css);
      this.#css = css;
      this.#takeSlot();
      this.#newView('hs-root');
      this.#glue = glue;
      this.#handle = glue.mount(this.#view, this.#bridge(glue), JSON.stringify(this.#config()), words);
    } catch (error) {
      const died = isTrap(error);
      if (glue && !died) idle.push(glue);
      this.#glue = null;
      // There was a text before: it stays in sight, whatever becomes of the form.
      if (this.#last?.text) {
        this.#last.crashed = true;
        this.#promise(STOPPED);
        this.#showLast();
        this.#emit('hs-error', { code: died ? 'crash' : 'load', message: String(error?.message ?? error) });
        return;
      }
      // Words that could not be used are asked for again next time.
      if (typeof error === 'string') kept.delete(`words.${this.#lang()}.txt`);
      this.#fail(error instanceof Error ? error : new Error(String(error)));
      return;
    } finally {
      this.#starting = false;
    }
    this.#shadow.querySelector('slot')?.remove();
    const { reset, ...given } = this.#pending;
    this.#pending = {};
    if (reset) this.#call((handle) => handle.reset());
    // As if it was given only now: what the host wrote as answers wins over what it prefills.
    for (const name in given) this.#give(name, given[name]);
    this.#setLang();
    const handle = this.#handle;
    // A list that never comes is not waited for.
    const list = await Promise.race([codes, new Promise((resolve) => { setTimeout(resolve, CODES_WITHIN, ''); })]);
    if (!handle || this.#handle !== handle) return;
    if (!list.startsWith('<')) this.#call(() => handle.set('codes', list));
    const about = this.#call((handle) => handle.get('about'));
    if (about === undefined) return;
    this.#ready.over = true;
    this.#ready.resolve();
    this.#emit('hs-ready', JSON.parse(about));
  }

  #save() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#call((handle) => handle.flush());
  }

  /** Takes the view down and gives its instance back. The last state stays with the element. */
  #stop() {
    for (const type of WATCHED) removeEventListener(type, this);
    document.removeEventListener('visibilitychange', this);
    if (this.#slot) freeSlot(...this.#slot);
    this.#slot = null;
    this.#save();
    this.#call((handle) => handle.unmount());
    if (!this.isConnected) this.#promise('the element is not on the page');
    if (!this.#handle) return;
    this.#handle.free();
    idle.push(this.#glue);
    this.#handle = null;
    this.#glue = null;
    this.#view.remove();
    this.#fallBack();
  }

  /** Starts anew when all that is done at this moment is done, and what was written before has been taken in. */
  #restart() {
    if (this.#again) return;
    this.#again = true;
    this.#promise();
    setTimeout(() => {
      if (this.#handle && this.isConnected) {
        this.#stop();
        this.connectedCallback();
      }
      this.#again = false;
    });
  }

  #config() {
    const config = { date: day(), slot: this.#slot[1] };
    for (const name of ['region', 'mode', 'storage', 'draft-key', 'today', 'provider', 'view']) {
      if (this.hasAttribute(name)) config[name] = this.getAttribute(name);
    }
    if (this.#last?.draft) config.carried = this.#last.draft;
    return config;
  }

  /** What the view asks of the element. A late call from a dead instance is nobody's. */
  #bridge(glue) {
    const mine = (what) => (...values) => (this.#glue === glue ? what(...values) : undefined);
    return {
      emit: mine((type, detail) => this.#emit(type, JSON.parse(detail))),
      wantWords: (lang) => {
        const given = mine((words) => this.#call((handle) => handle.set_words(lang, words)));
        text(`words.${lang}.txt`).then(given, () => given());
      },
      saveSoon: mine(() => { this.#timer ??= setTimeout(() => this.#save(), SAVE_AFTER); }),
      print: mine((element) => print(this.#css, element)),
      save: mine(save),
      mirror: mine((draft, words) => { this.#last = { draft, text: words }; }),
    };
  }

  /** Something went wrong on the page; it is ours when our instance never ended its work. */
  #panic(event, error) {
    if (!this.#handle || !isTrap(error) || !this.#glue.stuck()) return;
    event.preventDefault();
    this.#crash(error);
  }

  /** A panic: this instance is lost, the last state is not. */
  #crash(error) {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#dead.push(this.#handle);
    this.#handle = null;
    this.#glue = null;
    this.#last = { draft: this.#last?.draft, text: this.#last?.text ?? '', crashed: true };
    this.#promise(STOPPED);
    // The view is still on the stack: it is cleared when it has unwound.
    queueMicrotask(() => this.#showLast());
    // The functions on the stack, by number: never values.
    const place = (error.stack?.match(/wasm-function\[\d+\]:0x[0-9a-f]+/g) ?? []).slice(0, 8).join(' ');
    this.#emit('hs-error', { code: 'crash', place });
  }

  async #showLast() {
    // The texts of a crash stand first (core/build.rs, core/src/content/words_file.rs).
    const [, hint, again = 'Start på nytt', why, title] = (await text(`words.${this.#lang()}.txt`).catch(() => '')).split('\n');
    // Another patient may have come meanwhile.
    if (!this.#last?.crashed) return;
    const make = (name, className, words) => {
      const element = document.createElement(name);
      element.className = className;
      element.textContent = words;
      return element;
    };
    const restart = make('button', 'hs-button', again);
    restart.type = 'button';
    restart.addEventListener('click', () => {
      restart.disabled = true;
      if (this.#last) this.#last.crashed = false;
      this.#start();
    });
    const told = this.#newView('hs-root hs-crash');
    const box = make('div', 'hs-crash-told', '');
    box.setAttribute('role', 'alert');
    box.append(make('h2', '', title ?? ''), make('p', '', why ?? ''));
    told.append(box, restart);
    if (this.#last?.text) told.append(make('p', '', hint ?? ''), make('pre', 'hs-crash-text', this.#last.text));
  }

  #fail(error) {
    const told = this.#newView('hs-root hs-failed');
    const words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.textContent = FAILED[this.#lang()];
    told.append(words);
    this.#fallBack();
    this.#ready.over = true;
    this.#ready.reject(error);
    this.#emit('hs-error', { code: 'load', message: String(error?.message ?? error) });
  }

  #newView(className) {
    this.#view?.remove();
    this.#view = document.createElement('div');
    this.#view.className = className;
    this.#view.translate = false; // a browser's translator would send the words out
    this.#view.dataset.size = 'md';
    this.#view.dataset.color = 'accent';
    this.#setScheme();
    this.#shadow.prepend(this.#view);
    return this.#view;
  }

  /** The page's own content, until there is a view. */
  #fallBack() {
    if (this.shadowRoot && !this.#shadow.querySelector('slot')) this.#shadow.append(document.createElement('slot'));
  }

  #lang() {
    return language(nearestLang(this)) ?? 'nb';
  }

  #setLang() {
    const own = this.getAttribute('lang');
    if (own && !language(own)) this.#invalid('lang', own, 'nb');
    this.#call((handle) => handle.set('lang', this.#lang()));
  }

  #setScheme() {
    if (!this.#view) return;
    const written = this.dataset.colorScheme ?? 'auto';
    const known = ['auto', 'light', 'dark'].includes(written);
    if (!known) this.#invalid('data-color-scheme', written, 'auto');
    this.#view.dataset.colorScheme = known ? written : 'auto';
  }

  #invalid(attribute, value, used) {
    this.#emit('hs-error', { code: 'attribute', attribute, value, used });
  }

  #takeSlot() {
    if (this.#slot) freeSlot(...this.#slot);
    const key = this.getAttribute('draft-key') ?? '';
    if (/\d{6}\D?\d{5}/.test(key)) this.#emit('hs-error', { code: 'draft-key', message: 'draft-key looks like an identity number; it must be opaque' });
    this.#slot = [key, takeSlot(key)];
  }

  /** A promise of being ready, when the one before is over or will not be kept: who waits for that one is told why. */
  #promise(why) {
    if (!why && this.#ready?.over === false) return;
    this.#ready?.reject(new Error(why));
    const ready = { over: false };
    ready.promise = new Promise((resolve, reject) => Object.assign(ready, { resolve, reject }));
    ready.promise.catch(() => {});
    this.#ready = ready;
  }

  /** Calls the view, if there is one. After a panic in the call there is none, and `#crash` has been told. */
  #call(what) {
    if (!this.#handle) return undefined;
    try {
      return what(this.#handle);
    } catch (error) {
      // Texts are what methods answer with; anything else ended the instance.
      if (typeof error === 'string') throw error;
      this.#crash(error);
      return undefined;
    }
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** Only in builds with the feature `panic-button`, for the tests. */
  [Symbol.for('hs-test-panic')](method = 'panic_now') {
    this.#call((handle) => handle.panic?.(method));
  }
}

if (customElements.get(NAME)) {
  console.info(`<${NAME}> is defined already; ${import.meta.url} is not used.`);
} else {
  // Started here, all at once, so that the wasm compiles while the rest is on its way.
  for (const started of [engine(), import(here('hs_engine.js')), style()]) started.catch(() => {});
  customElements.define(NAME, HenvisningsStotte);
}
