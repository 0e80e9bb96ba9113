// The element in a frame: it talks by postMessage with the page that frames it, if that page's origin is told in frame-origins.json.
// The file lies beside this one and is written by whoever deploys; nothing in an address adds to it. As delivered it is empty.
//
//   in    { type: 'hs-attributes', attributes: { region, mode, lang, 'draft-key' } }   null takes one away
//         { type: 'hs-context', context }   { type: 'hs-answers', answers }   { type: 'hs-reset' }
//   out   { type: 'hs-ready' | 'hs-change' | 'hs-summary' | 'hs-error', detail }   { type: 'hs-height', height }
//
// Another patient: send 'draft-key' first, then the context. What comes before `hs-ready` is kept until then.

import './henvisningsstotte.js';

const FILE = 'frame-origins.json';
/** The key first: what comes with it is the new patient's. */
const ATTRIBUTES = ['draft-key', 'region', 'mode', 'lang'];
const element = document.querySelector('henvisnings-stotte');

/** An origin as the browser writes it: no star, no path, no `null`. */
function isOrigin(written) {
  try {
    const { origin, protocol } = new URL(written);
    return origin === written && ['https:', 'http:'].includes(protocol);
  } catch {
    return false;
  }
}

/** Who is spoken with. A file that cannot be read tells nobody. */
async function readOrigins() {
  try {
    const listed = await (await fetch(new URL(FILE, import.meta.url), { cache: 'no-cache' })).json();
    const [good, bad] = [listed.filter(isOrigin), listed.filter((one) => !isOrigin(one))];
    if (bad.length > 0) console.warn(`${FILE}: ${JSON.stringify(bad)} is no origin; one is written as "https://portal.example"`);
    return good;
  } catch {
    console.warn(`${FILE} could not be read; the frame speaks with nobody`);
    return [];
  }
}
const told = readOrigins();

/** To the page around, if its origin is told; the browser gives it to no other. */
async function send(message) {
  // Where the browser says who is around, only that one is tried.
  const around = location.ancestorOrigins?.[0];
  for (const origin of await told) {
    if (around === undefined || around === origin) parent.postMessage(message, origin);
  }
}

function take({ type, attributes, context, answers }) {
  if (type === 'hs-context') element.context = context;
  else if (type === 'hs-answers') element.answers = answers;
  else if (type === 'hs-reset') element.reset();
  else if (type === 'hs-attributes') {
    const given = ATTRIBUTES.filter((name) => Object.hasOwn(attributes, name));
    const wrong = given.filter((name) => attributes[name] !== null && typeof attributes[name] !== 'string');
    if (wrong.length > 0) throw new TypeError(`${wrong} is no text`);
    for (const name of given) {
      if (attributes[name] === null) element.removeAttribute(name);
      else element.setAttribute(name, attributes[name]);
    }
    const others = Object.keys(attributes).filter((name) => !ATTRIBUTES.includes(name));
    if (others.length > 0) throw new TypeError(`${others} cannot be set from outside the frame`);
  } else throw new TypeError(`type is ${type}; it is hs-attributes, hs-context, hs-answers or hs-reset`);
}

async function hear({ source, origin, data }) {
  if (source !== parent || !(await told).includes(origin)) return;
  try {
    take(data);
  } catch (error) {
    send({ type: 'hs-error', detail: { code: 'message', message: error.message } });
  }
}

// A page that is opened by itself has nobody around it.
if (parent !== window) {
  for (const type of ['hs-ready', 'hs-change', 'hs-summary', 'hs-error']) {
    element.addEventListener(type, ({ detail }) => send({ type, detail }));
  }
  addEventListener('message', hear);
  new ResizeObserver(() => send({ type: 'hs-height', height: Math.ceil(element.getBoundingClientRect().height) })).observe(element);
}
