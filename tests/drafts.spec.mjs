// Drafts: nothing is lost, and never the wrong patient.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, click, control, open, question, ready, unfold } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();
const HOST = "/pages/host.html?region=midt&draft-key=p1";
const KEY = "henvisningsstotte:p1";
/** Made up, published as such by Skatteetaten. */
const NUMBER = "03851598730";

const offer = (page) => page.locator('[data-part="draft"]');
const notices = (page) => page.locator('[data-part="notices"]');

/** Writes a goal and waits until the draft lies in the tab's storage. */
async function begin(page, goal = "Gå til butikken uten rullator.") {
  await open(page, { path: HOST });
  await answer(page, "goal", goal);
  await page.waitForFunction((key) => sessionStorage.getItem(key)?.includes("goal"), KEY);
}

/** Lays a text where a draft would lie, and opens the page. */
async function openWith(page, text) {
  await page.addInitScript(([key, draft]) => {
    if (!sessionStorage.getItem("laid")) sessionStorage.setItem(key, draft);
    sessionStorage.setItem("laid", "yes");
  }, [KEY, text]);
  await open(page, { path: HOST });
}

test("after a reload the draft is offered, and nothing of it is shown before the doctor says so", async () => {
  await here.visit({}, async (page) => {
    await begin(page);
    await page.reload();
    await ready(page);
    await offer(page).waitFor();
    assert.match(await offer(page).innerText(), /Påbegynt kl\. \d\d\.\d\d/);
    assert.ok(!(await page.locator("henvisnings-stotte").innerText()).includes("butikken"));
    assert.equal(await page.locator("[data-question]").count(), 0);
    assert.deepEqual(await page.evaluate(() => document.querySelector("henvisnings-stotte").answers), {});
    await click(page, offer(page).locator('[data-action="continue-draft"]'));
    await unfold(page, "goal");
    assert.equal(await control(page, "goal").inputValue(), "Gå til butikken uten rullator.");
    assert.deepEqual(await complaints(page), []);
  });
});

test("«ny pasient» starts empty, and the draft is gone for good", async () => {
  await here.visit({}, async (page) => {
    await begin(page);
    await page.reload();
    await click(page, offer(page).locator('[data-action="new-patient"]'));
    await unfold(page, "goal");
    assert.equal(await control(page, "goal").inputValue(), "");
    assert.equal(await page.evaluate((key) => sessionStorage.getItem(key), KEY), null);
    await page.reload();
    await ready(page);
    assert.equal(await offer(page).count(), 0);
  });
});

test("another draft-key clears the page and offers only its own draft", async () => {
  await here.visit({}, async (page) => {
    await begin(page);
    await page.evaluate(() => document.querySelector("henvisnings-stotte").setAttribute("draft-key", "p2"));
    await page.waitForFunction(() => Object.keys(document.querySelector("henvisnings-stotte").answers).length === 0);
    assert.equal(await offer(page).count(), 0);
    assert.ok(!(await page.locator("henvisnings-stotte").innerText()).includes("butikken"));
    await page.evaluate(() => document.querySelector("henvisnings-stotte").setAttribute("draft-key", "p1"));
    await offer(page).waitFor();
  });
});

test("«slett alt» asks once, and then nothing is left", async () => {
  await here.visit({}, async (page) => {
    await begin(page);
    await click(page, page.locator('[data-action="delete-all"]'));
    await click(page, page.locator('[data-action="delete-cancel"]'));
    assert.equal(await control(page, "goal").inputValue(), "Gå til butikken uten rullator.");
    await click(page, page.locator('[data-action="delete-all"]'));
    const view = page.locator('input[name="hs-view"]:checked');
    const before = await view.inputValue();
    // Twice, as some do with every button: the second press meets nothing.
    await page.locator('[data-action="delete-confirm"]').dblclick();
    await page.locator('.hs-header [role="status"]').filter({ hasText: "Alt er slettet." }).waitFor();
    assert.equal(await view.inputValue(), before);
    assert.equal(await page.locator('[data-action="delete-all"]').isVisible(), false, "there is nothing left to delete");
    await unfold(page, "goal");
    assert.equal(await control(page, "goal").inputValue(), "");
    assert.deepEqual(await page.evaluate(() => ({ ...sessionStorage })), {});
    await answer(page, "goal", "Gå.");
    await page.locator('.hs-header [role="status"]').filter({ hasText: /^$/ }).waitFor({ state: "attached" });
    await page.locator('[data-action="delete-all"]').waitFor();
    await control(page, "goal").fill("");
    await page.waitForFunction(() => Object.keys(sessionStorage).length === 0);
    await page.reload();
    await ready(page);
    assert.equal(await offer(page).count(), 0);
  });
});

test("an identity number stays on the screen as typed, and never reaches the draft", async () => {
  await here.visit({}, async (page) => {
    await begin(page, `Pasienten ${NUMBER} vil gå til butikken.`);
    assert.equal(await control(page, "goal").inputValue(), `Pasienten ${NUMBER} vil gå til butikken.`);
    const draft = await page.evaluate((key) => sessionStorage.getItem(key), KEY);
    assert.ok(!draft.includes(NUMBER));
    assert.match(draft, /\[fødselsnummer fjernet\]/);
  });
});

test("a draft that is no JSON is told and kept aside, not overwritten", async () => {
  await here.visit({}, async (page) => {
    await openWith(page, '{"format":1,"answers":{"goal":"Gå til bu');
    await notices(page).filter({ hasText: /lot seg ikke lese|ikke lot seg lese/ }).waitFor();
    await answer(page, "age-years", 58);
    await page.waitForFunction((key) => sessionStorage.getItem(key)?.includes("58"), KEY);
    const all = await page.evaluate(() => Object.values(sessionStorage).join("\n"));
    assert.match(all, /Gå til bu/);
    assert.deepEqual(await complaints(page), []);
  });
});

test("a draft from the future is restored as far as it goes, and told", async () => {
  await here.visit({}, async (page) => {
    await openWith(page, JSON.stringify({ format: 99, region: "midt", lang: "nb", begun: Date.now(), answers: { goal: "Gå til butikken." }, mood: "ny" }));
    await click(page, offer(page).locator('[data-action="continue-draft"]'));
    await notices(page).filter({ hasText: /nyere versjon/ }).waitFor();
    await unfold(page, "goal");
    assert.equal(await control(page, "goal").inputValue(), "Gå til butikken.");
  });
});

test("a draft that names unknown questions and answers gives the rest, and tells what it set aside", async () => {
  await here.visit({}, async (page) => {
    const answers = { goal: "Gå til butikken.", "favourite-colour": "blue", barthel: 60, purpose: "rehabilitering" };
    await openWith(page, JSON.stringify({ format: 1, region: "midt", lang: "nb", begun: Date.now(), saved: Date.now(), answers, prefilled: [], replies: {} }));
    await click(page, offer(page).locator('[data-action="continue-draft"]'));
    const told = notices(page).filter({ hasText: /ikke tatt med/ });
    await told.waitFor();
    for (const part of ["blue", "60", "rehabilitering"]) assert.ok((await told.innerText()).includes(part), `«${part}» is told`);
    await unfold(page, "goal");
    assert.equal(await control(page, "goal").inputValue(), "Gå til butikken.");
    assert.deepEqual(await complaints(page), []);
  });
});

test("where storage is forbidden the form works, and says that nothing is saved", async () => {
  await here.visit({}, async (page) => {
    await page.goto("/pages/framed.html");
    const frame = page.frameLocator("iframe");
    await frame.locator('[data-question="age-years"] input').first().waitFor();
    assert.match(await frame.locator('[data-part="notices"]').innerText(), /lagrer/);
    await frame.locator("#q-age-years-input").click();
    await page.keyboard.type("58");
    await frame.locator('[data-question="purpose"] label', { has: page.locator('input[value="respite"]') }).click();
    await frame.locator('[data-rule="respite-or-social"]').waitFor();
    assert.deepEqual(await complaints(page), []);
  });
});

test("full storage is told, and the answers stay on the page", async () => {
  await here.visit({}, async (page) => {
    await page.addInitScript(() => {
      // Filled to the last character, in ever smaller pieces.
      for (let size = 1 << 20; size >= 1; size >>= 1) {
        try {
          for (let part = 0; ; part += 1) sessionStorage.setItem(`fill-${size}-${part}`, "x".repeat(size));
        } catch {
          // This size no longer fits.
        }
      }
    });
    await open(page, { path: HOST });
    await answer(page, "goal", "Gå til butikken uten rullator.");
    await notices(page).filter({ hasText: /lagrer ikke/ }).waitFor();
    assert.match(await control(page, "goal").inputValue(), /butikken/);
    assert.deepEqual(await complaints(page), []);
  });
});

test("what the host prefilled makes no draft by itself", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: `${HOST}&context=${encodeURIComponent('{"age-years":58}')}` });
    assert.equal(await control(page, "age-years").inputValue(), "58");
    assert.match(await question(page, "age-years").innerText(), /Forhåndsutfylt/);
    await page.reload();
    await ready(page);
    assert.equal(await offer(page).count(), 0);
  });
});
