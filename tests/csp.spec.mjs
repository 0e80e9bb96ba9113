// The element in the strictest portal: own scripts and styles only, no string to a script sink, nothing outside its root.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, copied, finds, open, question, ready, speak, summary } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();

/** Everything of the host's document, without what is inside the element's root. */
function outside(page) {
  return page.evaluate(() => ({
    head: document.head.innerHTML,
    body: document.body.outerHTML,
    sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
  }));
}

test("the stand-alone page keeps its strict policy through a whole visit", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    await answer(page, "earlier-stay", "yes");
    await answer(page, "next-leg-of-planned-programme", "no");
    await answer(page, "new-factors", ["none"]);
    await finds(page, "repeated-stays-no-new-factors");
    await answer(page, "goal", "Gå til butikken");
    for (const lang of ["nn", "en", "nb"]) await speak(page, lang);
    await summary(page);
    await copied(page);
    assert.deepEqual(await complaints(page), []);
  });
});

test("in a host page that resets every style, nothing is added outside the element", async () => {
  await here.visit({}, async (page) => {
    await page.route("**/henvisningsstotte.js", (route) => setTimeout(() => route.continue(), 300));
    await page.goto("/pages/host.html?region=midt");
    await page.locator("henvisnings-stotte").waitFor({ state: "attached" });
    const before = await outside(page);
    await ready(page);
    await answer(page, "age-years", 58);
    await summary(page);
    await copied(page);
    assert.deepEqual(await outside(page), before);
    assert.deepEqual(await complaints(page), []);
  });
});

test("two elements on one page keep their answers apart", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=midt&elements=2" });
    const [first, second] = [page.locator("#hs-1"), page.locator("#hs-2")];
    await first.locator('[data-question="purpose"] label', { has: page.locator('input[value="respite"]') }).click();
    await second.locator('[data-question="purpose"] label', { has: page.locator('input[value="convalescence"]') }).click();
    await first.locator('[data-rule="respite-or-social"]').waitFor();
    await second.locator('[data-rule="convalescence"]').waitFor();
    assert.equal(await first.locator('[data-rule="convalescence"]').count(), 0);
    assert.equal(await second.locator('[data-rule="respite-or-social"]').count(), 0);
    const answers = await page.evaluate(() => [...document.querySelectorAll("henvisnings-stotte")].map((one) => one.answers.purpose));
    assert.deepEqual(answers, ["respite", "convalescence"]);
    assert.deepEqual(await complaints(page), []);
  });
});

test("the host's reset and its small root change nothing that can be read", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=midt" });
    const sizes = await question(page, "purpose").evaluate((asked) => ({
      legend: parseFloat(getComputedStyle(asked.querySelector("legend")).fontSize),
      chip: asked.querySelector("label").getBoundingClientRect().height,
      display: getComputedStyle(asked).display,
    }));
    assert.ok(sizes.legend >= 16, `the question is ${sizes.legend} px`);
    assert.ok(sizes.chip >= 24, `what is clicked is ${sizes.chip} px high`);
    assert.ok(!sizes.display.startsWith("inline"), sizes.display);
  });
});
