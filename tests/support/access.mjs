// What the tests of accessibility share: what axe finds, what sticks out to the side, how the focus is seen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { words } from "./words.mjs";

export const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Asserts that axe finds nothing in this state, on the whole page or in a part of the element, by all standards or by single rules. */
export async function axe(page, state, { part, rules, without = [] } = {}) {
  if (await page.evaluate(() => !window.axe)) await page.evaluate(AXE);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: STANDARDS };
  const told = await page.evaluate(async ([part, runOnly, without]) => {
    const context = part ? { include: { fromShadowDom: ["henvisnings-stotte", part] } } : document;
    // Only what is wrong is worked out in full.
    const off = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
    const { violations } = await window.axe.run(context, { runOnly, rules: off, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}) at ${node.target.flat().join(" ")}: ${node.failureSummary}`));
  }, [part, runOnly, without]);
  assert.deepEqual(told, [], state);
}

/** Asserts the same in every language and scheme, as the page stands and with all of it unfolded. */
export async function axeInEveryLook(page, state) {
  const element = page.locator("henvisnings-stotte");
  for (const view of ["steps", "all"]) {
    await element.evaluate((element, view) => element.setAttribute("view", view), view);
    for (const lang of ["nb", "nn", "en"]) {
      await element.evaluate((element, lang) => element.setAttribute("lang", lang), lang);
      await page.locator("#hs-title").getByText(words[lang].ui.title, { exact: true }).waitFor();
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await axe(page, `${state}, ${view}, ${lang}, ${colorScheme}`);
      }
    }
  }
}

/** How far the page can be scrolled to the side, and what sticks out of it. */
export function sideways(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [];
    const visit = (root) => {
      for (const one of root.querySelectorAll("*")) {
        const box = one.getBoundingClientRect();
        const hidden = !one.checkVisibility() || getComputedStyle(one).clipPath !== "none" || box.width < 2;
        if (!hidden && box.right > width + 1) out.push(`${one.tagName.toLowerCase()}.${one.className} to ${Math.round(box.right)}`);
        if (one.shadowRoot) visit(one.shadowRoot);
      }
    };
    visit(document);
    return { scroll: document.documentElement.scrollWidth - width, out: out.slice(0, 8) };
  });
}

/** Whether the focused element shows it, what covers it, and where it comes in the document. */
export function seenFocus(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const shown = [at, at.closest("label"), at.parentElement].filter(Boolean);
    const outlined = shown.some((one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    });
    const box = (at.closest("label") ?? at).getBoundingClientRect();
    const root = at.getRootNode();
    const top = root.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    const own = top && ((at.closest("label") ?? at).contains(top) || top.contains(at));
    const all = [...root.querySelectorAll("*")];
    return { outlined, covered: own ? "" : `${top?.tagName}.${top?.className}`, place: all.indexOf(at) };
  });
}
