// What the element does with orders that cross: given while it loads, while it starts anew, while it leaves, and in the wrong form.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, open, ready } from "./support/doctor.mjs";
import { element, held, told } from "./support/host.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();
const HOST = "/pages/host.html?region=midt&storage=none";

/** Opens a host page whose engine is held back, as far as the element is defined. */
async function loading(page, path = HOST, file = "**/hs_engine_bg.wasm") {
  const letGo = await held(page, file);
  await page.goto(path);
  await page.waitForFunction(() => customElements.get("henvisnings-stotte"));
  return letGo;
}

test("answers and a summary in the same tick as another day are the new day's", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&today=2026-11-22` });
    await answer(page, "age-years", 58);
    const text = await element(page, (one) => {
      one.setAttribute("today", "2026-11-23");
      one.answers = { goal: "Gå til butikken." };
      window.read = one.answers;
      return one.summary();
    });
    assert.match(text, /Gå til butikken\./);
    assert.deepEqual(await page.evaluate(() => window.read), { goal: "Gå til butikken." }, "what was written is read at once");
    assert.deepEqual(await element(page, (one) => one.answers), { goal: "Gå til butikken." });
    assert.deepEqual(await complaints(page), []);
  });
});

test("answers just before another day come along too, and two days in a row are the last one", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&today=2026-11-22` });
    const text = await element(page, (one) => {
      one.answers = { goal: "Gå til butikken." };
      one.setAttribute("today", "2026-11-23");
      one.setAttribute("today", "2026-11-24");
      return one.summary();
    });
    assert.match(text, /Gå til butikken\./);
    assert.equal((await told(page, "hs-ready")).length, 2, "two days in a row are one start");
    assert.deepEqual(await element(page, (one) => one.answers), { goal: "Gå til butikken." });
  });
});

test("a summary that is waited for when the element is taken out while it loads is refused, and says why", async () => {
  await here.visit({}, async (page) => {
    const letGo = await loading(page);
    const refused = element(page, async (one) => {
      const asked = one.summary();
      one.remove();
      window.kept = one;
      return asked.catch(String);
    });
    assert.match(await refused, /not on the page/);
    letGo("continue");
    await page.evaluate(() => document.querySelector("main").append(window.kept));
    await ready(page);
    assert.match(await element(page, (one) => one.summary()), /^Henvisning/, "put back it answers");
    assert.deepEqual(await complaints(page), []);
  });
});

test("a summary that is waited for while the element is moved is given", async () => {
  await here.visit({}, async (page) => {
    const letGo = await loading(page);
    await element(page, (one) => {
      window.asked = one.summary();
      document.querySelector("main").append(one);
    });
    letGo("continue");
    assert.match(await page.evaluate(() => window.asked), /^Henvisning/);
  });
});

const ORDERS = {
  "context, then answers": (one) => {
    one.context = { "age-years": 40, purpose: "rehabilitation" };
    one.answers = { "age-years": 58 };
  },
  "answers, then context": (one) => {
    one.answers = { "age-years": 58 };
    one.context = { "age-years": 40, purpose: "rehabilitation" };
  },
  "answers twice around context": (one) => {
    one.answers = { goal: "Gå til butikken." };
    one.context = { "age-years": 40, purpose: "rehabilitation" };
    one.answers = { "age-years": 58 };
  },
};

for (const [order, write] of Object.entries(ORDERS)) {
  test(`what is written while the element loads is as if it was written afterwards, and answers win: ${order}`, async () => {
    await here.visit({}, async (page) => {
      await open(page, { path: HOST });
      await element(page, write);
      const afterwards = await element(page, (one) => one.answers);
      assert.equal(afterwards["age-years"], 58);
      const letGo = await loading(page);
      await element(page, write);
      letGo("continue");
      await ready(page);
      assert.deepEqual(await element(page, (one) => one.answers), afterwards);
    });
  });
}

test("adopted by the document of a frame, and taken home again, it keeps answers, looks and life", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/hosts/in-a-form.html" });
    const inside = page.frameLocator("iframe");
    const look = (place) => place.locator(".hs-root").evaluate((root) => getComputedStyle(root).containerName);
    const one = page.locator("henvisnings-stotte");
    await one.evaluate((one) => { one.answers = { "age-years": 58 }; });
    const usual = await look(one);
    assert.equal(usual, "hs");
    await one.evaluate((one) => document.querySelector("iframe").contentDocument.body.append(one));
    const adopted = inside.locator("henvisnings-stotte");
    await adopted.locator(".hs-app").waitFor();
    assert.equal(await look(adopted), usual, "the style comes along");
    await adopted.locator('[data-question="purpose"] label:has(input[value="respite"])').click();
    await adopted.locator('[data-rule="respite-or-social"]').waitFor();
    await adopted.evaluate((one) => window.parent.document.querySelector("main").append(one));
    assert.equal(await look(one), usual);
    assert.deepEqual(await one.evaluate((one) => one.answers), { "age-years": 58, purpose: "respite" });
    assert.deepEqual(await complaints(page), []);
  });
});

test("an element that is made in one document and put into another before it is ready is drawn there", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/hosts/in-a-form.html" });
    await page.evaluate(() => {
      const one = document.createElement("henvisnings-stotte");
      one.setAttribute("region", "midt");
      one.setAttribute("storage", "none");
      document.querySelector("iframe").contentDocument.body.append(one);
    });
    const adopted = page.frameLocator("iframe").locator("henvisnings-stotte");
    await adopted.locator('[data-question="purpose"]').waitFor();
    assert.equal(await adopted.locator(".hs-root").evaluate((root) => getComputedStyle(root).containerName), "hs");
    assert.deepEqual(await complaints(page), []);
  });
});

for (const file of ["hs_engine.js", "hs_engine_bg.wasm", "henvisningsstotte.css", "words.nb.txt"]) {
  test(`after ${file} did not come, the element put back is whole, and so is a new one`, async () => {
    await here.visit({}, async (page) => {
      await page.route(`**/${file}`, (route) => route.abort());
      await page.goto(HOST);
      await page.getByRole("alert").filter({ hasText: "Skjemaet kunne ikke lastes" }).waitFor();
      await page.unroute(`**/${file}`);
      await element(page, (one) => {
        const next = document.createElement("henvisnings-stotte");
        next.setAttribute("region", "midt");
        document.querySelector("main").append(next, one);
      });
      await ready(page);
      const texts = await page.locator("henvisnings-stotte").evaluateAll((all) => Promise.all(all.map((one) => one.summary())));
      for (const text of texts) assert.match(text, /^Henvisning/);
      assert.equal(await page.getByRole("alert").count(), 0);
    });
  });
}

test("a summary asked of one patient is never the next one's", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Pasient A.");
    // The words of another language are on their way when the patient changes.
    await page.route("**/words.en.txt", async (route) => {
      await page.waitForFunction(() => window.turned);
      await route.continue();
    });
    const [first, second] = await element(page, async (one) => {
      const asked = one.summary({ lang: "en" }).catch((error) => error.message);
      one.setAttribute("draft-key", "b");
      one.answers = { goal: "Pasient B." };
      window.turned = true;
      return [await asked, await one.summary()];
    });
    assert.equal(first, "another patient has come");
    assert.match(second, /Pasient B\./);
  });
});

test("a page that the browser had kept in memory asks about the patient before it shows anything", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=midt&draft-key=p1" });
    await answer(page, "goal", "Pasient A.");
    await page.waitForFunction(() => Object.values(sessionStorage).join().includes("Pasient A"));
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await page.locator('[data-part="draft"]').waitFor();
    assert.ok(!(await page.locator("henvisnings-stotte").innerText()).includes("Pasient A"));
    assert.deepEqual(await element(page, (one) => one.answers), {});
  });
});

test("summary() asked in a form it does not know says what it knows", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    const refused = await element(page, async (one) => {
      const wishes = [null, "text", 7, { format: "pdf" }, { format: null }, { layout: "sideways" }, { lang: "sv" }];
      return Promise.all(wishes.map((wish) => one.summary(wish).then(() => "given", (error) => `${error.name}: ${error.message}`)));
    });
    const takes = /format, layout, lang/;
    const says = [takes, takes, takes, /pdf.*text, html/, /null.*text, html/, /layout.*sideways/, /sv.*nb, nn/];
    for (const [place, sentence] of says.entries()) assert.match(refused[place], new RegExp(`^TypeError: .*${sentence.source}`));
    const { layout } = await element(page, (one) => one.summary({ format: "json" }));
    assert.match(await element(page, (one, layout) => one.summary({ layout }), layout), /^Henvisning/, "a known order is given");
    assert.match(await element(page, (one) => one.summary({ layout: undefined, lang: undefined })), /^Henvisning/);
  });
});

const LACKS = {
  "no WebAssembly": () => delete window.WebAssembly,
  "no style sheets that can be made": () => delete window.CSSStyleSheet,
  "no adopted style sheets": () => {
    delete ShadowRoot.prototype.adoptedStyleSheets;
    delete Document.prototype.adoptedStyleSheets;
  },
  "no shadow roots": () => delete Element.prototype.attachShadow,
};

for (const [lack, take] of Object.entries(LACKS)) {
  test(`a browser with ${lack} is told so in words, beside the page's own text`, async () => {
    await here.visit({}, async (page) => {
      await page.addInitScript(take);
      await page.goto("/pages/hosts/slow-engine.html");
      await page.getByRole("alert").filter({ hasText: "Skjemaet kunne ikke lastes" }).waitFor();
      assert.ok(await page.getByText("Sjekkliste: mål, funksjon, tiltak i kommunen.").isVisible());
      assert.match(await page.locator("henvisnings-stotte").evaluate((one) => one.summary().catch(String)), /Error/);
      assert.deepEqual(await complaints(page), []);
    });
  });
}
