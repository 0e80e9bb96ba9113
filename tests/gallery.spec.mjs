// Every state of the gallery: reached, without complaint, clean by axe, and nothing to the side of a narrow column.
//
// In three languages, light and dark. Two pages take the states in turn.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { axe, sideways } from "./support/access.mjs";
import { STATES, shown } from "./support/gallery.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();
const WIDE = { width: 1366, height: 900 };
/** As high as the page, or the bar at the bottom would lie over what is measured. */
const NARROW = { width: 320, height: 12_000 };

/** Pages that are free; each is made when it is first asked for. What moves would be measured on its way. */
const free = [];
const newPage = () => here.page({ reducedMotion: "reduce" });

/** Whole pages are looked at whole; a state of a part, in that part: the rest of the page is looked at by others. */
async function look(page, state) {
  const before = (await complaints(page)).length;
  const { part } = state;
  await page.setViewportSize(WIDE);
  await shown(page, state.name, "nb");
  await axe(page, `${state.name}, nb, light`, { part });
  await page.emulateMedia({ colorScheme: "dark" });
  await axe(page, `${state.name}, nb, dark`, { part });
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(NARROW);
  assert.deepEqual(await sideways(page), { scroll: 0, out: [] }, `${state.name}, nb, 320 px`);
  for (const lang of ["nn", "en"]) {
    await shown(page, state.name, lang);
    await axe(page, `${state.name}, ${lang}, light`, { part });
    await page.emulateMedia({ colorScheme: "dark" });
    await axe(page, `${state.name}, ${lang}, dark`, { part });
    await page.emulateMedia({ colorScheme: "light" });
    assert.deepEqual(await sideways(page), { scroll: 0, out: [] }, `${state.name}, ${lang}, 320 px`);
  }
  assert.deepEqual((await complaints(page)).slice(before), [], `${state.name}: what the page complained of`);
}

describe("the gallery", { concurrency: 2 }, () => {
  for (const state of STATES) {
    test(`${state.component}: ${state.state} (${state.name})`, async () => {
      // A page that cannot be trusted after this one is not given to the next.
      const page = (state.alone ? undefined : free.pop()) ?? (await newPage());
      try {
        await look(page, state);
        if (state.alone) await page.context().close();
        else free.push(page);
      } catch (error) {
        await page.context().close();
        throw error;
      }
    });
  }
});

test("states have names of their own, and the plain page leads to all of them", async () => {
  const names = STATES.map((state) => state.name);
  assert.deepEqual(names, [...new Set(names)]);
  await here.visit({}, async (page) => {
    await page.goto("/pages/gallery.html");
    await page.locator("#region-choice").scrollIntoViewIfNeeded();
    await page.locator("#region-choice").getByRole("heading", { name: "Hvilken helseregion" }).waitFor();
    const links = await page.locator("nav a").evaluateAll((all) => all.map((link) => new URL(link.href).searchParams.get("state")));
    assert.deepEqual(links, names);
    assert.ok((await page.locator("henvisnings-stotte").count()) < 10, "a state is drawn when it comes into view");
    assert.deepEqual(await complaints(page), []);
  });
});

test("each kind of finding the rulebook has is in the gallery", async () => {
  const source = await readFile(new URL("../src/ui/findings/mod.rs", import.meta.url), "utf8");
  for (const [, kind] of source.matchAll(/ui!\("kind-(\w+)"\)/g)) {
    for (const how of ["folded", "unfolded", "answering"]) assert.ok(STATES.some((state) => state.name === `finding-${kind}-${how}`), `finding-${kind}-${how}`);
  }
});
