// The text: its orders, its parts, and the ways out of the page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { answer, click, open, press } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";
import { words } from "./support/words.mjs";

const here = house();
const ui = words.nb.ui;

const letter = (page) => page.locator('[data-part="letter"]');
const heads = (page) => letter(page).locator("h4").allInnerTexts();
const choose = (page, name) => click(page, page.locator('[data-part="letter-form"] label', { hasText: name }));

async function written(page) {
  await open(page, { region: "midt" });
  await answer(page, "purpose", "rehabilitation");
  await answer(page, "diagnosis", { text: "Multippel sklerose", code: "N86", system: "icpc-2" });
  await answer(page, "goal", "Gå til butikken og hjem uten å hvile.");
  await answer(page, "earlier-stay", "yes");
  await answer(page, "new-factors", ["new-problem"]);
  await answer(page, "needs-specialised-competence", "no");
  await answer(page, "municipal-request", ["physiotherapy", "coordinator-and-plan"]);
  await click(page, page.locator('[data-action="to-summary"]'));
  await letter(page).waitFor();
}

/** What was last put on the clipboard. */
async function clipboard(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

test("what decides stands first in the receiver's order, the others are whole, and nothing is said twice", async () => {
  await here.visit({}, async (page) => {
    await written(page);
    assert.equal((await heads(page))[0], ui["letter-lead"]);
    const lead = letter(page).locator("ul").first();
    assert.match(await lead.innerText(), /Multippel sklerose.*\n.*Nytt siden sist: Ny problemstilling\n(.*\n)*.*Gå til butikken/);
    for (const [order, head] of [["receiver", ui["letter-lead"]], ["national", "Mål for oppholdet"], ["gp-seven", "Aktuell"]]) {
      await choose(page, ui[`letter-order-${order}`]);
      await letter(page).getByRole("heading", { name: head, exact: true }).waitFor();
      const text = await letter(page).innerText();
      assert.equal(text.split("Gå til butikken").length, 2, `the goal stands once in ${order}`);
      assert.equal((await heads(page)).includes(ui["letter-lead"]), order === "receiver");
    }
    assert.deepEqual(await complaints(page), []);
  });
});

test("the letter to the municipality asks for what the doctor chose, and a new patient's text is a referral again", async () => {
  await here.visit({}, async (page) => {
    await written(page);
    assert.doesNotMatch(await letter(page).innerText(), /Fysioterapi/, "the referral does not ask the municipality");
    await choose(page, ui["letter-order-municipality"]);
    await letter(page).getByText(ui["letter-title-municipality"]).waitFor();
    const text = await letter(page).innerText();
    assert.match(text, /Det bes om: Fysioterapi, koordinator og individuell plan/);
    assert.match(text, /Gå til butikken/);
    assert.doesNotMatch(text, /Det viktigste først|spesialisert/i);
    await click(page, page.locator('[data-action="delete-all"]'));
    await click(page, page.locator('[data-action="delete-confirm"]'));
    await answer(page, "goal", "Lage middag selv.");
    await click(page, page.locator('[data-action="to-summary"]'));
    assert.doesNotMatch(await letter(page).innerText(), /koordinerende enhet/);
  });
});

test("what is not stated is left out, or named, as the doctor chooses", async () => {
  await here.visit({}, async (page) => {
    await written(page);
    assert.doesNotMatch(await letter(page).innerText(), /Ikke oppgitt/);
    await choose(page, ui["letter-name-not-stated"]);
    await letter(page).getByText(/Ikke oppgitt/).first().waitFor();
    await choose(page, ui["letter-name-not-stated"]);
    await letter(page).getByText(/Ikke oppgitt/).first().waitFor({ state: "detached" });
  });
});

test("one part or the whole is copied, with the line ends that were chosen", async () => {
  await here.visit(CLIPBOARD, async (page) => {
    await written(page);
    await page.getByRole("button", { name: `${ui["copy-part"]} ${ui["letter-lead"]}` }).click();
    // Said where the button is, and where the whole is copied.
    await letter(page).getByText(ui.copied).waitFor();
    const part = await clipboard(page);
    assert.ok(part.startsWith(`${ui["letter-lead"]}\n- `), part);
    assert.doesNotMatch(part, /Hva det henvises til/);
    await choose(page, ui["letter-windows"]);
    await click(page, page.locator('[data-action="copy"]'));
    await letter(page).getByText(ui.copied).waitFor({ state: "detached" });
    const whole = await clipboard(page);
    assert.match(whole, /\r\n- /);
    const shown = await page.locator('[data-part="summary"]').getByText(/\d+ tegn/).innerText();
    assert.equal(Number.parseInt(shown, 10), [...whole].length);
  });
});

test("the text is saved as a file, and nothing is asked of the network", async () => {
  await here.visit({}, async (page) => {
    await written(page);
    const saved = page.waitForEvent("download");
    await click(page, page.locator('[data-action="save"]'));
    const file = await saved;
    assert.equal(file.suggestedFilename(), "henvisning.txt");
    assert.match(await readFile(await file.path(), "utf8"), /Gå til butikken og hjem uten å hvile\./);
    assert.deepEqual(await complaints(page), []);
  });
});

test("the letter alone is printed, without buttons, and the frame goes when it is done", async () => {
  await here.visit({}, async (page) => {
    await page.addInitScript(() => {
      // The dialog of the browser cannot be seen from here; what it is given can.
      window.print = function print() {
        const styles = (part) => this.getComputedStyle(this.document.querySelector(part));
        top.printed = { text: this.document.body.innerText, title: this.document.title, button: styles("button").display, ink: styles(".hs-printed").color };
        this.dispatchEvent(new Event("afterprint"));
      };
    });
    await written(page);
    await page.locator('[data-action="print"]').focus();
    await press(page, "Enter");
    await page.waitForFunction(() => window.printed);
    const printed = await page.evaluate(() => window.printed);
    assert.match(printed.title, /Henvisning/);
    assert.match(printed.text, /Gå til butikken og hjem uten å hvile/);
    assert.doesNotMatch(printed.text, /Hva er hoveddiagnosen/);
    assert.deepEqual([printed.button, printed.ink], ["none", "rgb(0, 0, 0)"]);
    assert.equal(await page.locator("iframe").count(), 0);
    assert.deepEqual(await complaints(page), []);
  });
});

test("a page that may neither print nor copy gives the part that was asked for, to be copied by hand", async () => {
  await here.visit({}, async (page) => {
    await written(page);
    // A sandboxed page may not look into frames, nor use the clipboard.
    await page.evaluate(() => {
      Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get: () => ({}) });
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await page.locator('[data-action="print"]').click();
    const byHand = page.locator("#hs-by-hand");
    await byHand.waitFor();
    assert.match(await byHand.inputValue(), /^Henvisning til/);
    assert.equal(await page.locator("iframe").count(), 0);
    await page.getByRole("button", { name: `${ui["copy-part"]} ${ui["letter-lead"]}` }).click();
    await page.waitForFunction(() => document.querySelector("henvisnings-stotte").shadowRoot.querySelector("#hs-by-hand").value.startsWith("Det viktigste"));
    assert.doesNotMatch(await byHand.inputValue(), /Hva det henvises til/);
  });
});
