// Codes: looked up in ICPC-2 by words or code, and what a code points to is offered, never answered.

import assert from "node:assert/strict";
import { test } from "node:test";
import { click, control, open, press, question, write, writeInto } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();

const words = (page) => page.locator("#q-diagnosis-text");
const code = (page) => page.locator("#q-diagnosis-code");
const system = (page) => question(page, "diagnosis").locator("input[type=radio]:checked");
const offers = (page) => question(page, "diagnosis").locator(".hs-code");
const pointers = (page) => question(page, "diagnosis").getByRole("button", { name: "Velg det" });

async function atDiagnosis(page) {
  await open(page, { region: "midt" });
  await click(page, page.locator("[data-section=condition] h3 button"));
  await question(page, "diagnosis").waitFor({ state: "visible" });
}

test("a code is found by its words, taken with the keyboard, and points to the group", async () => {
  await here.visit({}, async (page) => {
    await atDiagnosis(page);
    await writeInto(page, words(page), "hjerneslag");
    assert.deepEqual(await offers(page).allTextContents(), ["K90 Hjerneslag"]);
    assert.match(await question(page, "diagnosis").getByRole("status").first().innerText(), /1 treff/);
    await offers(page).first().focus();
    await press(page, "Enter");
    assert.deepEqual([await words(page).inputValue(), await code(page).inputValue(), await system(page).inputValue()], ["Hjerneslag", "K90", "icpc-2"]);
    assert.equal(await offers(page).count(), 0);
    assert.equal(await control(page, "diagnosis-group").inputValue(), "", "nothing is answered for the doctor");
    await click(page, pointers(page));
    assert.equal(await control(page, "diagnosis-group").inputValue(), "stroke");
    assert.equal(await pointers(page).count(), 0, "what is answered is not offered again");
    assert.deepEqual(await complaints(page), []);
  });
});

test("the doctor's own words stay when a code is taken", async () => {
  await here.visit({}, async (page) => {
    await atDiagnosis(page);
    await writeInto(page, words(page), "Attakkvis MS siden 2019");
    await writeInto(page, code(page), "n86");
    await click(page, offers(page).first());
    assert.equal(await words(page).inputValue(), "Attakkvis MS siden 2019");
    assert.equal(await code(page).inputValue(), "N86");
  });
});

test("a code of ICD-10 points to the group by its beginning", async () => {
  await here.visit({}, async (page) => {
    await atDiagnosis(page);
    await click(page, question(page, "diagnosis").locator("label", { hasText: "ICD-10" }));
    await click(page, code(page));
    await write(page, "S06.2");
    assert.match(await question(page, "diagnosis").innerText(), /peker mot «.*hjerneskade.*»/i);
    assert.equal(await offers(page).count(), 0, "no code of ICPC-2 is offered for one of ICD-10");
  });
});

test("without the code list codes are typed as they are", async () => {
  await here.visit({}, async (page) => {
    await page.route("**/icpc-2.txt", (route) => route.fulfill({ status: 404, body: "" }));
    await atDiagnosis(page);
    await writeInto(page, words(page), "hjerneslag");
    await writeInto(page, code(page), "K90");
    assert.equal(await offers(page).count(), 0);
    assert.equal(await code(page).inputValue(), "K90");
  });
});

test("the hits are walked with arrow keys, and what codes are also called finds them", async () => {
  await here.visit({}, async (page) => {
    await atDiagnosis(page);
    await writeInto(page, words(page), "hjerne");
    assert.ok((await offers(page).count()) > 1);
    const focused = () => page.evaluate(() => document.querySelector("henvisnings-stotte").shadowRoot.activeElement.textContent);
    await press(page, "ArrowDown");
    assert.equal(await focused(), await offers(page).nth(0).innerText());
    await press(page, "ArrowDown");
    assert.equal(await focused(), await offers(page).nth(1).innerText());
    await press(page, "Escape");
    assert.equal(await words(page).evaluate((input) => input === input.getRootNode().activeElement), true);
    await words(page).fill("kols");
    await press(page, "ArrowDown");
    await press(page, "Enter");
    assert.deepEqual([await words(page).inputValue(), await code(page).inputValue()], ["Kronisk obstruktiv lungesykdom", "R95"]);
  });
});

test("no match is said, and so is what a code means when the words are others", async () => {
  await here.visit({}, async (page) => {
    await atDiagnosis(page);
    const told = () => question(page, "diagnosis").getByRole("status").allInnerTexts();
    await writeInto(page, words(page), "hoftebrudd");
    await click(page, offers(page).first());
    assert.equal(await code(page).inputValue(), "L75");
    await words(page).fill("Ullen diagnose");
    assert.match((await told()).join(" "), /Ingen treff i ICPC-2/);
    assert.match((await told()).join(" "), /I ICPC-2 heter L75 «Brudd lårben\/lårhals»/);
    await code(page).fill("K 999");
    assert.match((await told()).join(" "), /K 999 finnes ikke i ICPC-2/);
    await code(page).fill("k 90.");
    assert.match((await told()).join(" "), /Koden peker mot «.*slag.*»/i);
  });
});

test("a code without its system is asked about", async () => {
  await here.visit({}, async (page) => {
    await atDiagnosis(page);
    await writeInto(page, code(page), "S06.2");
    assert.match(await question(page, "diagnosis").innerText(), /Hvilket kodeverk er koden fra/);
  });
});

test("a list that comes late is looked up in at once", async () => {
  await here.visit({}, async (page) => {
    let go;
    const asked = new Promise((resolve) => { go = resolve; });
    await page.route("**/icpc-2.txt", async (route) => { await asked; await route.continue(); });
    await atDiagnosis(page);
    await writeInto(page, words(page), "hjerneslag");
    assert.equal(await offers(page).count(), 0);
    go();
    await offers(page).first().waitFor();
  });
});
