// An end in the middle of work, wherever it comes, and errors that are not the element's own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, click, open, ready, summary, within } from "./support/doctor.mjs";
import { element, told } from "./support/host.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();
const HOST = "/pages/host.html?region=midt&storage=none&from=/panic/henvisningsstotte.js";

const panic = (page, method) => element(page, (one, method) => one[Symbol.for("hs-test-panic")](method), method);
const codes = async (page) => (await told(page, "hs-error")).map(({ detail }) => detail.code);

/** Starts again with the button, and waits for the form. */
async function again(page) {
  await page.locator("#hs-1 .hs-crash button").click();
  await ready(page);
}

/** What a listener of the host throws: also what looks like an end of ours. */
const THROWN = {
  "an error": () => { throw new Error("the host's own"); },
  "a stack that overflowed": () => { throw new RangeError("Maximum call stack size exceeded"); },
  "a trap of another wasm": () => { throw new WebAssembly.RuntimeError("unreachable"); },
  "a promise that fails": () => { Promise.reject(new WebAssembly.RuntimeError("unreachable")); },
};

for (const [what, listener] of Object.entries(THROWN)) {
  test(`${what} in a listener of the host is the host's: the form goes on`, async () => {
    await here.visit({}, async (page) => {
      await open(page, { path: HOST });
      await page.evaluate(`for (const type of ["hs-change", "hs-summary"]) document.addEventListener(type, ${listener});`);
      await answer(page, "age-years", 58);
      await answer(page, "purpose", "respite");
      await page.locator('[data-rule="respite-or-social"]').waitFor();
      await summary(page);
      await click(page, page.locator('[data-action="use-summary"]'));
      assert.equal((await told(page, "hs-summary")).length, 1);
      assert.deepEqual(await codes(page), []);
      assert.ok((await complaints(page)).length > 0, "the browser tells it to the host");
    });
  });
}

const PLACES = {
  panic_now: "in a method, while a value is lent out",
  panic_soon: "in work of its own, while a value is lent out",
  panic_in_listener: "in a listener, at the next click",
  panic_in_effect: "in an effect",
  panic_in_task: "in a spawned task",
};

for (const [method, place] of Object.entries(PLACES)) {
  test(`an end ${place}: the answers are shown and come back, time after time, and the element beside it completes a referral`, async () => {
    await here.visit({}, async (page) => {
      await open(page, { path: `${HOST}&elements=2` });
      const [first, second] = ["#hs-1", "#hs-2"].map((id) => within(page, page.locator(id)));
      await answer(first, "age-years", 58);
      await answer(first, "expected-gain", "Kan bli sikrere.");
      const written = { "age-years": 58, "expected-gain": "Kan bli sikrere." };
      for (const time of [1, 2, 3]) {
        await panic(page, method);
        if (method === "panic_in_listener") await page.locator("#hs-1 #hs-title").click();
        await page.locator("#hs-1").getByRole("alert").waitFor();
        assert.deepEqual(await codes(page), Array(time).fill("crash"));
        assert.match((await told(page, "hs-error")).at(-1).detail.place, /^wasm-function/, "it was the engine that ended");
        assert.match(await page.locator("#hs-1 .hs-crash-text").innerText(), /Kan bli sikrere\./);
        if (time === 1) {
          await answer(second, "goal", "Gå i trapp.");
          await summary(second);
          await click(second, second.locator('[data-action="use-summary"]'));
          const [handed] = await told(page, "hs-summary");
          assert.equal(handed.from, "hs-2");
          assert.match(handed.detail.text, /Gå i trapp\./);
        }
        await again(page);
        assert.deepEqual(await element(page, (one) => one.answers), written);
      }
      await answer(first, "goal", "Gå til butikken.");
      assert.match(await element(page, (one) => one.summary()), /Gå til butikken\./);
    });
  });
}

test("an end within the host's own listener, while the engine waits for it, is one end", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "age-years", 58);
    await element(page, (one) => {
      one.addEventListener("hs-change", () => one[Symbol.for("hs-test-panic")](), { once: true });
      one.answers = { "age-years": 58, goal: "Gå til butikken." };
    });
    await page.locator("#hs-1").getByRole("alert").waitFor();
    await again(page);
    assert.equal((await element(page, (one) => one.answers))["age-years"], 58);
    assert.deepEqual(await codes(page), ["crash"]);
  });
});

test("after an end every method and property answers without failing, and says that the form has stopped", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&form&name=letter` });
    await answer(page, "goal", "Gå til butikken.");
    await panic(page);
    await page.locator("#hs-1").getByRole("alert").waitFor();
    const seen = await element(page, async (one) => {
      one.setAttribute("region", "nord");
      one.setAttribute("lang", "en");
      one.setAttribute("today", "2026-11-23");
      return [one.answers, one.assessment, one.context, await one.summary().catch(String), [...new FormData(one.closest("form")).keys()]];
    });
    assert.deepEqual(seen, [{}, null, null, "Error: the form has stopped", []]);
    await again(page);
    assert.deepEqual(await element(page, (one) => [one.answers, one.assessment.region]), [{ goal: "Gå til butikken." }, "nord"]);
  });
});

test("an end while a summary is waited for refuses it, and taken out and put back it still offers to start again", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&today=2026-11-22` });
    await answer(page, "goal", "Gå til butikken.");
    const refused = await element(page, (one) => {
      one.setAttribute("today", "2026-11-23");
      const asked = one.summary().catch(String);
      one[Symbol.for("hs-test-panic")]();
      return asked;
    });
    assert.match(refused, /has stopped/);
    await page.evaluate(() => {
      const one = document.querySelector("#hs-1");
      one.remove();
      document.querySelector("main").append(one);
    });
    await again(page);
    assert.deepEqual(await element(page, (one) => one.answers), { goal: "Gå til butikken." });
  });
});

test("neither the event of an end nor the console tells what was written", async () => {
  await here.visit({}, async (page) => {
    const written = [];
    page.on("console", (message) => written.push(message.text()));
    page.on("pageerror", (error) => written.push(String(error.stack)));
    await open(page, { path: HOST });
    await answer(page, "goal", "HEMMELIG MÅL");
    for (const method of ["panic_now", "panic_soon"]) {
      await panic(page, method);
      await page.locator("#hs-1").getByRole("alert").waitFor();
      await again(page);
    }
    const out = JSON.stringify([written, await told(page, "hs-error"), await page.evaluate(() => [location.href, document.title])]);
    assert.ok(!out.includes("HEMMELIG"), out);
  });
});
