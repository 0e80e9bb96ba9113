// The vocabulary of the tests: what a doctor does with mouse and keyboard, and what the page shows.
//
// Locators of Playwright look into open shadow roots by themselves. Nothing here sets a value behind the page's back.
// What is called `page` may be one element of it, given by `within`.

import assert from "node:assert/strict";
import { words } from "./words.mjs";

/** Opens the stand-alone page, or a host page, and waits until the element says it is ready. */
export async function open(page, { path = "/", region } = {}) {
  await page.goto(path);
  await ready(page);
  if (region) await click(page, page.locator(`[data-part="region"] [data-region="${region}"]`));
  return page;
}

/** One of several elements, or one in a frame, for a doctor who looks nowhere else. */
export function within(page, element) {
  return { locator: (selector) => element.locator(selector), keyboard: page.keyboard };
}

/** Waits until every element on the page has drawn its view. */
export async function ready(page) {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll("henvisnings-stotte")];
    return all.length > 0 && all.every((one) => one.shadowRoot?.querySelector(".hs-app"));
  });
}

/** Chooses a language with its button, and waits until the page speaks it. */
export async function speak(page, lang) {
  await click(page, page.locator(`[data-lang="${lang}"]`));
  await speaks(page, lang);
}

/** Waits until the page speaks a language. */
export async function speaks(page, lang) {
  await page.locator("#hs-title").getByText(words[lang].ui.title, { exact: true }).waitFor();
}

/** What the doctor spent on each page. */
const EFFORT = new WeakMap();

/** Key presses, clicks and typed characters so far; a typed character is no key press here. */
export function effort(page) {
  if (!EFFORT.has(page)) EFFORT.set(page, { presses: 0, clicks: 0, characters: 0, answers: 0 });
  return EFFORT.get(page);
}

/** Seconds by the keystroke-level model of Card, Moran and Newell: an average skilled typist (55 words a minute, 0.2 s a key), 1.3 s to
 * point and click, and 1.35 s to think before each answer. Reading and deciding about the patient are not in it. */
export function seconds(page) {
  const { presses, clicks, characters, answers } = effort(page);
  return (presses + characters) * 0.2 + clicks * 1.3 + answers * 1.35;
}

/** Clicks once, counted. */
export async function click(page, locator) {
  effort(page).clicks += 1;
  await locator.click();
}

/** Presses a key, counted; keys held together are counted each. */
export async function press(page, key, times = 1) {
  effort(page).presses += times * key.split("+").length;
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

/** Types words where the focus is, counted by character. */
export async function write(page, words) {
  effort(page).characters += [...words].length;
  await page.keyboard.type(words);
}

/** The question on the page. */
export function question(page, id) {
  return page.locator(`[data-question="${id}"]`);
}

/** The control that takes the words or the number of a question. */
export function control(page, id) {
  return page.locator(`#q-${id}-input`);
}

/** Answers with the mouse, and the keyboard for words. Unfolds the section if it is folded. */
export async function answer(page, id, value) {
  await unfold(page, id);
  const asked = question(page, id);
  effort(page).answers += 1;
  if (Array.isArray(value)) {
    for (const one of value) await click(page, asked.locator(`label:has(input[value="${one}"])`));
    return;
  }
  if (typeof value === "object") return answerDiagnosis(page, id, value);
  if (typeof value === "number" || (await isWords(page, id, value))) return writeInto(page, control(page, id), String(value));
  const list = asked.locator("select");
  if (await list.count()) return chooseFromList(page, id, value);
  await click(page, asked.locator(`label:has(input[value="${value}"])`));
}

async function isWords(page, id, value) {
  const instead = value === "unaffected" || value === "unknown";
  return !instead && (await question(page, id).locator("textarea").count()) > 0;
}

/** Puts the focus into a control with a click and types; what stood there is replaced. */
export async function writeInto(page, locator, words) {
  await click(page, locator);
  if (await locator.inputValue()) await press(page, "Control+a");
  await write(page, words);
}

/** A list of the browser: its label brings the focus, the first letters choose. */
async function chooseFromList(page, id, value) {
  await click(page, question(page, id).locator("label").first());
  await chooseByLetters(page, id, value);
}

/** With the focus on a list: types the label of the option, which chooses it. */
export async function chooseByLetters(page, id, value) {
  const label = await control(page, id).locator(`option[value="${value}"]`).textContent();
  await write(page, label);
  assert.equal(await control(page, id).inputValue(), value, `typing «${label}» chooses it`);
}

async function answerDiagnosis(page, id, { text, code, system }) {
  if (text) await writeInto(page, page.locator(`#q-${id}-text`), text);
  if (code) await writeInto(page, page.locator(`#q-${id}-code`), code);
  if (system) await click(page, question(page, id).locator(`label:has(input[value="${system}"])`));
}

/** Unfolds the section of a question. Sections draw their questions when they are first unfolded. */
export async function unfold(page, id) {
  const asked = question(page, id);
  if (await asked.isVisible()) return;
  const sections = page.locator("[data-section]");
  if (await asked.count()) {
    await click(page, page.locator(`[data-section]:has([data-question="${id}"]) h3 button`));
  } else {
    // Not drawn yet: the doctor looks through the folded sections in order.
    const folded = sections.locator('h3 button[aria-expanded="false"]');
    while ((await asked.count()) === 0 && (await folded.count()) > 0) await click(page, folded.first());
  }
  await asked.waitFor({ state: "visible" });
}

/** The finding of a rule, if the panel shows one. */
export function finding(page, rule) {
  return page.locator(`[data-part="findings"] [data-rule="${rule}"]`);
}

/** Waits until the panel shows the finding of a rule. */
export async function finds(page, rule) {
  await finding(page, rule).waitFor({ state: "visible" });
}

/** Waits until the panel does not show the finding of a rule. */
export async function doesNotFind(page, rule) {
  await finding(page, rule).waitFor({ state: "detached" });
}

/** Unfolds the referral text and gives it as shown. */
export async function summary(page) {
  const head = page.locator("#hs-letter-head");
  if ((await head.getAttribute("aria-expanded")) === "false") await click(page, head);
  return page.locator('[data-part="letter"]').innerText();
}

/** Copies with the button and reads what lies on the clipboard. */
export async function copied(page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await click(page, page.locator('[data-action="copy"]'));
  await page.locator(".hs-letter__status").filter({ hasText: /\S/ }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** How many times a text stands in another. */
export function times(text, part) {
  return text.split(part).length - 1;
}

/** Asserts that each sentence stands in the text exactly once, and that they come in this order. */
export function assertOnceInOrder(text, sentences) {
  let before = -1;
  for (const sentence of sentences) {
    assert.equal(times(text, sentence), 1, `«${sentence}» stands once in:\n${text}`);
    const place = text.indexOf(sentence);
    assert.ok(place > before, `«${sentence}» comes after the one before it in:\n${text}`);
    before = place;
  }
}
