// The element in a frame of another origin: it speaks with whom it was told to, and with nobody else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { complaints, house } from "./support/house.mjs";

const here = house();
const PORTAL = "/pages/hosts/framing.html";

/** A portal that frames the element, with these origins in the file of the deployment; without any, the file as it is delivered. */
async function portal(page, origins, search = "") {
  if (origins) await page.route("**/frame-origins.json", (route) => route.fulfill({ json: origins }));
  await page.goto(`${PORTAL}?search=${encodeURIComponent(search)}`);
  const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
  await frame.locator("henvisnings-stotte .hs-app").waitFor();
  return frame;
}

/** What the portal heard of a type, when there is some. */
async function heard(page, type, count = 1) {
  await page.waitForFunction(([type, count]) => window.heard.filter((one) => one.type === type).length >= count, [type, count]);
  return page.evaluate((type) => window.heard.filter((one) => one.type === type), type);
}

const say = (page, message) => page.evaluate((message) => window.say(message), message);
const answers = (frame) => frame.locator("henvisnings-stotte").evaluate((one) => one.answers);

/** Goes there and back between page and frame, so that a message sent before has been dealt with. */
async function settled(page, frame) {
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve); }));
  await frame.evaluate(() => new Promise((resolve) => { setTimeout(resolve); }));
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve); }));
}

test("a told origin gives attributes, context and answers, and hears what the element tells", async () => {
  await here.visit({}, async (page) => {
    const frame = await portal(page, ["https://other.example", here.url]);
    assert.deepEqual((await heard(page, "hs-ready"))[0].detail.mode, "refer");
    await say(page, { type: "hs-context", context: { "age-years": 58 } });
    assert.ok((await heard(page, "hs-change")).length > 0);
    await frame.waitForFunction(() => document.querySelector("henvisnings-stotte").answers["age-years"] === 58);
    await frame.locator('[data-question="age-years"]').filter({ hasText: "Forhåndsutfylt" }).waitFor();
    await say(page, { type: "hs-answers", answers: { goal: "Gå til butikken." } });
    await frame.waitForFunction(() => document.querySelector("henvisnings-stotte").answers.goal);
    await say(page, { type: "hs-attributes", attributes: { lang: "en", region: "nord" } });
    await frame.locator('.hs-app[lang="en"]').waitFor();
    await frame.waitForFunction(() => document.querySelector("henvisnings-stotte").assessment.region === "nord");
    await say(page, { type: "hs-reset" });
    await frame.waitForFunction(() => Object.keys(document.querySelector("henvisnings-stotte").answers).length === 0);
    assert.deepEqual(await page.evaluate(() => window.heard.filter((one) => one.type === "hs-error")), []);
    assert.deepEqual(await complaints(page), []);
  });
});

test("another patient's key clears the page before the new context is taken", async () => {
  await here.visit({}, async (page) => {
    const frame = await portal(page, [here.url]);
    await say(page, { type: "hs-answers", answers: { goal: "Gå til butikken." } });
    await say(page, { type: "hs-attributes", attributes: { region: "vest", "draft-key": "p2" } });
    await say(page, { type: "hs-context", context: { "age-years": 40 } });
    await frame.waitForFunction(() => document.querySelector("henvisnings-stotte").answers["age-years"] === 40);
    assert.deepEqual(await answers(frame), { "age-years": 40 });
  });
});

test("the height is told, and again when it is another", async () => {
  await here.visit({}, async (page) => {
    const frame = await portal(page, [here.url]);
    await frame.locator('[data-question="purpose"]').waitFor();
    const real = await frame.locator("henvisnings-stotte").evaluate((one) => Math.ceil(one.getBoundingClientRect().height));
    await page.waitForFunction((real) => window.heard.some((one) => one.type === "hs-height" && one.height === real), real);
    const before = (await heard(page, "hs-height")).length;
    await page.locator("iframe").evaluate((one) => { one.style.inlineSize = "320px"; });
    const after = await heard(page, "hs-height", before + 1);
    assert.ok(after.at(-1).height > real);
  });
});

test("what the frame does not take is answered with what it takes, and changes nothing", async () => {
  await here.visit({}, async (page) => {
    const frame = await portal(page, [here.url]);
    await say(page, { type: "hs-attributes", attributes: { storage: "local", onclick: "alert(1)" } });
    await say(page, { type: "hs-dance" });
    await say(page, null);
    await say(page, { type: "hs-attributes", attributes: { "draft-key": undefined } });
    const [attributes, dance, , key] = await heard(page, "hs-error", 4);
    assert.deepEqual(key.detail, { code: "message", message: "draft-key is no text" });
    assert.deepEqual(attributes.detail, { code: "message", message: "storage,onclick cannot be set from outside the frame" });
    assert.match(dance.detail.message, /hs-dance.*hs-attributes, hs-context, hs-answers or hs-reset/);
    assert.deepEqual(await frame.locator("henvisnings-stotte").evaluate((one) => one.getAttributeNames().sort()), ["region"]);
  });
});

const SILENT = {
  "as it is delivered": undefined,
  "with another origin told": ["https://portal.example"],
  "with a star, a path, a bare name and an origin of nobody told": (url) => ["*", `${url}/pages/`, new URL(url).host, "null", 7],
};

for (const [how, origins] of Object.entries(SILENT)) {
  test(`${how}, the frame says nothing to a page it was not told of, and takes nothing from it`, async () => {
    await here.visit({}, async (page) => {
      const search = `?origins=${here.url}&origin=${here.url}#${here.url}`;
      const frame = await portal(page, typeof origins === "function" ? origins(here.url) : origins, search);
      await say(page, { type: "hs-attributes", attributes: { region: "midt" } });
      await say(page, { type: "hs-answers", answers: { goal: "Gå til butikken." } });
      await settled(page, frame);
      assert.deepEqual(await answers(frame), {});
      assert.equal(await frame.locator("henvisnings-stotte").getAttribute("region"), null);
      await frame.locator('[data-region="midt"]').first().click();
      await frame.locator('[data-question="purpose"] label:has(input[value="respite"])').click();
      await frame.locator('[data-rule="respite-or-social"]').waitFor();
      await settled(page, frame);
      assert.deepEqual(await page.evaluate(() => window.heard), []);
      assert.deepEqual(await answers(frame), { "home-region": "midt", purpose: "respite" });
      const wrong = (await complaints(page)).filter((one) => !one.includes("is no origin"));
      assert.deepEqual(wrong, []);
    });
  });
}

test("a window that is not the page around is not heard, whatever its origin", async () => {
  await here.visit({}, async (page) => {
    const frame = await portal(page, [here.url]);
    await heard(page, "hs-ready");
    // A sibling of the told origin: its window is the sender, not the portal's.
    await page.evaluate(() => new Promise((resolve) => {
      const sibling = document.createElement("iframe");
      sibling.src = "/pages/hosts/received.html";
      sibling.addEventListener("load", resolve);
      document.querySelector("main").append(sibling);
    }));
    const sibling = page.frames().find((one) => one.url().includes("received"));
    await sibling.evaluate(() => window.parent.frames[0].postMessage({ type: "hs-answers", answers: { goal: "Fra siden av." } }, "*"));
    await settled(page, frame);
    assert.deepEqual(await answers(frame), {});
    await say(page, { type: "hs-answers", answers: { goal: "Fra portalen." } });
    await frame.waitForFunction(() => document.querySelector("henvisnings-stotte").answers.goal === "Fra portalen.");
  });
});

test("as it is delivered nobody is told, and no message is for everybody", async () => {
  const read = (file) => readFile(new URL(`../dist/${file}`, import.meta.url), "utf8");
  assert.deepEqual(JSON.parse(await read("frame-origins.json")), []);
  assert.doesNotMatch(await read("frame.js"), /['"`]\*['"`]/);
  assert.doesNotMatch(await read("henvisningsstotte.js"), /postMessage/);
});
