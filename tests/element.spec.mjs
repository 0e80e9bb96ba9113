// The contract with the host page: attributes, properties, methods, events, and what the element survives.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, click, control, open, question, ready, speaks, summary, unfold, writeInto } from "./support/doctor.mjs";
import { element, held, told } from "./support/host.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();
const HOST = "/pages/host.html?region=midt";

test("hs-ready, hs-change and hs-summary bubble, are composed, and carry plain data", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "age-years", 58);
    await answer(page, "goal", "Gå til butikken.");
    await summary(page);
    await click(page, page.locator('[data-action="use-summary"]'));
    const [readied] = await told(page, "hs-ready");
    assert.deepEqual([readied.detail.region, readied.detail.lang, readied.detail.mode], ["midt", "nb", "refer"]);
    const changes = await told(page, "hs-change");
    const last = changes.at(-1).detail;
    assert.equal(typeof last.counts.missing, "number");
    assert.deepEqual([last.level, last.region], ["unclear", "midt"]);
    assert.ok(!JSON.stringify(changes).includes("butikken"), "hs-change counts, and never says what was written");
    const [given] = await told(page, "hs-summary");
    assert.match(given.detail.text, /Gå til butikken\./);
    assert.ok(given.detail.sections.some((section) => section.text.includes("Gå til butikken.")));
    assert.equal(given.detail.assessment.region, "midt");
    for (const one of [readied, changes[0], given]) assert.ok(one.bubbled && one.composed, one.type);
    assert.deepEqual(await told(page, "hs-error"), []);
  });
});

test("context is prefilled and marked, and the doctor's own answer wins", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&context=${encodeURIComponent('{"age-years":58,"purpose":"rehabilitation"}')}` });
    assert.equal(await control(page, "age-years").inputValue(), "58");
    await writeInto(page, control(page, "age-years"), "61");
    await element(page, (one) => { one.context = { "age-years": 40, purpose: "assessment" }; });
    await question(page, "purpose").locator('input[value="assessment"]:checked').waitFor({ state: "attached" });
    assert.equal(await control(page, "age-years").inputValue(), "61");
  });
});

test("answers are read as they were written, and what does not fit is told", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await element(page, (one) => { one.answers = { "earlier-stay": "yes", "next-leg-of-planned-programme": "no", "new-factors": ["none"], barthel: 60, colour: "blue" }; });
    await page.locator('[data-rule="repeated-stays-no-new-factors"]').waitFor();
    assert.deepEqual(await element(page, (one) => one.answers), { "earlier-stay": "yes", "next-leg-of-planned-programme": "no", "new-factors": ["none"] });
    const assessment = await element(page, (one) => one.assessment);
    const found = assessment.findings.find((one) => one.rule === "repeated-stays-no-new-factors");
    assert.ok(found.because.includes("new-factors"));
    const [error] = await told(page, "hs-error");
    assert.match(JSON.stringify(error.detail), /barthel.*colour|colour.*barthel/);
    const notices = await page.locator('[data-part="notices"]').innerText();
    assert.match(notices, /ikke tatt med.*Barthel/, "the doctor is told what did not come along");
  });
});

test("summary() waits until the element is ready, and gives text, html and json in any language", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå <b>til</b> butikken.");
    const [text, html, json, english] = await element(page, (one) => Promise.all([
      one.summary(),
      one.summary({ format: "html" }),
      one.summary({ format: "json" }),
      one.summary({ format: "text", lang: "en" }),
    ]));
    assert.match(text, /Gå <b>til<\/b> butikken\./);
    assert.match(html, /Gå &lt;b&gt;til&lt;\/b&gt; butikken\./);
    assert.ok(json.sections.some((section) => section.lines.some((line) => line.text.includes("butikken"))));
    assert.match(english, /^Referral/);
    const early = await page.evaluate(async () => {
      const one = document.createElement("henvisnings-stotte");
      one.setAttribute("region", "midt");
      one.setAttribute("storage", "none");
      document.querySelector("main").append(one);
      return one.summary();
    });
    assert.match(early, /^Henvisning/);
  });
});

test("reset() empties the page", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "age-years", 58);
    await element(page, (one) => one.reset());
    await page.waitForFunction(() => Object.keys(document.querySelector("#hs-1").answers).length === 0);
    assert.equal(await control(page, "age-years").inputValue(), "");
  });
});

test("an identity number stays out of events, properties, the summary and the form value", async () => {
  const number = "03851598730";
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&form&name=letter` });
    await answer(page, "goal", `Pasient ${number} vil gå til butikken.`);
    await page.locator('[data-rule="identifier-in-text"]').waitFor();
    await summary(page);
    await page.locator('[data-part="identifier-warning"]').waitFor();
    await click(page, page.locator('[data-action="use-summary"]'));
    const out = await page.evaluate(async () => JSON.stringify([
      window.told,
      document.querySelector("#hs-1").answers,
      document.querySelector("#hs-1").assessment,
      await document.querySelector("#hs-1").summary(),
      [...new FormData(document.querySelector("form"))],
    ]));
    assert.ok(!out.includes(number));
    assert.match(out, /\[fødselsnummer fjernet\]/);
    assert.equal(await control(page, "goal").inputValue(), `Pasient ${number} vil gå til butikken.`);
    await click(page, page.locator('[data-action="remove-identifiers"]'));
    assert.equal(await control(page, "goal").inputValue(), "Pasient [fødselsnummer fjernet] vil gå til butikken.");
  });
});

test("in a form the value is the text, and a form reset empties it", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&form&name=letter` });
    const value = () => page.evaluate(() => new FormData(document.querySelector("form")).get("letter"));
    assert.equal(await value(), "");
    await answer(page, "goal", "Gå til butikken.");
    await page.waitForFunction(() => new FormData(document.querySelector("form")).get("letter").includes("butikken"));
    await page.evaluate(() => document.querySelector("form").reset());
    await page.waitForFunction(() => new FormData(document.querySelector("form")).get("letter") === "");
  });
});

test("an invalid attribute falls back and is told", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=ost&mode=dance&lang=sv&storage=cloud&today=tomorrow" });
    await page.locator('[data-part="region"]').waitFor();
    const attributes = (await told(page, "hs-error")).map(({ detail }) => detail.attribute).sort();
    assert.deepEqual([...new Set(attributes)], ["lang", "mode", "region", "storage", "today"]);
  });
});

test("the language is the nearest ancestor's, and `no` is bokmål", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=midt&lang=no-NO" });
    await speaks(page, "nb");
    await page.evaluate(() => {
      document.querySelector("#hs-1").removeAttribute("lang");
      document.documentElement.lang = "nn-NO";
    });
    await page.reload();
    await ready(page);
    await page.evaluate(() => {
      const one = document.querySelector("#hs-1");
      one.removeAttribute("lang");
      document.documentElement.lang = "en";
      document.querySelector("main").append(one);
    });
    await speaks(page, "en");
  });
});

test("moved in the document, the element keeps answers, typed words and their place", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken uten rullator.");
    await control(page, "goal").evaluate((area) => area.setSelectionRange(7, 7));
    await page.evaluate(() => {
      const room = document.createElement("div");
      document.querySelector("main").append(room);
      room.append(document.querySelector("#hs-1"));
    });
    await ready(page);
    assert.equal(await control(page, "goal").inputValue(), "Gå til butikken uten rullator.");
    assert.equal(await control(page, "goal").evaluate((area) => area.selectionStart), 7);
    assert.equal((await told(page, "hs-ready")).length, 1, "moved is not started anew");
    await answer(page, "expected-gain", "Bedre gange.");
    assert.equal((await element(page, (one) => one.answers))["expected-gain"], "Bedre gange.");
  });
});

test("while a slow engine loads, and when it does not come, the page's own text stands", async () => {
  await here.visit({}, async (page) => {
    const letGo = await held(page, "**/hs_engine_bg.wasm");
    await page.goto(HOST);
    const own = page.getByText("Sjekkliste: mål, funksjon, tiltak i kommunen.");
    await own.waitFor();
    await page.waitForFunction(() => customElements.get("henvisnings-stotte"));
    assert.ok(await own.isVisible());
    letGo("abort");
    await page.getByRole("alert").filter({ hasText: "Skjemaet kunne ikke lastes" }).waitFor();
    assert.ok(await own.isVisible());
    assert.equal((await told(page, "hs-error"))[0].detail.code, "load");
  });
});

test("after a panic the other element lives, and this one shows the answers and starts again with them", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&elements=2&from=/panic/henvisningsstotte.js` });
    const [first, second] = [page.locator("#hs-1"), page.locator("#hs-2")];
    await answerIn(first, "respite");
    await answerIn(second, "convalescence");
    await first.locator('[data-rule="respite-or-social"]').waitFor();
    await element(page, (one) => one[Symbol.for("hs-test-panic")]());
    await first.getByRole("alert").waitFor();
    assert.match(await first.getByRole("button").innerText(), /Start på nytt/);
    const [error] = await told(page, "hs-error");
    assert.equal(error.detail.code, "crash");
    assert.ok(await second.locator('[data-rule="convalescence"]').isVisible());
    await answerIn(second, "respite");
    await second.locator('[data-rule="respite-or-social"]').waitFor();
    await first.getByRole("button").click();
    await first.locator('[data-rule="respite-or-social"]').waitFor();
    assert.equal((await element(page, (one) => one.answers)).purpose, "respite");
  });
});

test("after a panic that no call began it is told too, and the other element does not take it for its own", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&elements=2&from=/panic/henvisningsstotte.js` });
    const [first, second] = [page.locator("#hs-1"), page.locator("#hs-2")];
    await answerIn(first, "respite");
    await first.locator('[data-rule="respite-or-social"]').waitFor();
    await element(page, (one) => one[Symbol.for("hs-test-panic")]("panic_soon"));
    await first.getByRole("alert").waitFor();
    const errors = await told(page, "hs-error");
    assert.deepEqual(errors.map((error) => error.detail.code), ["crash"]);
    assert.match(errors[0].detail.place, /^wasm-function\[\d+\]/);
    await answerIn(second, "respite");
    await second.locator('[data-rule="respite-or-social"]').waitFor();
    await first.getByRole("button").click();
    await first.locator('[data-rule="respite-or-social"]').waitFor();
  });
});

function answerIn(one, purpose) {
  return one.locator('[data-question="purpose"] label', { has: one.page().locator(`input[value="${purpose}"]`) }).click();
}

test("the numbers of two scales are told apart, and one press moves a number to its scale", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "course", "inpatient");
    await answer(page, "barthel", 60);
    const error = page.locator("#q-barthel-error");
    await error.filter({ hasText: /60/ }).waitFor();
    await click(page, error.locator("button"));
    await unfold(page, "barthel-100");
    assert.equal(await control(page, "barthel-100").inputValue(), "60");
    assert.equal(await control(page, "barthel").inputValue(), "");
    assert.deepEqual(await complaints(page), []);
  });
});
