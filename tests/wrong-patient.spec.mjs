// Never the wrong patient, never a trace: a computer that is shared, two tabs, storage that fails, and what may tell of an answer.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { answer, click, control, open, ready, summary, unfold } from "./support/doctor.mjs";
import { told } from "./support/host.mjs";
import { complaints, house, listen } from "./support/house.mjs";

const here = house();
const HOST = "/pages/host.html?region=midt&storage=local&draft-key=p1";
const KEY = "henvisningsstotte:p1";
const HOUR = 60 * 60 * 1000;

const offer = (page) => page.locator('[data-part="draft"]');
const notices = (page) => page.locator('[data-part="notices"]');
const stored = (page) => page.evaluate(() => ({ ...localStorage }));
const written = (page, words) => page.waitForFunction(([key, words]) => localStorage.getItem(key)?.includes(words), [KEY, words]);
const answers = (page) => page.evaluate(() => document.querySelector("henvisnings-stotte").answers);

/** A draft as it would have been saved a while ago. */
const draft = (hours, goal = "Gå til butikken.") => JSON.stringify({
  format: 1,
  region: "midt",
  lang: "nb",
  begun: Date.now() - (hours + 1) * HOUR,
  saved: Date.now() - hours * HOUR,
  answers: { goal },
  prefilled: [],
  replies: {},
});

/** Lays texts where drafts would lie, on a page of the same origin without the element. */
async function lay(page, texts) {
  await page.goto("/pages/hosts/received.html");
  await page.evaluate((texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text)), texts);
}

/** Another tab of the same browser. */
async function tab(page, path = HOST) {
  const other = await page.context().newPage();
  other.setDefaultTimeout(15_000);
  listen(other);
  return open(other, { path });
}

test("the next person at a shared computer sees that there is a draft, nothing of what is in it, and can delete it", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken.");
    await written(page, "butikken");
    const next = await tab(page);
    await page.close();
    await offer(next).waitFor();
    assert.ok(!(await next.locator("henvisnings-stotte").innerText()).includes("butikken"));
    assert.deepEqual(await answers(next), {});
    await click(next, offer(next).locator('[data-action="new-patient"]'));
    assert.deepEqual(await stored(next), {});
    await unfold(next, "goal");
    assert.equal(await control(next, "goal").inputValue(), "");
  });
});

test("a draft of yesterday is gone, under every key, and what is the host's own stays", async () => {
  await here.visit({}, async (page) => {
    const ours = { [KEY]: draft(25), "henvisningsstotte:p2": draft(30), "henvisningsstotte-2:p1": draft(25) };
    await lay(page, { ...ours, "portal:henvisning": draft(99) });
    await open(page, { path: HOST });
    await page.locator('[data-question="purpose"]').waitFor();
    assert.equal(await offer(page).count(), 0);
    assert.deepEqual(Object.keys(await stored(page)), ["portal:henvisning"]);
  });
});

test("a draft of this morning is offered in the afternoon", async () => {
  await here.visit({}, async (page) => {
    await lay(page, { [KEY]: draft(5) });
    await open(page, { path: HOST });
    await click(page, offer(page).locator('[data-action="continue-draft"]'));
    await unfold(page, "goal");
    assert.equal(await control(page, "goal").inputValue(), "Gå til butikken.");
  });
});

test("two tabs with one key each keep their own page, and the draft is of the one that was written in last", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Fra den første fanen.");
    await written(page, "første");
    const other = await tab(page);
    await click(other, offer(other).locator('[data-action="new-patient"]'));
    await answer(other, "goal", "Fra den andre fanen.");
    await written(other, "andre");
    assert.deepEqual((await answers(page)).goal, "Fra den første fanen.", "nothing comes over from the other tab");
    await answer(page, "age-years", 58);
    await written(page, "første");
    assert.deepEqual(await answers(other), { goal: "Fra den andre fanen." });
    assert.ok(!(await stored(page))[KEY].includes("andre"), "two patients are never one draft");
    assert.deepEqual([...(await complaints(page)), ...(await complaints(other))], []);
  });
});

test("before it writes over what another tab wrote, the page keeps that aside, and says so in plain words", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Fra den første fanen.");
    await written(page, "første");
    const other = await tab(page);
    await click(other, offer(other).locator('[data-action="new-patient"]'));
    await answer(other, "goal", "Fra den andre fanen.");
    await written(other, "andre");
    assert.equal(await notices(page).filter({ hasText: "annen fane" }).count(), 0);
    await answer(page, "age-years", 58);
    await notices(page).filter({ hasText: "annen fane" }).waitFor();
    await page.waitForFunction((key) => localStorage.getItem(key)?.includes("andre"), `${KEY}:kept`);
  });
});

test("a tab where nothing was written deletes nothing that another one wrote", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    const other = await tab(page);
    await answer(other, "goal", "Fra den andre fanen.");
    await written(other, "andre");
    await other.close();
    await click(page, page.locator('[data-lang="nn"]'));
    await page.locator("#hs-title").getByText("Tilvisingsstøtte").waitFor();
    await answer(page, "age-years", 58);
    await notices(page).filter({ hasText: "anna fane" }).waitFor();
    await page.waitForFunction((key) => localStorage.getItem(key)?.includes("andre"), `${KEY}:kept`);
  });
});

test("a form that starts again knows its own draft", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken.");
    await written(page, "butikken");
    await page.evaluate(() => document.querySelector("henvisnings-stotte").setAttribute("today", "2026-12-01"));
    await ready(page);
    await answer(page, "age-years", 58);
    await written(page, "58");
    assert.equal(await notices(page).filter({ hasText: "annen fane" }).count(), 0);
    assert.deepEqual(Object.keys(await stored(page)), [KEY]);
  });
});

test("two tabs with a key each know nothing of each other", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Pasient én.");
    await written(page, "Pasient én");
    const other = await tab(page, HOST.replace("p1", "p2"));
    assert.equal(await offer(other).count(), 0);
    await answer(other, "goal", "Pasient to.");
    await other.waitForFunction(() => localStorage.getItem("henvisningsstotte:p2"));
    await other.reload();
    await ready(other);
    await click(other, offer(other).locator('[data-action="continue-draft"]'));
    await unfold(other, "goal");
    assert.equal(await control(other, "goal").inputValue(), "Pasient to.");
  });
});

test("a draft that another tab deletes or spoils leaves this page as it was, and is whole again with the next answer", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken.");
    await written(page, "butikken");
    const other = await tab(page, "/pages/host.html?storage=none");
    const spoils = [() => localStorage.clear(), () => localStorage.setItem("henvisningsstotte:p1", '{"format":1,')];
    for (const [place, spoil] of spoils.entries()) {
      const age = 58 + place;
      await other.evaluate(spoil);
      await answer(page, "age-years", age);
      await written(page, String(age));
      await written(page, "butikken");
    }
    assert.deepEqual(await answers(page), { goal: "Gå til butikken.", "age-years": 59 });
    assert.deepEqual(await complaints(page), []);
  });
});

/** Makes every write to storage fail, or no longer. */
const fails = (page, kind) => page.evaluate((kind) => {
  window.real ??= Storage.prototype.setItem;
  Storage.prototype.setItem = kind ? () => { throw new DOMException("no", kind); } : window.real;
}, kind);

for (const kind of ["QuotaExceededError", "SecurityError"]) {
  test(`storage that fails midway (${kind}) is told in plain words, and no longer when it is there again`, async () => {
    await here.visit({}, async (page) => {
      await open(page, { path: HOST });
      await answer(page, "age-years", 58);
      await written(page, "58");
      await fails(page, kind);
      await answer(page, "goal", "Gå til butikken.");
      const notice = notices(page).filter({ hasText: "Nettleseren lagrer ikke lenger. Svarene finnes bare på denne siden" });
      await notice.waitFor();
      assert.deepEqual(await answers(page), { "age-years": 58, goal: "Gå til butikken." });
      await fails(page);
      await answer(page, "age-years", 59);
      await written(page, "butikken");
      await notice.waitFor({ state: "detached" });
      assert.equal(await notices(page).filter({ hasText: "annen fane" }).count(), 0, "there is no other");
      assert.deepEqual(await complaints(page), []);
    });
  });
}

test("storage that is denied from the beginning is told, and the letter is written all the same", async () => {
  await here.visit({}, async (page) => {
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException("denied", "SecurityError"); } });
      }
    });
    await open(page, { path: HOST });
    await notices(page).filter({ hasText: "lagrer ikke" }).waitFor();
    await answer(page, "goal", "Gå til butikken.");
    assert.match(await summary(page), /Gå til butikken\./);
    assert.deepEqual(await complaints(page), []);
  });
});

for (const [what, text, says] of [
  ["cut in the middle", '{"format":1,"answers":{"goal":"Gå til bu', /ikke lot seg lese/],
  ["of another program", '[{"id":7}]', /ikke lot seg lese/],
  ["of a newer version", JSON.stringify({ ...JSON.parse(draft(1)), format: 99, mood: "ny" }), /nyere versjon/],
]) {
  test(`a draft ${what} is survived on a shared computer too, said in plain words and not lost`, async () => {
    await here.visit({}, async (page) => {
      await lay(page, { [KEY]: text });
      await open(page, { path: HOST });
      if (await offer(page).count()) await click(page, offer(page).locator('[data-action="continue-draft"]'));
      await notices(page).filter({ hasText: says }).waitFor();
      await answer(page, "age-years", 58);
      await written(page, "58");
      assert.equal(JSON.parse((await stored(page))[`${KEY}:kept`]).kept, text);
      assert.deepEqual(await complaints(page), []);
    });
  });
}

test("a draft of the first version is read whole, and nothing needs to be said", async () => {
  const old = JSON.parse(await readFile(new URL("drafts/v1-every-kind.json", import.meta.url), "utf8"));
  await here.visit({}, async (page) => {
    await lay(page, { [KEY]: JSON.stringify({ ...old, saved: Date.now() }) });
    await open(page, { path: HOST.replace("region=midt&", "") });
    await click(page, offer(page).locator('[data-action="continue-draft"]'));
    const count = Object.keys(old.answers).length;
    await page.waitForFunction((count) => Object.keys(document.querySelector("henvisnings-stotte").answers).length === count, count);
    assert.equal(await notices(page).filter({ hasText: /utkast/i }).count(), 0);
  });
});

test("no address, title, console or error tells of an answer, and no name of a key in storage", async () => {
  await here.visit({}, async (page) => {
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("framenavigated", (frame) => said.push(frame.url()));
    await open(page, { path: HOST });
    await page.evaluate(() => {
      const one = document.querySelector("henvisnings-stotte");
      one.answers = { goal: "HEMMELIG MÅL", purpose: "HEMMELIG VALG", "age-years": "HEMMELIG TALL" };
    });
    await written(page, "HEMMELIG MÅL");
    await summary(page);
    await click(page, page.locator('[data-action="use-summary"]'));
    await page.reload();
    await ready(page);
    await click(page, offer(page).locator('[data-action="continue-draft"]'));
    await unfold(page, "goal");
    const places = await page.evaluate(() => [location.href, document.title, history.state, document.cookie, Object.keys(localStorage)]);
    const out = JSON.stringify([said, places, here.requests, await complaints(page)]);
    assert.ok(!out.includes("HEMMELIG") && !out.includes("butikken"), out);
    const changes = JSON.stringify(await told(page, "hs-change"));
    assert.ok(!changes.includes("HEMMELIG"));
  });
});
