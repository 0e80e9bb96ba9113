// What the element leaves behind: on the wire, and in the browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, click, copied, open, ready, speak, summary } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";
import { cachesOf, files, kept as keptOffline } from "./support/worker.mjs";

const here = house();

/** Every request of the page and its workers as the browser's own protocol tells it, beacons and preflights too. */
async function wire(page) {
  const seen = [];
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ request }) => seen.push(request.url.replace(here.url, "")));
  page.context().on("request", (request) => {
    if (request.serviceWorker()) seen.push(`worker ${request.url()}`);
  });
  return seen;
}

async function aWholeVisit(page) {
  await answer(page, "earlier-stay", "yes");
  await answer(page, "next-leg-of-planned-programme", "no");
  await answer(page, "new-factors", ["none"]);
  await answer(page, "goal", "Gå til butikken uten rullator.");
  await answer(page, "age-years", 61);
  await summary(page);
  await copied(page);
}

/** Gives the text to the page around. */
const handOver = (page) => click(page, page.locator('[data-action="use-summary"]'));

test("after hs-ready nothing is asked of the network but the words of another language, once", async () => {
  await here.visit({}, async (page) => {
    const asked = await wire(page);
    await open(page, { path: "/pages/host.html?region=midt" });
    const [before, log] = [asked.length, here.requests.length];
    await aWholeVisit(page);
    await handOver(page);
    assert.deepEqual(asked.slice(before), []);
    for (const lang of ["nn", "en", "nn", "nb"]) await speak(page, lang);
    assert.deepEqual(asked.slice(before), ["/words.nn.txt", "/words.en.txt"]);
    assert.deepEqual(here.requests.slice(log).map(({ path }) => path), ["/words.nn.txt", "/words.en.txt"]);
  });
});

test("the stand-alone page alone has a worker: asked for after hs-ready, it fetches the page's own files by exact list, once", async () => {
  await here.visit({}, async (page) => {
    await page.addInitScript(() => {
      window.order = [];
      document.addEventListener("hs-ready", () => window.order.push("hs-ready"));
      const { register } = ServiceWorkerContainer.prototype;
      ServiceWorkerContainer.prototype.register = function watched(...values) {
        window.order.push(`register ${values.length}`);
        return register.apply(this, values);
      };
    });
    const first = here.requests.length;
    await open(page);
    await keptOffline(page);
    assert.deepEqual(await page.evaluate(() => window.order), ["hs-ready", "register 1"]);
    const asked = here.requests.slice(first).map(({ path }) => path);
    const later = asked.slice(asked.indexOf("/sw.js") + 1);
    assert.deepEqual([...new Set(later)].sort(), await files());
    // The browser takes the icon when it has time for it.
    assert.deepEqual(later.filter((path, place) => path !== "/icon.svg" && later.indexOf(path) !== place), []);
    assert.deepEqual(Object.values(await cachesOf(page)), [await files()]);
    // With all that a doctor does, and the next time, only the worker itself is asked for: whether there is a newer one.
    const after = here.requests.length;
    await click(page, page.locator('[data-part="region"] [data-region="midt"]'));
    await aWholeVisit(page);
    for (const lang of ["nn", "en", "nb"]) await speak(page, lang);
    assert.deepEqual(here.requests.slice(after), []);
    await page.reload();
    await ready(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.update()));
    assert.deepEqual([...new Set(here.requests.slice(after).map(({ path }) => path))], ["/sw.js"]);
    // Nothing that was written is among what is kept for later.
    assert.deepEqual(Object.values(await cachesOf(page)), [await files()]);
  });
});

/** Watches every way a page can keep something. Runs before the page's own scripts. */
function watchWrites() {
  const writes = [];
  window.writes = writes;
  const watch = (object, name, what) => {
    const original = object[name];
    object[name] = function watched(...values) {
      writes.push(`${what}: ${String(values[0])}`);
      return original.apply(this, values);
    };
  };
  watch(Storage.prototype, "setItem", "storage");
  watch(IDBFactory.prototype, "open", "indexedDB");
  watch(CacheStorage.prototype, "open", "cache");
  watch(ServiceWorkerContainer.prototype, "register", "service worker");
  watch(History.prototype, "pushState", "history");
  watch(History.prototype, "replaceState", "history");
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(document, "cookie", {
    get: () => cookie.get.call(document),
    set: (value) => {
      writes.push(`cookie: ${value}`);
      cookie.set.call(document, value);
    },
  });
}

/** What the browser itself says is kept for this origin. */
async function kept(page) {
  const session = await page.context().newCDPSession(page);
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin: here.url });
  const own = await page.evaluate(async () => ({
    session: { ...sessionStorage },
    local: { ...localStorage },
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    history: JSON.stringify(history.state),
  }));
  return { usage, cookies: (await page.context().cookies()).length, ...own };
}

test('with storage="none" nothing is written anywhere', async () => {
  await here.visit({}, async (page) => {
    await page.addInitScript(watchWrites);
    await open(page, { path: "/pages/host.html?region=midt&storage=none" });
    await aWholeVisit(page);
    await handOver(page);
    await page.reload();
    assert.deepEqual(await page.evaluate(() => window.writes), []);
    assert.deepEqual(await kept(page), { usage: 0, cookies: 0, session: {}, local: {}, databases: 0, caches: 0, history: "null" });
    assert.deepEqual(await complaints(page), []);
  });
});

test("with a session draft exactly one key is written, for this tab only", async () => {
  await here.visit({}, async (page) => {
    await page.addInitScript(watchWrites);
    await open(page, { path: "/pages/host.html?region=midt&draft-key=p1" });
    await answer(page, "goal", "Gå til butikken");
    await page.waitForFunction(() => sessionStorage.length > 0);
    const { session, ...rest } = await kept(page);
    assert.deepEqual(Object.keys(session), ["henvisningsstotte:p1"]);
    assert.deepEqual(rest.local, {});
    assert.equal(rest.cookies, 0);
    const places = await page.evaluate(() => [...new Set(window.writes)]);
    assert.deepEqual(places, ["storage: henvisningsstotte:p1"]);
  });
});
