// A whole referral by keyboard alone, from the empty page to the clipboard, with what it cost.

import assert from "node:assert/strict";
import { effort, finding, open, press, seconds } from "./doctor.mjs";
import { complaints } from "./house.mjs";
import { answerAsOffered, tabTo } from "./keyboard.mjs";

/** Chooses the region on the empty page and answers what the page offers, as far as the doctor knows. */
export async function begin(page, region, known) {
  await open(page);
  await tabTo(page, (at) => at.region === region, `the button of ${region}`);
  await press(page, "Enter");
  await answerAsOffered(page, known);
}

/** Goes with the keyboard from a finding to its question. */
export async function goFrom(page, rule, question) {
  await pressIn(page, finding(page, rule), "go-to-question", `the way from ${rule}`);
  await tabTo(page, (at) => at.question === question, question);
}

/** Tabs to a button within a place, by what it does, and presses it. */
export async function pressIn(page, place, action, what) {
  const mark = await place.locator(`[data-action="${action}"]`).evaluate((button) => {
    button.id ||= `pressed-${Math.random().toString(36).slice(2)}`;
    return button.id;
  });
  await tabTo(page, (at) => at.id === mark, what);
  await press(page, "Enter");
}

/** Copies the text, which stands unfolded, and gives what lies on the clipboard. */
export async function copyText(page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await tabTo(page, (at) => at.action === "copy", "the button that copies");
  await press(page, "Enter");
  await page.locator(".hs-letter__status").filter({ hasText: /\S/ }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/**
 * Prints what the referral cost, and holds it under its caps: lower them when it gets quicker, never raise them.
 *
 * The baseline is the same text typed by hand at the same speed, without a thought about what to write.
 */
export async function costs(t, page, letter, name, caps) {
  assert.deepEqual(await complaints(page), []);
  const { clicks, presses, characters, answers } = effort(page);
  const estimate = Math.round(seconds(page));
  const byHand = Math.round([...letter].length * 0.2);
  t.diagnostic(`effort, ${name}: ${answers} answers, ${clicks} clicks, ${presses} key presses, ${characters} typed characters, ${estimate} s; the same text typed by hand ${byHand} s`);
  assert.equal(clicks, 0, "the mouse was out of reach");
  assert.ok(presses <= caps.presses, `${presses} key presses, cap ${caps.presses}`);
  assert.ok(estimate <= Math.min(caps.seconds, 300), `${estimate} s, cap ${caps.seconds}`);
  assert.ok(estimate < byHand, `${estimate} s, and ${byHand} s to type the text by hand`);
}
