// A visit to a host page: it is opened, a short referral is written in its element, and nothing outside the element is other than before.

import assert from "node:assert/strict";
import { answer, click, control, summary, within } from "./doctor.mjs";
import { held } from "./host.mjs";
import { complaints } from "./house.mjs";

/** What the letter must hold afterwards. */
export const GOAL = "Gå til butikken uten rullator.";
const PURPOSE = { nb: "avlastning, pleie eller hvile", en: "respite, nursing care or rest" };
const ELEMENT = "henvisnings-stotte";

/**
 * Opens a host page and plays it through a referral. A page's own part is in `own`: `loads` instead of letting what is held go on, `first`
 * before the referral, `midway` when half of the words are written, `last` with the detail of `hs-summary`.
 */
export async function visitHost(page, host, own = {}) {
  await page.addInitScript(hear);
  const letGo = await held(page, host.holds ?? "**/henvisningsstotte.js*");
  await page.goto(`/pages/hosts/${host.name}.html`, { waitUntil: "commit" });
  const frame = host.framed ? await frameOf(page) : page;
  await frame.locator(ELEMENT).nth((host.elements ?? 1) - 1).waitFor({ state: "attached" });
  // The host's own nodes and style sheets are there before anything is counted.
  await frame.waitForFunction(() => {
    const links = [...document.querySelectorAll('link[rel="stylesheet"]')];
    return document.readyState !== "loading" && links.every((link) => link.sheet);
  });
  await frame.evaluate(watch, ELEMENT);
  const seen = { page, frame, element: frame.locator(ELEMENT).first(), letGo, told: (type) => told(frame, type) };
  await (own.loads ?? (() => letGo("continue")))(seen);
  await seen.element.locator(".hs-app").waitFor();
  await own.first?.(seen);
  const detail = await referral(seen, own.midway);
  await own.last?.(seen, detail);
  assert.deepEqual(await frame.evaluate(() => window.outside()), [], "nothing is added or changed outside the element");
  assert.deepEqual(await complaints(page), own.complains ?? []);
}

/** The document in the page's frame. */
async function frameOf(page) {
  const frame = await page.locator("iframe").elementHandle();
  return frame.contentFrame();
}

/** The details of the events of a type so far. */
export function told(frame, type) {
  return frame.evaluate((type) => window.told.filter((one) => one.type === type).map(({ detail }) => detail), type);
}

/** Hears everything the elements tell, in order. Runs before the page's own scripts. */
function hear() {
  window.told = [];
  for (const type of ["hs-ready", "hs-change", "hs-summary", "hs-error"]) {
    addEventListener(type, ({ detail, target }) => window.told.push({ type, detail, from: target.id }));
  }
}

/** Watches everything outside the element, through shadow roots, but for what the host says is its own (`data-host`). */
function watch(name) {
  const added = [];
  const sheets = () => document.styleSheets.length + document.adoptedStyleSheets.length;
  const before = sheets();
  const isOwn = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(`${name}, [data-host]`);
  const see = (records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (isOwn(target)) continue;
      if (type === "attributes") added.push(`${target.localName}[${attributeName}]`);
      if (type === "characterData") added.push(`the text of ${target.parentElement?.localName}`);
      for (const node of [...addedNodes, ...removedNodes]) {
        if (node.localName !== name) added.push(`${node.nodeName} in ${target.localName ?? target.nodeName}`);
      }
    }
  };
  const observer = new MutationObserver(see);
  const roots = [document];
  for (const root of roots) {
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot && one.localName !== name) roots.push(one.shadowRoot);
    }
  }
  window.outside = () => {
    see(observer.takeRecords());
    return sheets() === before ? added : [...added, "a style sheet"];
  };
}

/** A choice, a number, words, and the button that hands the letter over. Gives the detail of `hs-summary`. */
export async function referral({ page, frame, element, told }, midway) {
  const doctor = within(page, element);
  await answer(doctor, "age-years", 58);
  await answer(doctor, "purpose", "respite");
  await element.locator('[data-part="findings"] [data-rule="respite-or-social"]').waitFor();
  const [before, after] = GOAL.split(" uten");
  await answer(doctor, "goal", midway ? before : GOAL);
  if (midway) {
    await midway({ page, frame, element, told, doctor, words: control(doctor, "goal"), before });
    await page.keyboard.type(` uten${after}`);
  }
  await summary(doctor);
  const earlier = (await told("hs-summary")).length;
  await click(doctor, element.locator('[data-action="use-summary"]'));
  await frame.waitForFunction((earlier) => window.told.filter(({ type }) => type === "hs-summary").length > earlier, earlier);
  const detail = (await told("hs-summary")).at(-1);
  for (const part of [GOAL, PURPOSE[detail.lang]]) assert.ok(detail.text.includes(part), `«${part}» stands in:\n${detail.text}`);
  assert.equal(detail.assessment.region, "midt");
  return detail;
}
