// The states of the gallery, for tests: each on a page that can show it.

import { STATES } from "../pages/gallery-states.js";

export { STATES };

/** Shows a state, in place of what the page showed; fails with its name when it cannot be reached. */
export async function shown(page, name, lang = "nb") {
  const { alone } = STATES.find((state) => state.name === name);
  if (alone || !page.url().includes("/pages/gallery.html")) {
    await page.goto(`/pages/gallery.html?state=${name}&lang=${lang}`);
    await page.evaluate(() => window.gallery.shown);
  } else {
    await page.evaluate(([name, lang]) => window.gallery.show(name, lang), [name, lang]);
  }
}
