// Bokmål, nynorsk and English: the whole page changes, the answers stay.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, click, control, finds, open, question, speak, speaks, summary } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";
import { words } from "./support/words.mjs";

const here = house();
/** The names of the languages are always in their own language. */
const EVERYWHERE = new Set(["Bokmål", "Nynorsk", "English"]);

/** What a text says, in whatever way its placeholders are filled: short ones, "{said} av {asked}", only with numbers. */
function pattern(text) {
  const letters = text.replace(/\{[a-z]+\}|[^\p{L}]/gu, "").length;
  const filling = letters < 6 ? "\\d+" : ".+";
  const quoted = text.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\\\{[a-z]+\\\}/g, filling);
  return new RegExp(`^${quoted}$`, "s");
}

/** Everything a language can say, as one test. */
function speech(lang) {
  const own = words[lang].texts.filter((text) => /\p{L}{2}/u.test(text.replace(/\{[a-z]+\}/g, "")));
  const patterns = own.map(pattern);
  return (piece) => patterns.some((one) => one.test(piece));
}

/** Every text the page shows or says, piece by piece: text nodes, and the labels only readers hear. */
function said(page) {
  return page.locator("henvisnings-stotte").evaluate((element) => {
    const pieces = new Set();
    const spoken = element.shadowRoot.querySelector("#hs-title").closest("[lang]").lang;
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) pieces.add(node.data.trim());
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.tagName === "TEXTAREA" || node.dataset.typed !== undefined) return;
        // Titles of sources, addresses and codes stand in the language they were published in, and say so.
        if (node.lang && node.lang !== spoken) return;
        for (const name of ["aria-label", "title", "placeholder", "alt"]) {
          if (node.getAttribute(name)) pieces.add(node.getAttribute(name).trim());
        }
      }
      node.childNodes.forEach(visit);
    };
    visit(element.shadowRoot);
    return [...pieces];
  });
}

/** A page with much on it: every section drawn, findings, a letter, conditional questions. */
async function fill(page) {
  await open(page, { region: "midt" });
  await answer(page, "course", "in-specialist-course");
  await answer(page, "diagnosis-group", "chronic-pain");
  await answer(page, "specialist-assessed", "yes");
  await answer(page, "local-measures", ["physiotherapy"]);
  await answer(page, "earlier-stay", "yes");
  await answer(page, "next-leg-of-planned-programme", "no");
  await answer(page, "new-factors", ["none"]);
  await answer(page, "purpose", "convalescence");
  for (const factor of ["specialised-competence", "broad-team-in-one-place", "intensive-follow-up", "specialised-medical-proximity", "experience-with-narrow-problems"]) {
    await answer(page, `needs-${factor}`, "no");
  }
  await answer(page, "needs-broad-competence", "yes");
  await answer(page, "family-situation", "17");
  await summary(page);
  await finds(page, "municipal-level-likely");
}

for (const [lang, other] of [["nn", "nb"], ["en", "nb"], ["nb", "nn"]]) {
  test(`switched to ${lang}, no text of ${other} is left on the page, and the answers are kept`, async () => {
    await here.visit({}, async (page) => {
      await fill(page);
      const before = await page.evaluate(() => document.querySelector("henvisnings-stotte").answers);
      if (lang === "nb") await speak(page, "nn");
      await speak(page, lang);
      const pieces = await said(page);
      assert.ok(pieces.length > 150, `only ${pieces.length} pieces of text`);
      const [own, foreign] = [speech(lang), speech(other)];
      const left = pieces.filter((piece) => !EVERYWHERE.has(piece) && foreign(piece) && !own(piece));
      assert.deepEqual(left, []);
      assert.deepEqual(await page.evaluate(() => document.querySelector("henvisnings-stotte").answers), before);
      assert.equal(await control(page, "family-situation").inputValue(), "17");
      assert.deepEqual(await complaints(page), []);
    });
  });
}

test("readers are told which language the form speaks, whatever the host page speaks", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=midt&lang=en" });
    const told = () => page.locator("#hs-title").evaluate((title) => title.closest("[lang]")?.lang);
    assert.equal(await told(), "en");
    await speak(page, "nn");
    assert.equal(await told(), "nn");
  });
});

test("a language that cannot be fetched is told, and the one on screen stays", async () => {
  await here.visit({}, async (page) => {
    // In a portal: on the stand-alone page the worker has the file already.
    await open(page, { path: "/pages/host.html", region: "sor-ost" });
    await page.route("**/words.nn.txt", (route) => route.fulfill({ status: 503, body: "" }));
    await click(page, page.locator('[data-lang="nn"]'));
    await page.locator('[data-part="notices"]').filter({ hasText: "Språket kunne ikke hentes" }).waitFor();
    await page.locator('[data-lang="nb"][aria-pressed="true"]').waitFor();
    await page.unroute("**/words.nn.txt");
    await speak(page, "nn");
  });
});

test("words of another build are refused, for they would stand at the wrong questions", async () => {
  await here.visit({}, async (page) => {
    // In a portal: on the stand-alone page the worker has the file already.
    await open(page, { path: "/pages/host.html", region: "sor-ost" });
    await page.route("**/words.en.txt", (route) => route.fulfill({ body: words.en.file.replace(/^\S+/, "2020.1+0") }));
    await click(page, page.locator('[data-lang="en"]'));
    await page.locator('[data-part="notices"]').filter({ hasText: "annen versjon" }).waitFor();
    await speaks(page, "nb");
  });
});

test("the letter is in the language on screen, with the doctor's own words untouched", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "sor-ost" });
    await answer(page, "goal", "Gå til butikken.");
    await speak(page, "en");
    assert.match(await question(page, "goal").innerText(), /goal/i);
    const letter = await summary(page);
    assert.match(letter, /^Referral/);
    assert.match(letter, /Gå til butikken\./);
  });
});
