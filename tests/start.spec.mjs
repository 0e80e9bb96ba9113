// Beginning with something: a refusal, a text from before. And what the page says of itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, click, control, open, press, speak, summary } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";
import { answerHere, focus, next } from "./support/keyboard.mjs";

const here = house();

const door = (page) => page.locator('[data-section="start"] h3 button');
const points = (page) => page.locator('[data-part="points"] [data-point]').evaluateAll((all) => all.map((one) => one.dataset.point));
const about = (page) => page.locator('[data-part="about"]');

test("a refusal leads through its points first, and the letter says that it is read", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    assert.equal(await door(page).getAttribute("aria-expanded"), "false", "who begins with nothing is not delayed");
    await click(page, door(page));
    await answer(page, "refusal-reasons", ["goal-unclear", "nothing-new"]);
    // In the order of content, whichever was ticked first; what is not asked yet is left out.
    assert.deepEqual((await points(page)).slice(0, 3), ["earlier-stay", "function-change", "individual-plan"]);
    await next(page);
    await page.locator('[data-question="earlier-stay"] :focus').waitFor();
    await answerHere(page, "earlier-stay", "yes");
    assert.deepEqual((await points(page)).slice(0, 3), ["earlier-stay", "stays", "next-leg-of-planned-programme"]);
    assert.equal(await page.locator('[data-point="earlier-stay"] .hs-tag').innerText(), "besvart");
    assert.equal(await page.locator('[data-point="stays"] .hs-tag').innerText(), "gjenstår");
    await press(page, "Control+Enter");
    await page.locator('[data-question="stays"] :focus').waitFor();
    assert.match(await summary(page), /Avslag før\. Grunnen, slik henviser leser den: Gjentatte opphold uten noe nytt; uklart mål/);
    assert.deepEqual(await complaints(page), []);
  });
});

test("a text that is pasted leaves hints and nothing else: no answer, no draft, nothing in what is given out", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    const before = await given(page);
    await click(page, door(page));
    const area = page.locator("#hs-paste");
    await area.fill("Går til fysioterapeut. Målsettingen er 400 meter. 03851598730");
    const rows = page.locator('[data-part="paste"] li');
    assert.match(await rows.filter({ hasText: "Pasientens konkrete mål" }).innerText(), /fant «Målsettingen»/);
    assert.match(await rows.filter({ hasText: "Hva du henviser til" }).innerText(), /ikke funnet/);
    const count = page.locator('[data-part="paste"] p:not([class])');
    assert.match(await count.innerText(), /^Fant ord for 2 av \d+ punkter$/);
    const said = page.locator('[data-part="paste"] [role="status"]');
    assert.equal(await said.innerText(), "", "nothing is said while one types");
    await said.filter({ hasText: await count.innerText() }).waitFor();
    assert.deepEqual(await given(page), before);
    await answer(page, "age-years", 61);
    await page.waitForFunction(() => Object.values(sessionStorage).join().includes("age-years"));
    assert.equal(await page.evaluate(() => Object.values(sessionStorage).join().includes("fysioterapeut")), false);

    await speak(page, "en");
    assert.equal(await area.inputValue(), "Går til fysioterapeut. Målsettingen er 400 meter. 03851598730", "another language keeps it");
    await speak(page, "nb");
    await click(page, rows.filter({ hasText: "Pasientens konkrete mål" }).locator("button"));
    await control(page, "goal").and(page.locator(":focus")).waitFor();
    assert.equal(await control(page, "goal").inputValue(), "", "a hint is no answer");

    await click(page, page.locator('[data-action="delete-all"]'));
    await click(page, page.locator('[data-action="delete-confirm"]'));
    await click(page, door(page));
    assert.equal(await page.locator("#hs-paste").inputValue(), "", "another patient's text is not left there");
    assert.deepEqual(await complaints(page), []);
  });
});

/** What the element gives out. */
function given(page) {
  return page.evaluate(async () => {
    const element = document.querySelector("henvisnings-stotte");
    return [element.answers, element.assessment.findings, await element.summary()];
  });
}

test("one section at a time folds what is left, and everything on one page unfolds all of it", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "vest" });
    const unfolded = () => page.locator('[data-section] h3 button[aria-expanded="true"]').count();
    assert.equal(await unfolded(), 1);
    await click(page, page.locator('[data-section="situation"] [data-action="go-on"]'));
    await page.locator('[data-section="condition"] h3 button:focus').waitFor();
    assert.equal(await unfolded(), 1, "the one before is folded");
    const explained = page.locator('[data-section="condition"] .hs-q__why');
    assert.ok((await explained.count()) > 0, "what the list asks for says why");
    await click(page, page.locator('label:has(input[name="hs-view"][value="all"])'));
    assert.equal(await unfolded(), await page.locator("[data-section]").count());
    assert.equal(await explained.count(), 0);
    await page.locator('[data-question="family-situation"]').waitFor({ state: "visible" });
    await click(page, page.locator('label:has(input[name="hs-view"][value="steps"])'));
    assert.equal(await unfolded(), 1);
    assert.equal(await page.locator('[data-section="condition"] h3 button').getAttribute("aria-expanded"), "true", "the doctor's place is kept");
  });
});

test("the host says which view a page begins with, and who answers for it", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=midt&view=all&provider=Legesenteret%20Nord" });
    assert.ok((await page.locator('[data-section] h3 button[aria-expanded="true"]').count()) > 5);
    await click(page, about(page).locator("summary"));
    assert.match(await about(page).innerText(), /Ansvarlig for denne kopien: Legesenteret Nord\./);
    await answer(page, "age-years", 61);
    await page.evaluate(() => {
      const element = document.querySelector("henvisnings-stotte");
      element.setAttribute("provider", " Sykehuset ");
      element.setAttribute("view", "wide");
    });
    await page.waitForFunction(() => window.told.some((one) => one.detail?.attribute === "view" && one.detail.value === "wide"));
    assert.equal(await page.locator('input[name="hs-view"][value="steps"]').isChecked(), true, "what is not known falls back");
    assert.match(await about(page).innerText(), /Ansvarlig for denne kopien: Sykehuset\./);
    assert.equal(await control(page, "age-years").inputValue(), "61", "nothing else changes");
  });
});

test("what this is stands on every page, in every language, and says that nobody has claimed this copy", async () => {
  await here.visit({}, async (page) => {
    await open(page);
    await click(page, about(page).locator("summary"));
    assert.match(await about(page).innerText(), /ikke laget av en offentlig myndighet/);
    assert.match(await about(page).innerText(), /ansvarlig for denne kopien, er ikke oppgitt/);
    await speak(page, "en");
    await click(page, about(page).locator("summary"));
    assert.match(await about(page).innerText(), /No public body has made it/);
  });
});

test("after the day the content should be renewed the page warns, and not before", async () => {
  for (const [today, warns] of [["2027-05-21", false], ["2027-05-22", true]]) {
    await here.visit({}, async (page) => {
      await open(page, { path: `/pages/host.html?region=midt&today=${today}` });
      const told = await page.locator('[data-part="notices"]').innerText();
      assert.equal(/skulle vært sett over innen 21\.05\.2027/.test(told), warns, `${today}: ${told}`);
    });
  }
});

test("no findings among answers that are not known is no good news, and the panel says so", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    const calm = page.locator('[data-part="findings"] .hs-calm');
    assert.match(await calm.innerText(), /^Ingen funn så langt/);
    await answer(page, "acute-need", "unknown");
    assert.match(await calm.innerText(), /^Ingen funn, men 1 svar er «vet ikke»\. Regler som bygger på det, er ikke avgjort\.$/);
    await answer(page, "course", "unknown");
    assert.match(await calm.innerText(), /^Ingen funn, men 2 svar er «vet ikke»/);
    await answer(page, "acute-need", "no");
    await answer(page, "course", "not-in-course");
    assert.match(await calm.innerText(), /^Ingen funn så langt/);
  });
});

test("Enter in a number goes on, and a digit there is a number", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    await click(page, control(page, "age-years"));
    await page.keyboard.type("61");
    assert.equal(await control(page, "age-years").inputValue(), "61");
    await press(page, "Enter");
    await page.waitForFunction(() => {
      const at = document.querySelector("henvisnings-stotte").shadowRoot.activeElement;
      return at?.closest("[data-question]") && at.id !== "q-age-years-input";
    });
    assert.notEqual((await focus(page)).question, "age-years");
  });
});

test("the page that stands alone offers no way to a page around it, and another page does", async () => {
  for (const [path, offered] of [["/", 0], ["/pages/host.html?region=midt", 1]]) {
    await here.visit({}, async (page) => {
      await open(page, { path, region: path === "/" ? "midt" : undefined });
      await click(page, page.locator('[data-action="to-summary"]'));
      assert.equal(await page.locator('[data-action="use-summary"]').filter({ visible: true }).count(), offered);
    });
  }
});
