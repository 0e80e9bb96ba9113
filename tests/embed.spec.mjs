// What a host page may do to the element besides using it: take it out, put it elsewhere, load it badly, load it twice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, control, open, question, ready, unfold } from "./support/doctor.mjs";
import { element, held, told } from "./support/host.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();
const HOST = "/pages/host.html?region=midt&storage=none";

/** Longer than a move. */
const away = (page) => page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 50); }));

test("taken out for a while and put back, the same element has its answers, and no draft is asked about", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken.");
    await page.evaluate(() => { window.kept = document.querySelector("#hs-1"); window.kept.remove(); });
    await away(page);
    assert.equal(await page.evaluate(() => window.kept.shadowRoot.querySelector(".hs-root")), null, "nothing runs while it is out");
    await page.evaluate(() => document.querySelector("main").append(window.kept));
    await ready(page);
    assert.equal((await element(page, (one) => one.answers)).goal, "Gå til butikken.");
    assert.equal(await page.locator('[data-part="draft"]').count(), 0);
    assert.deepEqual(await complaints(page), []);
  });
});

test("taken out, given another draft-key and put back, it is empty", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken.");
    await page.evaluate(() => { window.kept = document.querySelector("#hs-1"); window.kept.remove(); });
    await away(page);
    await page.evaluate(() => {
      window.kept.setAttribute("draft-key", "another");
      document.querySelector("main").append(window.kept);
    });
    await ready(page);
    assert.deepEqual(await element(page, (one) => one.answers), {});
  });
});

test("an element that comes after one has gone uses its instance again, and nothing of its answers", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken.");
    await page.evaluate(() => document.querySelector("#hs-1").remove());
    await away(page);
    const asked = here.requests.length;
    await page.evaluate(() => {
      const next = document.createElement("henvisnings-stotte");
      next.setAttribute("region", "sor-ost");
      next.setAttribute("storage", "none");
      document.querySelector("main").append(next);
    });
    await ready(page);
    assert.deepEqual(await page.locator("henvisnings-stotte").evaluate((one) => [one.answers, one.assessment.region]), [{}, "sor-ost"]);
    assert.deepEqual(here.requests.slice(asked), []);
    assert.deepEqual(await complaints(page), []);
  });
});

test("inside another component's root it works, and takes the language from outside", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await page.evaluate(() => {
      const outer = document.createElement("div");
      outer.lang = "en-GB";
      const inner = outer.attachShadow({ mode: "open" }).appendChild(document.createElement("section"));
      document.querySelector("#hs-1").remove();
      document.querySelector("main").append(outer);
      inner.innerText = "";
      const one = document.createElement("henvisnings-stotte");
      one.setAttribute("region", "midt");
      inner.append(one);
    });
    await page.locator('.hs-app[lang="en"]').waitFor();
    await answer(page, "age-years", 58);
    assert.deepEqual(await complaints(page), []);
  });
});

test("a server that does not know wasm is no hindrance", async () => {
  await here.visit({}, async (page) => {
    await page.route("**/hs_engine_bg.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
    });
    await open(page, { path: HOST });
    await answer(page, "age-years", 58);
    assert.deepEqual(await complaints(page), []);
  });
});

test("loaded twice from two places, the first wins and the second says so", async () => {
  await here.visit({}, async (page) => {
    const notes = [];
    page.on("console", (message) => notes.push(message.text()));
    await open(page, { path: HOST });
    await page.evaluate(() => import("/henvisningsstotte.js?again"));
    assert.ok(notes.some((note) => note.includes("defined already")), notes.join("\n"));
    await answer(page, "age-years", 58);
  });
});

test("another day is another assessment, with the same answers", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&today=2026-11-22` });
    await answer(page, "goal", "Gå til butikken.");
    await element(page, (one) => one.setAttribute("today", "1999-01-01"));
    await page.waitForFunction(() => document.querySelector("#hs-1").assessment?.findings.length === 0);
    assert.equal((await element(page, (one) => one.answers)).goal, "Gå til butikken.");
  });
});

test("another region keeps the answers, and an attribute taken away lets the user choose", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken.");
    await element(page, (one) => one.setAttribute("region", "sor-ost"));
    await page.waitForFunction(() => document.querySelector("#hs-1").assessment.region === "sor-ost");
    await unfold(page, "goal");
    assert.equal(await control(page, "goal").inputValue(), "Gå til butikken.");
    await element(page, (one) => one.removeAttribute("region"));
    await page.locator('[data-part="region"]').waitFor();
    assert.equal((await element(page, (one) => one.answers)).goal, "Gå til butikken.");
    assert.deepEqual(await told(page, "hs-error"), []);
  });
});

test("a context that no longer names a question takes back what it prefilled, and only that", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await element(page, (one) => { one.context = { "age-years": 58, purpose: "rehabilitation" }; });
    await question(page, "purpose").locator('input[value="rehabilitation"]:checked').waitFor({ state: "attached" });
    await answer(page, "goal", "Gå til butikken.");
    await element(page, (one) => { one.context = { "age-years": 59 }; });
    await page.waitForFunction(() => document.querySelector("#hs-1").answers["age-years"] === 59);
    assert.deepEqual(await element(page, (one) => one.answers), { "age-years": 59, goal: "Gå til butikken." });
  });
});

test("after a crash another patient's key clears what is shown", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=midt&draft-key=p1&from=/panic/henvisningsstotte.js" });
    await answer(page, "goal", "Gå til butikken.");
    await element(page, (one) => one[Symbol.for("hs-test-panic")]());
    const shown = page.locator("#hs-1 .hs-crash-text");
    await shown.filter({ hasText: "Gå til butikken." }).waitFor();
    await element(page, (one) => one.setAttribute("draft-key", "p2"));
    await ready(page);
    assert.equal(await shown.count(), 0);
    assert.deepEqual(await element(page, (one) => one.answers), {});
  });
});

test("what was given while the files were on their way is not the next patient's", async () => {
  await here.visit({}, async (page) => {
    const letGo = await held(page, "**/words.nb.txt");
    await page.goto(HOST);
    await page.waitForFunction(() => customElements.get("henvisnings-stotte"));
    await element(page, (one) => {
      one.context = { history: "PASIENT A" };
      one.answers = { goal: "MÅL A" };
      one.setAttribute("draft-key", "b");
      one.context = { "age-years": 40 };
    });
    await page.waitForTimeout(50);
    letGo("continue");
    await ready(page);
    assert.deepEqual(await element(page, (one) => one.answers), { "age-years": 40 });
    assert.equal(await element(page, (one) => one.context), null, "what was prefilled is not read back");
  });
});

test("answers that cannot be read leave what the doctor wrote, and the same answers again are no change", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken.");
    for (const rubbish of [42, "goal", ["goal"], { bogus: 1 }]) {
      await element(page, (one, rubbish) => { one.answers = rubbish; }, rubbish);
      assert.equal((await element(page, (one) => one.answers)).goal, "Gå til butikken.");
    }
    assert.deepEqual((await told(page, "hs-error")).map((error) => error.detail.code), ["answers", "answers", "answers", "answers"]);
    await away(page);
    const before = (await told(page, "hs-change")).length;
    await element(page, (one) => { one.answers = one.answers; });
    await away(page);
    assert.equal((await told(page, "hs-change")).length, before);
  });
});

test("after files that did not come, a second try is a whole one", async () => {
  await here.visit({}, async (page) => {
    await page.route("**/words.nb.txt", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }), { times: 1 });
    await page.goto(HOST);
    await page.getByRole("alert").filter({ hasText: "Skjemaet kunne ikke lastes" }).waitFor();
    assert.match((await told(page, "hs-error"))[0].detail.message, /words-unreadable/);
    await page.evaluate(async () => {
      const one = document.querySelector("#hs-1");
      one.remove();
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      document.querySelector("main").append(one);
    });
    await ready(page);
    assert.match(await element(page, (one) => one.summary()), /^Henvisning/);
    await page.evaluate(() => { window.kept = document.querySelector("#hs-1"); window.kept.remove(); });
    await away(page);
    assert.match(await page.evaluate(() => window.kept.summary().catch(String)), /not on the page/);
  });
});

test("elements that are gone are let go of, with everything that was written in them", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    const protocol = await page.context().newCDPSession(page);
    const nodes = async () => {
      await protocol.send("HeapProfiler.collectGarbage");
      await away(page);
      await protocol.send("HeapProfiler.collectGarbage");
      return (await protocol.send("Memory.getDOMCounters")).nodes;
    };
    const comeAndGo = () => page.evaluate(async () => {
      const one = document.createElement("henvisnings-stotte");
      one.setAttribute("region", "midt");
      one.setAttribute("storage", "none");
      document.querySelector("main").append(one);
      await one.summary();
      one.answers = { "age-years": 58, goal: "Gå til butikken." };
      await new Promise((resolve) => { setTimeout(resolve, 30); });
      one.remove();
      await new Promise((resolve) => { setTimeout(resolve, 30); });
    });
    for (let time = 0; time < 3; time += 1) await comeAndGo();
    const before = await nodes();
    for (let time = 0; time < 8; time += 1) await comeAndGo();
    const after = await nodes();
    assert.ok(after - before < 900, `${after - before} nodes more after eight elements came and went`);
  });
});
