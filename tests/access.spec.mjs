// WCAG 2.2 AA as far as axe sees, on the way a doctor takes, in every language and scheme. Every component in each of its states is in
// gallery.spec.mjs; what axe cannot see is in criteria.spec.mjs.

import { test } from "node:test";
import { axe } from "./support/access.mjs";
import { answer, click, finding, finds, open, question, ready, speak, summary } from "./support/doctor.mjs";
import { house } from "./support/house.mjs";

const here = house();

/** The states of `refer`, each reached from the one before as a doctor does. */
const STATES = {
  empty: async (page) => open(page, { path: "/" }),
  "region chosen": async (page) => click(page, page.locator('[data-region="midt"]')),
  filled: async (page) => {
    await answer(page, "age-years", 58);
    await answer(page, "course", "inpatient");
    await answer(page, "diagnosis-group", "stroke");
    await answer(page, "local-measures", ["physiotherapy"]);
    await answer(page, "goal", "Opptrening");
    await answer(page, "earlier-stay", "yes");
    await click(page, question(page, "stays").locator(".hs-stays__add"));
    await answer(page, "next-leg-of-planned-programme", "no");
    await answer(page, "new-factors", ["none"]);
  },
  "an error in a number": async (page) => answer(page, "barthel", 60),
  "findings open": async (page) => {
    await finds(page, "repeated-stays-no-new-factors");
    for (const more of await page.locator('[data-part="findings"] details').all()) await click(page, more.locator("summary"));
    await click(page, finding(page, "repeated-stays-no-new-factors").locator('[data-action="reply"]'));
  },
  "identity number in the text": async (page) => answer(page, "expected-gain", "03851598730 vil gå."),
  summary: async (page) => summary(page),
  "about to delete": async (page) => click(page, page.locator('[data-action="delete-all"]')),
  "draft offered": async (page) => {
    await page.reload();
    await ready(page);
    await page.locator('[data-part="draft"]').waitFor();
  },
};

for (const scheme of ["light", "dark"]) {
  for (const lang of ["nb", "nn", "en"]) {
    test(`axe finds nothing in any state, ${lang}, ${scheme}`, async () => {
      await here.visit({ colorScheme: scheme }, async (page) => {
        for (const [state, reach] of Object.entries(STATES)) {
          await reach(page);
          // The page's own language is bokmål; a change of language would fold what a state has unfolded.
          if (state === "empty" || state === "draft offered") await speak(page, lang);
          await axe(page, state);
        }
      });
    });
  }
}

test("axe finds nothing where the engine does not come", async () => {
  await here.visit({}, async (page) => {
    await page.route("**/hs_engine_bg.wasm", (route) => route.abort());
    await page.goto("/");
    await page.getByRole("alert").waitFor();
    await axe(page, "failed");
  });
});
